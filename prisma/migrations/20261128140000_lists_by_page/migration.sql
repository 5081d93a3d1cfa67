-- The lists of settings are read as that of models is: a page from a place in an order that an index has (decision 063).

-- Owners first, then admins, then members, as a number: row-level security lets an index compare numbers, and no values of an enum.
ALTER TABLE memberships ADD COLUMN rank smallint
  GENERATED ALWAYS AS (CASE role WHEN 'owner' THEN 0 WHEN 'admin' THEN 1 ELSE 2 END) STORED;
CREATE INDEX memberships_organisation_id_rank_created_at_user_id_idx
  ON memberships (organisation_id, rank, created_at, user_id);

-- Members are searched for by name, as models are. Not name_folded: servers of the version before, which still run, order joins of models and
-- people by a column of that name without saying whose.
ALTER TABLE users ADD COLUMN folded_name text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED;
GRANT SELECT (folded_name) ON users TO peerbalance_app;

CREATE INDEX organisation_invitations_open ON organisation_invitations (organisation_id, created_at, id)
  WHERE accepted_at IS NULL AND revoked_at IS NULL;
CREATE INDEX api_tokens_open ON api_tokens (organisation_id, created_at, id) WHERE revoked_at IS NULL;

CREATE INDEX shares_model_id_created_at_id_idx ON shares (model_id, created_at, id);
CREATE INDEX share_invitations_open ON share_invitations (model_id, created_at, id)
  WHERE accepted_at IS NULL AND revoked_at IS NULL;
DROP INDEX share_links_model_id_idx;
CREATE INDEX share_links_model_id_created_at_id_idx ON share_links (model_id, created_at, id);

DROP INDEX audit_events_organisation_id_at_idx;
CREATE INDEX audit_events_organisation_id_at_id_idx ON audit_events (organisation_id, at, id);
-- For the events of one person, and for who has any.
CREATE INDEX audit_events_organisation_id_actor_id_at_id_idx ON audit_events (organisation_id, actor_id, at, id);
