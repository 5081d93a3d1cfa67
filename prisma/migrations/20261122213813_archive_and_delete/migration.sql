-- AlterTable
ALTER TABLE "cost_models" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "headline" TEXT;

-- AlterTable
ALTER TABLE "revisions" ADD COLUMN     "headline" TEXT;

ALTER TABLE "cost_models" ADD CONSTRAINT "cost_models_headline_check" CHECK (char_length(headline) <= 2000);
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_headline_check" CHECK (char_length(headline) <= 2000);

-- Sorted by name as people sort: é after e, small letters beside large ones. A server built without ICU keeps its own order.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_collation WHERE collname = 'und-x-icu') THEN
    ALTER TABLE "cost_models" ALTER COLUMN "name" TYPE TEXT COLLATE "und-x-icu";
  END IF;
END
$$;

GRANT UPDATE (headline, archived_at, deleted_at) ON cost_models TO peerbalance_app;

-- A deleted model is seen by those only who may restore it.
DROP POLICY read ON cost_models;
CREATE POLICY read ON cost_models FOR SELECT TO peerbalance_app
  USING ((scope_model() IS NULL OR id = scope_model())
         AND ((organisation_id = ANY ((SELECT scope_organisations())::uuid[])
               AND (NOT is_private OR creator_id = (SELECT scope_user())
                    OR organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])))
              OR id = ANY ((SELECT scope_shared_models('viewer'))::uuid[]))
         AND (deleted_at IS NULL
              OR organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])
              OR (creator_id = (SELECT scope_user())
                  AND organisation_id = ANY ((SELECT scope_organisations())::uuid[]))));

-- What is archived or deleted can be read but not changed, and neither can what hangs on it.
CREATE OR REPLACE FUNCTION scope_may_edit(organisation uuid, model uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.cost_models c
                 WHERE c.id = model AND c.organisation_id = organisation
                   AND c.archived_at IS NULL AND c.deleted_at IS NULL
                   AND (public.scope_may_manage(organisation, model)
                        OR c.id = ANY (public.scope_shared_models('editor'))))
$$;

-- Who manages a model may still take it out of the archive, or restore it.
DROP POLICY change ON cost_models;
CREATE POLICY change ON cost_models FOR UPDATE TO peerbalance_app
  USING (scope_may_edit(organisation_id, id) OR scope_may_manage(organisation_id, id))
  WITH CHECK (scope_may_edit(organisation_id, id) OR scope_may_manage(organisation_id, id));

CREATE FUNCTION keep_what_is_put_away() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (NEW.archived_at, NEW.deleted_at) IS DISTINCT FROM (OLD.archived_at, OLD.deleted_at)
     AND public.scope_user() IS NOT NULL AND NOT public.scope_may_manage(OLD.organisation_id, OLD.id)
  THEN
    RAISE EXCEPTION 'only who manages model % may archive or delete it', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.revision <> OLD.revision AND (OLD.archived_at IS NOT NULL OR OLD.deleted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'model % is archived or deleted', OLD.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'cost_models_put_away_stays';
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION keep_what_is_put_away() FROM PUBLIC;
CREATE TRIGGER "cost_models_put_away_stays" BEFORE UPDATE ON "cost_models"
  FOR EACH ROW EXECUTE FUNCTION keep_what_is_put_away();

-- A link to a deleted model opens nothing until the model is restored.
CREATE OR REPLACE FUNCTION find_share_invitation(wanted_hash bytea)
  RETURNS TABLE (model_id uuid, model_name text, organisation_name text, inviter_name text, email text,
                 role public.share_role, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.id, c.name, o.name, u.name, i.email, i.role, i.expires_at
  FROM public.share_invitations i
  JOIN public.cost_models c ON c.id = i.model_id AND c.organisation_id = i.organisation_id
  JOIN public.organisations o ON o.id = i.organisation_id
  LEFT JOIN public.users u ON u.id = i.created_by_id
  WHERE i.token_hash = wanted_hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
    AND c.deleted_at IS NULL
$$;

CREATE OR REPLACE FUNCTION accept_share_invitation(wanted_hash bytea)
  RETURNS TABLE (outcome text, organisation_id uuid, model_id uuid, role public.share_role)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  person uuid := public.scope_user();
  found public.share_invitations;
BEGIN
  IF person IS NULL THEN
    RAISE EXCEPTION 'an invitation is accepted in the scope of a person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO found FROM public.share_invitations i
    WHERE i.token_hash = wanted_hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
      AND EXISTS (SELECT FROM public.cost_models c WHERE c.id = i.model_id AND c.deleted_at IS NULL)
    FOR UPDATE;
  IF found.id IS NULL THEN
    RETURN;
  END IF;
  IF EXISTS (SELECT FROM public.memberships m WHERE m.organisation_id = found.organisation_id AND m.user_id = person) THEN
    RETURN QUERY SELECT 'member', found.organisation_id, found.model_id, found.role;
    RETURN;
  END IF;
  UPDATE public.share_invitations i SET accepted_at = now(), accepted_by_id = person WHERE i.id = found.id;
  RETURN QUERY
    INSERT INTO public.shares AS s (organisation_id, model_id, user_id, role, given_by_id)
    VALUES (found.organisation_id, found.model_id, person, found.role, found.created_by_id)
    ON CONFLICT (model_id, user_id) DO UPDATE SET role = greatest(s.role, excluded.role)
    RETURNING 'accepted', s.organisation_id, s.model_id, s.role;
END
$$;

-- What was deleted more than 30 days ago goes for good, with its revisions and shares. Not for the application's role.
CREATE FUNCTION remove_long_deleted() RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  removed integer;
BEGIN
  DELETE FROM public.cost_models WHERE deleted_at < now() - interval '30 days';
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END
$$;
REVOKE ALL ON FUNCTION remove_long_deleted() FROM PUBLIC;
