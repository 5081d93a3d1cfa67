-- What of the organisation's figures did not fit a model that the API made, so that the same request sent again is told the same.
ALTER TABLE api_creations ADD COLUMN left_out jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(left_out) = 'array');
