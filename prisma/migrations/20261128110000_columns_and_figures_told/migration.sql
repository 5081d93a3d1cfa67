-- Who said what a column is read as; who runs an organisation may have it forgotten. And what an organisation states of
-- its own is told to the servers whose people look at it.

-- Empty for what was said before, and for people whose account is gone.
ALTER TABLE column_names ADD COLUMN changed_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL;
CREATE INDEX column_names_changed_by_id_idx ON column_names (changed_by_id);

GRANT UPDATE (changed_by_id), DELETE ON column_names TO peerbalance_app;
DROP POLICY add ON column_names;
CREATE POLICY add ON column_names FOR INSERT TO peerbalance_app
  WITH CHECK (organisation_id = ANY ((SELECT scope_organisations())::uuid[]) AND changed_by_id = (SELECT scope_user()));
DROP POLICY change ON column_names;
CREATE POLICY change ON column_names FOR UPDATE TO peerbalance_app
  USING (organisation_id = ANY ((SELECT scope_organisations())::uuid[]))
  WITH CHECK (organisation_id = ANY ((SELECT scope_organisations())::uuid[]) AND changed_by_id = (SELECT scope_user()));
CREATE POLICY remove ON column_names FOR DELETE TO peerbalance_app
  USING (organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[]));

-- Ids only, as all who may connect may listen. Many changes in one transaction are told once.
CREATE FUNCTION tell_of_figures() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_notify('model_changes', json_build_object('organisation', NEW.organisation_id, 'what', 'figures')::text);
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION tell_of_figures() FROM PUBLIC;
CREATE TRIGGER organisation_figures_tell_added AFTER INSERT ON organisation_figures FOR EACH ROW
  EXECUTE FUNCTION tell_of_figures();
CREATE TRIGGER organisation_figures_tell_changed AFTER UPDATE ON organisation_figures FOR EACH ROW
  WHEN (OLD.revision <> NEW.revision) EXECUTE FUNCTION tell_of_figures();
