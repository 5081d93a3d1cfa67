-- What an organisation reads the columns of its own tables and lists of machines as, where rows are pasted or imported.

CREATE TABLE column_names (
  organisation_id uuid NOT NULL REFERENCES organisations ON UPDATE CASCADE ON DELETE CASCADE,
  row_table text NOT NULL
    CHECK (row_table IN ('customLines', 'register', 'equipmentLines', 'staffLines', 'participantKinds', 'billLines')),
  -- Without capitals, spaces and marks.
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  -- What it is read as; empty where it is read over.
  key text NOT NULL CHECK (char_length(key) <= 60),
  changed_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (organisation_id, row_table, name)
);

-- As every table of the first migration is closed.
ALTER TABLE column_names ENABLE ROW LEVEL SECURITY;
ALTER TABLE column_names FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON column_names TO CURRENT_USER
  USING (current_setting('search_path') = 'pg_catalog, pg_temp')
  WITH CHECK (current_setting('search_path') = 'pg_catalog, pg_temp');
REVOKE ALL ON column_names FROM PUBLIC, peerbalance_app;

-- Read and changed by the organisation's own people, who may all change its models; not by those with whom a model is shared.
GRANT SELECT, INSERT, UPDATE (key, changed_at) ON column_names TO peerbalance_app;
CREATE POLICY read ON column_names FOR SELECT TO peerbalance_app
  USING (organisation_id = ANY ((SELECT scope_organisations())::uuid[]));
CREATE POLICY add ON column_names FOR INSERT TO peerbalance_app
  WITH CHECK (organisation_id = ANY ((SELECT scope_organisations())::uuid[]));
CREATE POLICY change ON column_names FOR UPDATE TO peerbalance_app
  USING (organisation_id = ANY ((SELECT scope_organisations())::uuid[]))
  WITH CHECK (organisation_id = ANY ((SELECT scope_organisations())::uuid[]));
