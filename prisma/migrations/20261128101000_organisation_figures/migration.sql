-- Figures that an organisation keeps of its own, for inputs and for its usual lines, and the currency that they are in;
-- every change of one is a revision that stays.

CREATE TABLE organisation_figures (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisations ON UPDATE CASCADE ON DELETE CASCADE,
  -- Which part of a model it is for: its currency, its inputs, or a table of lines.
  part text NOT NULL CHECK (part IN ('currency', 'inputs', 'customLines', 'equipmentLines', 'staffLines')),
  -- The key of an input or the id of a line.
  key text NOT NULL CHECK (key ~ '^[A-Za-z0-9_-]{1,60}$'),
  -- lib/draft/figures says what stands in it; the application checks it. Null once it was removed.
  content jsonb CHECK (jsonb_typeof(content) = 'object' AND octet_length(content::text) <= 32768),
  revision integer NOT NULL DEFAULT 1 CHECK (revision >= 1),
  -- The revision that the present one brought back.
  restored_from integer CHECK (restored_from < revision),
  changed_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  changed_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX organisation_figures_organisation_id_part_key_key ON organisation_figures (organisation_id, part, key);
CREATE UNIQUE INDEX organisation_figures_organisation_id_id_key ON organisation_figures (organisation_id, id);
CREATE INDEX organisation_figures_changed_by_id_idx ON organisation_figures (changed_by_id);

CREATE TABLE organisation_figure_revisions (
  figure_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  organisation_id uuid NOT NULL,
  content jsonb,
  restored_from integer,
  author_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (figure_id, number),
  FOREIGN KEY (organisation_id, figure_id) REFERENCES organisation_figures (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX organisation_figure_revisions_author_id_idx ON organisation_figure_revisions (author_id);

-- As every table of the first migration is closed.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisation_figures', 'organisation_figure_revisions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY definer ON %I TO CURRENT_USER
                    USING (current_setting(''search_path'') = ''pg_catalog, pg_temp'')
                    WITH CHECK (current_setting(''search_path'') = ''pg_catalog, pg_temp'')', name);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, peerbalance_app', name);
    -- Read by the members of the organisation, and by nobody with whom a model of it is shared.
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO peerbalance_app
                    USING (organisation_id = ANY ((SELECT scope_organisations())::uuid[]))', name);
  END LOOP;
END
$$;

-- Changed by its admins and owners, in their own name. What is removed stays as a row without content: its history goes on.
GRANT SELECT, INSERT, UPDATE (content, revision, restored_from, changed_by_id, changed_at) ON organisation_figures
  TO peerbalance_app;
CREATE POLICY add ON organisation_figures FOR INSERT TO peerbalance_app
  WITH CHECK (organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])
              AND changed_by_id = (SELECT scope_user()) AND revision = 1);
CREATE POLICY change ON organisation_figures FOR UPDATE TO peerbalance_app
  USING (organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[]))
  WITH CHECK (organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])
              AND changed_by_id = (SELECT scope_user()));

-- Only the database writes revisions, where it writes the figure.
GRANT SELECT ON organisation_figure_revisions TO peerbalance_app;

-- A change that does not count up the revision would overwrite another's in silence.
CREATE FUNCTION count_up_figure_revision() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.revision <> OLD.revision + 1
     AND (NEW.content, NEW.revision, NEW.restored_from) IS DISTINCT FROM (OLD.content, OLD.revision, OLD.restored_from)
  THEN
    RAISE EXCEPTION 'a change of figure % must go from revision % to %', OLD.id, OLD.revision, OLD.revision + 1
      USING ERRCODE = 'check_violation', CONSTRAINT = 'organisation_figures_revision_counts_up';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER organisation_figures_revision_counts_up BEFORE UPDATE ON organisation_figures
  FOR EACH ROW EXECUTE FUNCTION count_up_figure_revision();
REVOKE ALL ON FUNCTION count_up_figure_revision() FROM PUBLIC;

CREATE FUNCTION keep_figure_revision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.organisation_figure_revisions
    (figure_id, number, organisation_id, content, restored_from, author_id, created_at)
  VALUES (NEW.id, NEW.revision, NEW.organisation_id, NEW.content, NEW.restored_from, NEW.changed_by_id, NEW.changed_at);
  RETURN NULL;
END
$$;
CREATE TRIGGER organisation_figures_added AFTER INSERT ON organisation_figures
  FOR EACH ROW EXECUTE FUNCTION keep_figure_revision();
CREATE TRIGGER organisation_figures_changed AFTER UPDATE ON organisation_figures
  FOR EACH ROW WHEN (OLD.revision <> NEW.revision) EXECUTE FUNCTION keep_figure_revision();
REVOKE ALL ON FUNCTION keep_figure_revision() FROM PUBLIC;

-- A token may be made for changing them.
ALTER TABLE api_tokens DROP CONSTRAINT api_tokens_scopes_check, ADD CONSTRAINT api_tokens_scopes_check
  CHECK (cardinality(scopes) BETWEEN 1 AND 3 AND scopes <@ ARRAY['models:read', 'models:write', 'figures:write']);
