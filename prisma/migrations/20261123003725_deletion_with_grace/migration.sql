-- DropForeignKey
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_organisation_id_fkey";

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "deletion_due_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "organisations" ADD COLUMN     "deletion_due_at" TIMESTAMPTZ(3);

GRANT SELECT (deletion_due_at), UPDATE (deletion_due_at) ON "users" TO peerbalance_app;
GRANT UPDATE (deletion_due_at) ON "organisations" TO peerbalance_app;

-- Who runs an organisation may rename it; to have it deleted, or kept, is its owners'.
CREATE FUNCTION keep_deletion_to_owners() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.deletion_due_at IS DISTINCT FROM OLD.deletion_due_at
     AND public.scope_user() IS NOT NULL
     AND NOT EXISTS (SELECT FROM public.memberships m
                     WHERE m.organisation_id = NEW.id AND m.user_id = public.scope_user() AND m.role = 'owner')
  THEN
    RAISE EXCEPTION 'only an owner of organisation % may have it deleted', NEW.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION keep_deletion_to_owners() FROM PUBLIC;
CREATE TRIGGER "organisations_deletion_is_the_owners" BEFORE UPDATE ON "organisations"
  FOR EACH ROW EXECUTE FUNCTION keep_deletion_to_owners();

-- Removes an organisation with all that belongs to it. Of its audit log the ids stay, which say nothing any more.
CREATE FUNCTION remove_organisation(gone uuid) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.audit_events SET detail = '{}', address = '' WHERE organisation_id = gone;
  DELETE FROM public.organisations WHERE id = gone;
$$;

-- Removes a person: their sessions, memberships and shares, the organisations that were theirs alone, and their address wherever somebody
-- wrote it down. What they wrote in organisations of others stays there, without their name.
CREATE FUNCTION remove_person(gone uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  their_email text;
  held record;
BEGIN
  SELECT u.email INTO their_email FROM public.users u WHERE u.id = gone;
  FOR held IN SELECT m.organisation_id AS id FROM public.memberships m WHERE m.user_id = gone LOOP
    IF NOT EXISTS (SELECT FROM public.memberships m WHERE m.organisation_id = held.id AND m.user_id <> gone) THEN
      PERFORM public.remove_organisation(held.id);
    ELSIF NOT EXISTS (SELECT FROM public.memberships m
                      WHERE m.organisation_id = held.id AND m.user_id <> gone AND m.role = 'owner') THEN
      -- Somebody must be able to run it: an admin before a member, who has been there longest.
      UPDATE public.memberships m SET role = 'owner'
        WHERE m.organisation_id = held.id
          AND m.user_id = (SELECT n.user_id FROM public.memberships n
                           WHERE n.organisation_id = held.id AND n.user_id <> gone
                           ORDER BY (n.role = 'admin') DESC, n.created_at, n.user_id LIMIT 1);
    END IF;
  END LOOP;
  UPDATE public.audit_events SET address = '' WHERE actor_id = gone;
  UPDATE public.audit_events SET detail = detail - 'email' WHERE detail ->> 'email' = their_email;
  -- Invitations of every kind carry the address that they were made for.
  FOR held IN SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
              WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'users'
                AND a.attname = 'email' AND NOT a.attisdropped LOOP
    EXECUTE format('DELETE FROM %s WHERE email = $1', held.name) USING their_email;
  END LOOP;
  DELETE FROM public.users WHERE id = gone;
END
$$;

-- What is due today goes for good. Not for the application's role.
CREATE FUNCTION remove_what_is_due() RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  due record;
  removed integer := 0;
BEGIN
  FOR due IN SELECT o.id FROM public.organisations o WHERE o.deletion_due_at < now() LOOP
    PERFORM public.remove_organisation(due.id);
    removed := removed + 1;
  END LOOP;
  FOR due IN SELECT u.id FROM public.users u WHERE u.deletion_due_at < now() LOOP
    PERFORM public.remove_person(due.id);
    removed := removed + 1;
  END LOOP;
  DELETE FROM public.audit_events WHERE at < now() - interval '1 year';
  RETURN removed;
END
$$;
REVOKE ALL ON FUNCTION remove_organisation(uuid), remove_person(uuid), remove_what_is_due() FROM PUBLIC;
