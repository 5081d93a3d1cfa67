-- How a person's CSV files are written: what parts cells, and what stands before decimals.
ALTER TABLE users ADD COLUMN csv_format text NOT NULL DEFAULT 'comma point'
  CHECK (csv_format ~ '^(comma|semicolon|tab) (point|comma)$');
GRANT SELECT (csv_format), UPDATE (csv_format) ON users TO peerbalance_app;
