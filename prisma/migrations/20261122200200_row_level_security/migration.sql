-- The second wall behind every `where`: what the application's role may see and do in the scope of one proven person.
--
-- A transaction names its scope in three settings: app.user_id (who), and, to narrow what that person may reach
-- anyway, app.organisation_id and app.model_id. Access always follows from the person's memberships and shares; an
-- organisation or a model named in the scope can only take rows away. Without app.user_id nothing is visible.
--
-- Row-level security is forced, so it binds the owner too. Functions that must look past it run as the owner
-- (SECURITY DEFINER), and as such a function must, they fix their search path: the policy `definer` lets the owner through
-- under exactly that path, so a function that forgets it sees nothing. The path helps nobody but the owner. A later
-- migration that has to touch rows says SET LOCAL search_path = pg_catalog, pg_temp first and names tables in full.

-- The application's role. A start makes it with a password; here it is made only where a migration comes first.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'peerbalance_app') THEN
    CREATE ROLE peerbalance_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
  END IF;
END
$$;

-- Every tenant table: closed, also to its owner, unless one of the functions below is at work.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['users', 'sessions', 'password_resets', 'organisations', 'memberships', 'cost_models',
                              'revisions', 'shares', 'share_invitations', 'audit_events']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY definer ON public.%I TO CURRENT_USER
                    USING (current_setting(''search_path'') = ''pg_catalog, pg_temp'')
                    WITH CHECK (current_setting(''search_path'') = ''pg_catalog, pg_temp'')', name);
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC, peerbalance_app', name);
  END LOOP;
END
$$;

-- Scope ---------------------------------------------------------------------------------------------------------------

-- After a transaction that set it, a setting reads as '' and not as NULL.
CREATE FUNCTION scope_user() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.user_id', true), '')::uuid;
CREATE FUNCTION scope_organisation() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.organisation_id', true), '')::uuid;
CREATE FUNCTION scope_model() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.model_id', true), '')::uuid;

-- Organisations the person belongs to, narrowed to the scope's.
CREATE FUNCTION scope_organisations() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(m.organisation_id), '{}')
  FROM public.memberships m
  WHERE m.user_id = public.scope_user()
    AND (public.scope_organisation() IS NULL OR m.organisation_id = public.scope_organisation())
$$;

-- Those of them that the person runs.
CREATE FUNCTION scope_managed_organisations() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(m.organisation_id), '{}')
  FROM public.memberships m
  WHERE m.user_id = public.scope_user() AND m.role IN ('owner', 'admin')
    AND (public.scope_organisation() IS NULL OR m.organisation_id = public.scope_organisation())
$$;

-- Models shared with the person, at least in this role, narrowed to the scope's.
CREATE FUNCTION scope_shared_models(at_least public.share_role) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(s.model_id), '{}')
  FROM public.shares s
  WHERE s.user_id = public.scope_user() AND s.role >= at_least
    AND (public.scope_organisation() IS NULL OR s.organisation_id = public.scope_organisation())
    AND (public.scope_model() IS NULL OR s.model_id = public.scope_model())
$$;

-- Organisations that own those models: the person may read their names and leave a trace in their audit log.
CREATE FUNCTION scope_sharing_organisations() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT s.organisation_id), '{}')
  FROM public.shares s
  WHERE s.user_id = public.scope_user()
    AND (public.scope_organisation() IS NULL OR s.organisation_id = public.scope_organisation())
    AND (public.scope_model() IS NULL OR s.model_id = public.scope_model())
$$;

-- May the person change who has access to this model? Its creator, and who runs its organisation.
CREATE FUNCTION scope_may_manage(organisation uuid, model uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM public.cost_models c
    WHERE c.id = model AND c.organisation_id = organisation
      AND (public.scope_model() IS NULL OR c.id = public.scope_model())
      AND (c.organisation_id = ANY (public.scope_managed_organisations())
           OR (c.creator_id = public.scope_user() AND c.organisation_id = ANY (public.scope_organisations()))))
$$;

-- May the person change this model's figures? Who manages it, and who holds it as an editor.
CREATE FUNCTION scope_may_edit(organisation uuid, model uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT public.scope_may_manage(organisation, model)
      OR EXISTS (SELECT FROM public.cost_models c
                 WHERE c.id = model AND c.organisation_id = organisation
                   AND c.id = ANY (public.scope_shared_models('editor')))
$$;

-- Does the person meet this one anywhere: as a colleague, as a holder of a share, as an author?
CREATE FUNCTION scope_knows_user(other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT other = public.scope_user()
      OR EXISTS (SELECT FROM public.memberships m
                 WHERE m.user_id = other AND m.organisation_id = ANY (public.scope_organisations()))
      OR EXISTS (SELECT FROM public.shares s
                 WHERE s.user_id = other AND public.scope_may_manage(s.organisation_id, s.model_id))
      OR EXISTS (SELECT FROM public.revisions r
                 WHERE r.author_id = other
                   AND (r.organisation_id = ANY (public.scope_organisations())
                        OR r.model_id = ANY (public.scope_shared_models('viewer'))))
      OR EXISTS (SELECT FROM public.cost_models c
                 WHERE c.creator_id = other AND c.id = ANY (public.scope_shared_models('viewer')))
$$;

-- Policies ------------------------------------------------------------------------------------------------------------
-- `(SELECT f())` is worked out once a query, not once a row.

-- Hashes of passwords cannot be read at all: the column is not granted.
GRANT SELECT (id, email, name, email_verified_at, created_at), UPDATE (name) ON users TO peerbalance_app;
CREATE POLICY read ON users FOR SELECT TO peerbalance_app USING (scope_knows_user(id));
CREATE POLICY change ON users FOR UPDATE TO peerbalance_app
  USING (id = (SELECT scope_user())) WITH CHECK (id = (SELECT scope_user()));

GRANT SELECT, INSERT, UPDATE (seen_at, ended_at) ON sessions TO peerbalance_app;
CREATE POLICY own ON sessions TO peerbalance_app
  USING (user_id = (SELECT scope_user())) WITH CHECK (user_id = (SELECT scope_user()));

GRANT SELECT (id, user_id, created_at, expires_at, used_at) ON password_resets TO peerbalance_app;
CREATE POLICY own ON password_resets FOR SELECT TO peerbalance_app USING (user_id = (SELECT scope_user()));

GRANT SELECT, UPDATE (name) ON organisations TO peerbalance_app;
CREATE POLICY read ON organisations FOR SELECT TO peerbalance_app
  USING (id = ANY ((SELECT scope_organisations())::uuid[]) OR id = ANY ((SELECT scope_sharing_organisations())::uuid[]));
CREATE POLICY change ON organisations FOR UPDATE TO peerbalance_app
  USING (id = ANY ((SELECT scope_managed_organisations())::uuid[]))
  WITH CHECK (id = ANY ((SELECT scope_managed_organisations())::uuid[]));

GRANT SELECT ON memberships TO peerbalance_app;
CREATE POLICY read ON memberships FOR SELECT TO peerbalance_app
  USING (organisation_id = ANY ((SELECT scope_organisations())::uuid[]));

GRANT SELECT, INSERT, DELETE ON cost_models TO peerbalance_app;
-- A model stays in its organisation and keeps its creator: neither column can be updated.
GRANT UPDATE (name, description, start_month, currency, model_version, inputs, custom_lines, is_private, revision,
              changed_at) ON cost_models TO peerbalance_app;
CREATE POLICY read ON cost_models FOR SELECT TO peerbalance_app
  USING ((scope_model() IS NULL OR id = scope_model())
         AND ((organisation_id = ANY ((SELECT scope_organisations())::uuid[])
               AND (NOT is_private OR creator_id = (SELECT scope_user())
                    OR organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])))
              OR id = ANY ((SELECT scope_shared_models('viewer'))::uuid[])));
CREATE POLICY add ON cost_models FOR INSERT TO peerbalance_app
  WITH CHECK (organisation_id = ANY ((SELECT scope_organisations())::uuid[]) AND creator_id = (SELECT scope_user())
              AND scope_model() IS NULL);
CREATE POLICY change ON cost_models FOR UPDATE TO peerbalance_app
  USING (scope_may_edit(organisation_id, id)) WITH CHECK (scope_may_edit(organisation_id, id));
CREATE POLICY remove ON cost_models FOR DELETE TO peerbalance_app USING (scope_may_manage(organisation_id, id));

-- Never changed, never removed but with their model.
GRANT SELECT, INSERT ON revisions TO peerbalance_app;
CREATE POLICY read ON revisions FOR SELECT TO peerbalance_app
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = revisions.organisation_id));
CREATE POLICY add ON revisions FOR INSERT TO peerbalance_app
  WITH CHECK (author_id = (SELECT scope_user()) AND scope_may_edit(organisation_id, model_id));

GRANT SELECT, INSERT, UPDATE (role), DELETE ON shares TO peerbalance_app;
CREATE POLICY read ON shares FOR SELECT TO peerbalance_app
  USING ((user_id = (SELECT scope_user())
          AND (scope_organisation() IS NULL OR organisation_id = scope_organisation())
          AND (scope_model() IS NULL OR model_id = scope_model()))
         OR scope_may_manage(organisation_id, model_id));
CREATE POLICY add ON shares FOR INSERT TO peerbalance_app
  WITH CHECK (scope_may_manage(organisation_id, model_id) AND given_by_id = (SELECT scope_user()));
CREATE POLICY change ON shares FOR UPDATE TO peerbalance_app
  USING (scope_may_manage(organisation_id, model_id)) WITH CHECK (scope_may_manage(organisation_id, model_id));
-- Whoever holds a share may give it up.
CREATE POLICY remove ON shares FOR DELETE TO peerbalance_app
  USING (user_id = (SELECT scope_user()) OR scope_may_manage(organisation_id, model_id));

GRANT SELECT, INSERT, UPDATE (revoked_at) ON share_invitations TO peerbalance_app;
CREATE POLICY read ON share_invitations FOR SELECT TO peerbalance_app
  USING (scope_may_manage(organisation_id, model_id));
CREATE POLICY add ON share_invitations FOR INSERT TO peerbalance_app
  WITH CHECK (scope_may_manage(organisation_id, model_id) AND created_by_id = (SELECT scope_user())
              AND accepted_at IS NULL AND accepted_by_id IS NULL);
CREATE POLICY change ON share_invitations FOR UPDATE TO peerbalance_app
  USING (scope_may_manage(organisation_id, model_id)) WITH CHECK (scope_may_manage(organisation_id, model_id));

-- Only ever added to, in one's own name.
GRANT SELECT, INSERT ON audit_events TO peerbalance_app;
CREATE POLICY read ON audit_events FOR SELECT TO peerbalance_app
  USING (organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])
         OR (actor_id = (SELECT scope_user())
             AND (scope_organisation() IS NULL OR organisation_id = scope_organisation())));
CREATE POLICY add ON audit_events FOR INSERT TO peerbalance_app
  WITH CHECK (actor_id = (SELECT scope_user())
              AND (organisation_id = ANY ((SELECT scope_organisations())::uuid[])
                   OR organisation_id = ANY ((SELECT scope_sharing_organisations())::uuid[])));

-- An organisation keeps an owner ------------------------------------------------------------------------------------------

CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM public.organisations o WHERE o.id = OLD.organisation_id)
     AND NOT EXISTS (SELECT FROM public.memberships m WHERE m.organisation_id = OLD.organisation_id AND m.role = 'owner')
  THEN
    RAISE EXCEPTION 'organisation % would be left without an owner', OLD.organisation_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'memberships_keep_an_owner';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER memberships_keep_an_owner AFTER UPDATE OR DELETE ON memberships
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_an_owner();

-- Before there is a scope -----------------------------------------------------------------------------------------------
-- What signing up, signing in, and links need, each as narrow as it can be.

-- Makes a person and their own organisation. No row where the address is taken.
CREATE FUNCTION create_account(new_email text, new_name text, new_password_hash text, organisation_name text)
  RETURNS TABLE (user_id uuid, organisation_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  person uuid;
  own uuid;
BEGIN
  INSERT INTO public.users (email, name, password_hash) VALUES (new_email, new_name, new_password_hash)
    ON CONFLICT (email) DO NOTHING RETURNING id INTO person;
  IF person IS NULL THEN
    RETURN;
  END IF;
  INSERT INTO public.organisations (name) VALUES (organisation_name) RETURNING id INTO own;
  INSERT INTO public.memberships (organisation_id, user_id, role) VALUES (own, person, 'owner');
  RETURN QUERY SELECT person, own;
END
$$;

CREATE FUNCTION find_user_for_sign_in(wanted_email text) RETURNS TABLE (user_id uuid, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.id, u.password_hash FROM public.users u WHERE u.email = wanted_email
$$;

-- The session of a browser's token, with its person; ended or too old ones too: the caller judges.
CREATE FUNCTION find_session(wanted_hash bytea)
  RETURNS TABLE (session_id uuid, user_id uuid, name text, email text, created_at timestamptz, seen_at timestamptz,
                 ended_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.id, u.id, u.name, u.email, s.created_at, s.seen_at, s.ended_at
  FROM public.sessions s JOIN public.users u ON u.id = s.user_id
  WHERE s.token_hash = wanted_hash
$$;

CREATE FUNCTION own_password_hash() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.password_hash FROM public.users u WHERE u.id = public.scope_user()
$$;

-- A new password ends every session and every open reset link of the person.
CREATE FUNCTION end_access_of(person uuid) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.sessions SET ended_at = now() WHERE user_id = person AND ended_at IS NULL;
  UPDATE public.password_resets SET used_at = now() WHERE user_id = person AND used_at IS NULL;
$$;

CREATE FUNCTION change_own_password(new_password_hash text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.users SET password_hash = new_password_hash WHERE id = public.scope_user();
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM public.end_access_of(public.scope_user());
  RETURN true;
END
$$;

-- Not for the application's role: only the operator's script hands out reset links.
CREATE FUNCTION begin_password_reset(wanted_email text, new_hash bytea, expires timestamptz) RETURNS uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.password_resets (user_id, token_hash, expires_at)
  SELECT u.id, new_hash, expires FROM public.users u WHERE u.email = wanted_email
  RETURNING user_id
$$;

-- The person whose unused, unexpired link this is.
CREATE FUNCTION find_password_reset(wanted_hash bytea) RETURNS TABLE (email text, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.email, p.expires_at
  FROM public.password_resets p JOIN public.users u ON u.id = p.user_id
  WHERE p.token_hash = wanted_hash AND p.used_at IS NULL AND p.expires_at > now()
$$;

-- Uses the link up: sets the password, ends every session. NULL where the link is unknown, used or expired.
CREATE FUNCTION redeem_password_reset(wanted_hash bytea, new_password_hash text) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  person uuid;
BEGIN
  UPDATE public.password_resets SET used_at = now()
    WHERE token_hash = wanted_hash AND used_at IS NULL AND expires_at > now()
    RETURNING user_id INTO person;
  IF person IS NULL THEN
    RETURN NULL;
  END IF;
  UPDATE public.users SET password_hash = new_password_hash WHERE id = person;
  PERFORM public.end_access_of(person);
  RETURN person;
END
$$;

-- What the page behind an invitation's link shows; no row where the link is unknown, used, revoked or expired.
CREATE FUNCTION find_share_invitation(wanted_hash bytea)
  RETURNS TABLE (model_id uuid, model_name text, organisation_name text, inviter_name text, email text,
                 role public.share_role, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.id, c.name, o.name, u.name, i.email, i.role, i.expires_at
  FROM public.share_invitations i
  JOIN public.cost_models c ON c.id = i.model_id AND c.organisation_id = i.organisation_id
  JOIN public.organisations o ON o.id = i.organisation_id
  LEFT JOIN public.users u ON u.id = i.created_by_id
  WHERE i.token_hash = wanted_hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
$$;

-- Uses the link up for the person of the scope. No row where it is unknown, used, revoked or expired. Who belongs to the
-- model's organisation already gains nothing and leaves the link as it is ('member'); a share already held is
-- raised, never lowered.
CREATE FUNCTION accept_share_invitation(wanted_hash bytea)
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

-- Who may call what: nothing is left to PUBLIC.
DO $$
DECLARE
  f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
           AND p.proowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
           AND p.proname IN ('scope_user', 'scope_organisation', 'scope_model', 'scope_organisations',
             'scope_managed_organisations', 'scope_shared_models', 'scope_sharing_organisations', 'scope_may_manage',
             'scope_may_edit', 'scope_knows_user', 'create_account', 'find_user_for_sign_in', 'find_session',
             'own_password_hash', 'change_own_password', 'end_access_of', 'begin_password_reset', 'find_password_reset',
             'redeem_password_reset', 'find_share_invitation', 'accept_share_invitation', 'keep_an_owner',
             'count_up_revision')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION scope_user(), scope_organisation(), scope_model(), scope_organisations(),
  scope_managed_organisations(), scope_shared_models(share_role), scope_sharing_organisations(),
  scope_may_manage(uuid, uuid), scope_may_edit(uuid, uuid), scope_knows_user(uuid),
  create_account(text, text, text, text), find_user_for_sign_in(text), find_session(bytea), own_password_hash(),
  change_own_password(text), find_password_reset(bytea), redeem_password_reset(bytea, text),
  find_share_invitation(bytea), accept_share_invitation(bytea) TO peerbalance_app;
GRANT USAGE ON SCHEMA public TO peerbalance_app;
