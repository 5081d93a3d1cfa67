-- CreateTable
CREATE TABLE "organisation_invitations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "organisation_role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,

    CONSTRAINT "organisation_invitations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_invitations_token_hash_key" ON "organisation_invitations"("token_hash");

-- CreateIndex
CREATE INDEX "organisation_invitations_organisation_id_idx" ON "organisation_invitations"("organisation_id");

-- CreateIndex
CREATE INDEX "organisation_invitations_created_by_id_idx" ON "organisation_invitations"("created_by_id");

-- AddForeignKey
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "organisation_invitations_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "organisation_invitations_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "organisation_invitations_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must hold whatever the code does.
ALTER TABLE "organisation_invitations"
  ADD CONSTRAINT "organisation_invitations_email_check" CHECK (
    email = lower(btrim(email)) AND email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email) <= 254),
  ADD CONSTRAINT "organisation_invitations_token_hash_check" CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT "organisation_invitations_expires_at_check" CHECK (expires_at > created_at),
  ADD CONSTRAINT "organisation_invitations_accepted_check" CHECK (accepted_by_id IS NULL OR accepted_at IS NOT NULL),
  ADD CONSTRAINT "organisation_invitations_one_end_check" CHECK (accepted_at IS NULL OR revoked_at IS NULL);

ALTER TABLE public.organisation_invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.organisation_invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON public.organisation_invitations TO CURRENT_USER
  USING (current_setting('search_path') = 'pg_catalog, pg_temp')
  WITH CHECK (current_setting('search_path') = 'pg_catalog, pg_temp');
REVOKE ALL ON public.organisation_invitations FROM PUBLIC, peerbalance_app;

-- Organisations that the person owns, narrowed to the scope's.
CREATE FUNCTION scope_owned_organisations() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(m.organisation_id), '{}')
  FROM public.memberships m
  WHERE m.user_id = public.scope_user() AND m.role = 'owner'
    AND (public.scope_organisation() IS NULL OR m.organisation_id = public.scope_organisation())
$$;

-- Who runs the organisation invites; only an owner makes or withdraws an owner's invitation. The hash is seen by nobody.
GRANT SELECT (id, organisation_id, email, role, created_by_id, created_at, expires_at, revoked_at, accepted_at, accepted_by_id),
      INSERT, UPDATE (revoked_at)
  ON organisation_invitations TO peerbalance_app;
CREATE POLICY read ON organisation_invitations FOR SELECT TO peerbalance_app
  USING (organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[]));
CREATE POLICY add ON organisation_invitations FOR INSERT TO peerbalance_app
  WITH CHECK (organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])
              AND (role <> 'owner' OR organisation_id = ANY ((SELECT scope_owned_organisations())::uuid[]))
              AND created_by_id = (SELECT scope_user()) AND accepted_at IS NULL AND accepted_by_id IS NULL);
CREATE POLICY change ON organisation_invitations FOR UPDATE TO peerbalance_app
  USING (organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])
         AND (role <> 'owner' OR organisation_id = ANY ((SELECT scope_owned_organisations())::uuid[])))
  WITH CHECK (revoked_at IS NOT NULL);

-- Memberships ---------------------------------------------------------------------------------------------------------
-- The application's role may read them and nothing else: each change goes through one of these functions, which hold the rules.

-- Of two owners who leave at once the second waits for the first, and stays.
CREATE OR REPLACE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM public.organisations o WHERE o.id = OLD.organisation_id FOR NO KEY UPDATE;
  IF FOUND
     AND NOT EXISTS (SELECT FROM public.memberships m WHERE m.organisation_id = OLD.organisation_id AND m.role = 'owner')
  THEN
    RAISE EXCEPTION 'organisation % would be left without an owner', OLD.organisation_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'memberships_keep_an_owner';
  END IF;
  RETURN NULL;
END
$$;

-- What rests on a membership ends with it, whichever way it ends: shares of the organisation's models, tokens, and links
-- that were given out and not used, by which somebody who was removed could come back. A lesser role keeps no link that it
-- could not make.
CREATE FUNCTION end_what_rests_on_a_membership() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  still public.organisation_role;
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM public.shares s WHERE s.organisation_id = OLD.organisation_id AND s.user_id = OLD.user_id;
    UPDATE public.api_tokens t SET revoked_at = now()
      WHERE t.organisation_id = OLD.organisation_id AND t.user_id = OLD.user_id AND t.revoked_at IS NULL;
  ELSE
    still := NEW.role;
  END IF;
  UPDATE public.organisation_invitations i SET revoked_at = now()
    WHERE i.organisation_id = OLD.organisation_id AND i.created_by_id = OLD.user_id
      AND i.accepted_at IS NULL AND i.revoked_at IS NULL
      AND (still IS NULL OR still = 'member' OR (still = 'admin' AND i.role = 'owner'));
  UPDATE public.share_invitations i SET revoked_at = now()
    WHERE i.organisation_id = OLD.organisation_id AND i.created_by_id = OLD.user_id
      AND i.accepted_at IS NULL AND i.revoked_at IS NULL
      AND (still IS NULL
           OR (still = 'member'
               AND NOT EXISTS (SELECT FROM public.cost_models c WHERE c.id = i.model_id AND c.creator_id = OLD.user_id)));
  RETURN NULL;
END
$$;
CREATE TRIGGER "memberships_end_what_rests" AFTER UPDATE OR DELETE ON "memberships"
  FOR EACH ROW EXECUTE FUNCTION end_what_rests_on_a_membership();

-- Makes an organisation that the scope's person owns.
CREATE FUNCTION create_organisation(new_name text) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  made uuid;
BEGIN
  IF public.scope_user() IS NULL THEN
    RAISE EXCEPTION 'an organisation is made in the scope of a person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.organisations (name) VALUES (new_name) RETURNING id INTO made;
  INSERT INTO public.memberships (organisation_id, user_id, role) VALUES (made, public.scope_user(), 'owner');
  RETURN made;
END
$$;

-- Gives a member another role. Owners may do all but leave nobody to own; admins touch no owner and make none.
CREATE FUNCTION change_membership_role(organisation uuid, person uuid, new_role public.organisation_role) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  own public.organisation_role;
  held public.organisation_role;
BEGIN
  PERFORM FROM public.organisations o
    WHERE o.id = organisation AND (public.scope_organisation() IS NULL OR o.id = public.scope_organisation())
    FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN 'gone';
  END IF;
  SELECT m.role INTO own FROM public.memberships m
    WHERE m.organisation_id = organisation AND m.user_id = public.scope_user();
  SELECT m.role INTO held FROM public.memberships m WHERE m.organisation_id = organisation AND m.user_id = person;
  IF own IS NULL OR held IS NULL THEN
    RETURN 'gone';
  ELSIF own = 'member' OR (own = 'admin' AND (held = 'owner' OR new_role = 'owner')) THEN
    RETURN 'refused';
  ELSIF held = new_role THEN
    RETURN 'unchanged';
  ELSIF held = 'owner' AND NOT EXISTS (SELECT FROM public.memberships m
                                       WHERE m.organisation_id = organisation AND m.role = 'owner' AND m.user_id <> person) THEN
    RETURN 'last-owner';
  END IF;
  UPDATE public.memberships m SET role = new_role WHERE m.organisation_id = organisation AND m.user_id = person;
  RETURN 'changed';
END
$$;

-- Ends a membership: anybody's own, anybody's by an owner, all but owners' by an admin.
CREATE FUNCTION remove_membership(organisation uuid, person uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  own public.organisation_role;
  held public.organisation_role;
BEGIN
  PERFORM FROM public.organisations o
    WHERE o.id = organisation AND (public.scope_organisation() IS NULL OR o.id = public.scope_organisation())
    FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN 'gone';
  END IF;
  SELECT m.role INTO own FROM public.memberships m
    WHERE m.organisation_id = organisation AND m.user_id = public.scope_user();
  SELECT m.role INTO held FROM public.memberships m WHERE m.organisation_id = organisation AND m.user_id = person;
  IF own IS NULL OR held IS NULL THEN
    RETURN 'gone';
  ELSIF person <> public.scope_user() AND (own = 'member' OR (own = 'admin' AND held = 'owner')) THEN
    RETURN 'refused';
  ELSIF held = 'owner' AND NOT EXISTS (SELECT FROM public.memberships m
                                       WHERE m.organisation_id = organisation AND m.role = 'owner' AND m.user_id <> person) THEN
    RETURN 'last-owner';
  END IF;
  DELETE FROM public.memberships m WHERE m.organisation_id = organisation AND m.user_id = person;
  RETURN 'removed';
END
$$;

-- Links -----------------------------------------------------------------------------------------------------------------

-- What the page behind an organisation's link shows: what has become of it and, while it is open, what it is for. It is
-- open only while whoever made it could make it still.
CREATE FUNCTION find_organisation_invitation(wanted_hash bytea)
  RETURNS TABLE (state text, organisation_id uuid, organisation_name text, inviter_name text, role public.organisation_role)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT f.state, f.organisation_id,
         CASE WHEN f.state = 'open' THEN o.name END, CASE WHEN f.state = 'open' THEN u.name END, f.role
  FROM (SELECT CASE WHEN i.accepted_at IS NOT NULL THEN 'used'
                    WHEN i.revoked_at IS NOT NULL OR m.role IS NULL THEN 'revoked'
                    WHEN i.expires_at <= now() THEN 'expired'
                    ELSE 'open' END AS state,
               i.organisation_id, i.role, i.created_by_id
        FROM public.organisation_invitations i
        LEFT JOIN public.memberships m
          ON m.organisation_id = i.organisation_id AND m.user_id = i.created_by_id
         AND (m.role = 'owner' OR (m.role = 'admin' AND i.role <> 'owner'))
        WHERE i.token_hash = wanted_hash) f
  JOIN public.organisations o ON o.id = f.organisation_id
  LEFT JOIN public.users u ON u.id = f.created_by_id
$$;

-- Uses the link up for the person of the scope. No row where it is unknown, used, revoked or expired. Who has the role
-- already, or a higher one, gains nothing and leaves the link as it is ('member'); a lesser role is raised.
CREATE FUNCTION accept_organisation_invitation(wanted_hash bytea)
  RETURNS TABLE (outcome text, organisation_id uuid, role public.organisation_role)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  person uuid := public.scope_user();
  found public.organisation_invitations;
  held public.organisation_role;
BEGIN
  IF person IS NULL THEN
    RAISE EXCEPTION 'an invitation is accepted in the scope of a person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- In the order in which a removal takes them: the organisation, then its links. Whoever made the link is not being removed meanwhile.
  PERFORM FROM public.organisations o
    WHERE o.id = (SELECT i.organisation_id FROM public.organisation_invitations i WHERE i.token_hash = wanted_hash)
    FOR NO KEY UPDATE;
  SELECT * INTO found FROM public.organisation_invitations i
    WHERE i.token_hash = wanted_hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
      AND EXISTS (SELECT FROM public.memberships m
                  WHERE m.organisation_id = i.organisation_id AND m.user_id = i.created_by_id
                    AND (m.role = 'owner' OR (m.role = 'admin' AND i.role <> 'owner')))
    FOR UPDATE;
  IF found.id IS NULL THEN
    RETURN;
  END IF;
  SELECT m.role INTO held FROM public.memberships m
    WHERE m.organisation_id = found.organisation_id AND m.user_id = person;
  -- The enumeration goes from the most to the least.
  IF held <= found.role THEN
    RETURN QUERY SELECT 'member', found.organisation_id, held;
    RETURN;
  END IF;
  UPDATE public.organisation_invitations i SET accepted_at = now(), accepted_by_id = person WHERE i.id = found.id;
  RETURN QUERY
    INSERT INTO public.memberships AS m (organisation_id, user_id, role) VALUES (found.organisation_id, person, found.role)
    ON CONFLICT (organisation_id, user_id) DO UPDATE SET role = excluded.role
    RETURNING CASE WHEN held IS NULL THEN 'joined' ELSE 'raised' END, m.organisation_id, m.role;
END
$$;

-- A plain member of the model's organisation gets the share; its creator, admins and owners, who own the model, gain nothing by it.
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
  IF EXISTS (SELECT FROM public.memberships m
             WHERE m.organisation_id = found.organisation_id AND m.user_id = person
               AND (m.role <> 'member'
                    OR EXISTS (SELECT FROM public.cost_models c WHERE c.id = found.model_id AND c.creator_id = person))) THEN
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

-- An editor by a share changes figures, and not who may see them.
CREATE FUNCTION keep_private_what_is_private() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF public.scope_user() IS NOT NULL AND NOT public.scope_may_manage(OLD.organisation_id, OLD.id) THEN
    RAISE EXCEPTION 'only who manages model % may make it private or open it', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "cost_models_private_by_managers" BEFORE UPDATE OF is_private ON "cost_models"
  FOR EACH ROW WHEN (NEW.is_private <> OLD.is_private) EXECUTE FUNCTION keep_private_what_is_private();

-- For a start: links that were used, withdrawn or outdated for 30 days go. Not for the application's role.
CREATE FUNCTION remove_old_invitations() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.organisation_invitations
    WHERE coalesce(accepted_at, revoked_at, expires_at) < now() - interval '30 days';
  DELETE FROM public.share_invitations
    WHERE coalesce(accepted_at, revoked_at, expires_at) < now() - interval '30 days';
$$;

REVOKE ALL ON FUNCTION scope_owned_organisations(), end_what_rests_on_a_membership(), create_organisation(text),
  change_membership_role(uuid, uuid, organisation_role), remove_membership(uuid, uuid), find_organisation_invitation(bytea),
  accept_organisation_invitation(bytea), keep_private_what_is_private(), remove_old_invitations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION scope_owned_organisations(), create_organisation(text),
  change_membership_role(uuid, uuid, organisation_role), remove_membership(uuid, uuid), find_organisation_invitation(bytea),
  accept_organisation_invitation(bytea) TO peerbalance_app;
