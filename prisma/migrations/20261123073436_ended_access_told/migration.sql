-- The tables stay as they are.

-- A membership or a session that ends, or a role that changes, is told to the models that its person has open just now: their streams
-- prove anew what may be read on.
CREATE FUNCTION tell_of_ended_access() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_notify('model_changes', json_build_object('model', p.model_id, 'what', 'access')::text)
    FROM (SELECT DISTINCT model_id FROM public.presences WHERE user_id = OLD.user_id) p;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION tell_of_ended_access() FROM PUBLIC;
CREATE TRIGGER "memberships_tell" AFTER UPDATE OF role OR DELETE ON "memberships"
  FOR EACH ROW EXECUTE FUNCTION tell_of_ended_access();
CREATE TRIGGER "sessions_tell" AFTER UPDATE OF ended_at ON "sessions" FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION tell_of_ended_access();
