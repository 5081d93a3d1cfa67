-- The database of Peerbalance.
--
-- Contents. Each part has its tables with their checks and indexes, what the application's role may do with them
-- (grants, policies), and the functions and triggers that serve them. A search for "FUNCTION name" finds a function.
--
--    1  Access          the application's role, how a table is closed, the scope of a transaction
--    2  People          users, organisations, memberships
--    3  Memberships     joining an organisation, leaving it; organisation_invitations
--    4  Signing in      sessions, password_resets, mail_links, identities, second_factors,
--                      recovery_codes, sign_in_steps
--    5  Models          cost_models, revisions, scenarios
--    6  Shares          shares, share_invitations
--    7  Accounts        making one, with or without an invitation
--    8  Links           share_links: read-only, for people who do not sign in
--    9  Comments        comments, and who may reply
--   10  Notices         notices, written by triggers
--   11  Presence        presences, and what servers are told of changes
--   12  API             api_tokens, api_creations
--   13  Audit log       audit_events
--   14  Rate limits     rate_limits
--   15  Deletion        organisations and people that go for good
--   16  The end         what holds for all functions; applied_migrations
--
-- Constraints without a name have the one that PostgreSQL gives them: users_email_check, sessions_user_id_fkey.
-- Columns stand in the order of prisma/schema.prisma, which says what they mean.

-- Functions stand beside their tables and name tables of later parts. Their bodies are checked at the end.
SET LOCAL check_function_bodies = off;

-- 1 Access ============================================================================================================
-- The second wall behind every `where`: what the application's role may see and do in the scope of one proven person.
--
-- A transaction names its scope in three settings: app.user_id (who), and, to narrow what that person may reach anyway,
-- app.organisation_id and app.model_id. Access always follows from the person's memberships and shares; an organisation
-- or a model named in the scope can only take rows away. Without app.user_id nothing is visible.
--
-- Row-level security is forced, so it binds the owner too. Functions that must look past it run as the owner (SECURITY
-- DEFINER), and as such a function must, they fix their search path: the policy `definer` lets the owner through under
-- exactly that path, so a function that forgets it sees nothing. The path helps nobody but the owner. A later migration
-- that has to touch rows says SET LOCAL search_path = pg_catalog, pg_temp first and names tables in full.

-- A start makes this role with a password; here it is made only where a migration comes first.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'peerbalance_app') THEN
    CREATE ROLE peerbalance_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
  END IF;
END
$$;
GRANT USAGE ON SCHEMA public TO peerbalance_app;

-- Closes a table, also to its owner, but for functions of the owner's. Used below, and dropped at the end.
CREATE PROCEDURE close_table(name regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY definer ON %s TO CURRENT_USER
                  USING (current_setting(''search_path'') = ''pg_catalog, pg_temp'')
                  WITH CHECK (current_setting(''search_path'') = ''pg_catalog, pg_temp'')', name);
  EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, peerbalance_app', name);
END
$$;

-- Who asks, and for what part of what they may reach ------------------------------------------------------------------
-- After a transaction that set it, a setting reads as '' and not as NULL.

CREATE FUNCTION scope_user() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.user_id', true), '')::uuid;
CREATE FUNCTION scope_organisation() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.organisation_id', true), '')::uuid;
CREATE FUNCTION scope_model() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.model_id', true), '')::uuid;

-- What the person reaches ---------------------------------------------------------------------------------------------
-- Policies write `(SELECT f())`, which is worked out once a query, not once a row.

-- From the least to the most: each role may do what those before it may, and comparisons of roles go by this order.
CREATE TYPE share_role AS ENUM ('viewer', 'commenter', 'editor');

-- Organisations that the person belongs to, narrowed to the scope's.
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

-- Those of them that the person owns.
CREATE FUNCTION scope_owned_organisations() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(m.organisation_id), '{}')
  FROM public.memberships m
  WHERE m.user_id = public.scope_user() AND m.role = 'owner'
    AND (public.scope_organisation() IS NULL OR m.organisation_id = public.scope_organisation())
$$;

-- Models shared with the person, in this role or a higher one, narrowed to the scope's.
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

-- What the person may do with a model ---------------------------------------------------------------------------------

-- Change who has access to it? Its creator, and those who run its organisation.
CREATE FUNCTION scope_may_manage(organisation uuid, model uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM public.cost_models c
    WHERE c.id = model AND c.organisation_id = organisation
      AND (public.scope_model() IS NULL OR c.id = public.scope_model())
      AND (c.organisation_id = ANY (public.scope_managed_organisations())
           OR (c.creator_id = public.scope_user() AND c.organisation_id = ANY (public.scope_organisations()))))
$$;

-- Change its figures? Those who manage it, and those who hold it as an editor. What is archived or deleted can be read
-- but not changed, and neither can what hangs on it.
CREATE FUNCTION scope_may_edit(organisation uuid, model uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.cost_models c
                 WHERE c.id = model AND c.organisation_id = organisation
                   AND c.archived_at IS NULL AND c.deleted_at IS NULL
                   AND (public.scope_may_manage(organisation, model)
                        OR c.id = ANY (public.scope_shared_models('editor'))))
$$;

-- Write comments on it? Those who manage or edit it, hold it as a commenter, or belong to its organisation where it is
-- not private.
CREATE FUNCTION scope_may_comment(organisation uuid, model uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM public.cost_models c
    WHERE c.id = model AND c.organisation_id = organisation AND c.archived_at IS NULL AND c.deleted_at IS NULL
      AND (public.scope_model() IS NULL OR c.id = public.scope_model())
      AND (public.scope_may_manage(organisation, model)
           OR (NOT c.is_private AND c.organisation_id = ANY (public.scope_organisations()))
           OR c.id = ANY (public.scope_shared_models('commenter'))))
$$;

-- Read it? Of any person: not for the application's role, as it would tell anyone of everyone.
CREATE FUNCTION may_view_model(person uuid, organisation uuid, model uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM public.cost_models c
    LEFT JOIN public.memberships m ON m.organisation_id = c.organisation_id AND m.user_id = person
    WHERE c.id = model AND c.organisation_id = organisation AND c.deleted_at IS NULL
      AND (m.role IN ('owner', 'admin')
           OR (m.role = 'member' AND (NOT c.is_private OR c.creator_id = person))
           OR EXISTS (SELECT FROM public.shares s
                      WHERE s.model_id = c.id AND s.organisation_id = c.organisation_id AND s.user_id = person)))
$$;

CREATE FUNCTION scope_may_view(organisation uuid, model uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT public.may_view_model(public.scope_user(), organisation, model)
     AND (public.scope_organisation() IS NULL OR organisation = public.scope_organisation())
     AND (public.scope_model() IS NULL OR model = public.scope_model())
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

GRANT EXECUTE ON FUNCTION scope_user(), scope_organisation(), scope_model(), scope_organisations(),
  scope_managed_organisations(), scope_owned_organisations(), scope_shared_models(share_role),
  scope_sharing_organisations(), scope_may_manage(uuid, uuid), scope_may_edit(uuid, uuid),
  scope_may_comment(uuid, uuid), scope_may_view(uuid, uuid), scope_knows_user(uuid) TO peerbalance_app;

-- 2 People ============================================================================================================

-- From the most to the least.
CREATE TYPE organisation_role AS ENUM ('owner', 'admin', 'member');

CREATE TABLE users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL
    CHECK (email = lower(btrim(email)) AND email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email) <= 254),
  name text NOT NULL CHECK (char_length(btrim(name)) BETWEEN 1 AND 200),
  password_hash text CHECK (password_hash LIKE '$argon2id$%' AND char_length(password_hash) <= 300),
  email_verified_at timestamptz(3),
  deletion_due_at timestamptz(3),
  notices_by_mail boolean NOT NULL DEFAULT true,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX users_email_key ON users (email);

CREATE TABLE organisations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL CHECK (char_length(btrim(name)) BETWEEN 1 AND 200),
  deletion_due_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE memberships (
  organisation_id uuid NOT NULL REFERENCES organisations ON UPDATE CASCADE ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  role organisation_role NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (organisation_id, user_id)
);
CREATE INDEX memberships_user_id_idx ON memberships (user_id);

CALL close_table('users');
-- Hashes of passwords cannot be read at all: the column is not granted.
GRANT SELECT (id, email, name, email_verified_at, created_at, deletion_due_at, notices_by_mail),
  UPDATE (name, deletion_due_at, notices_by_mail) ON users TO peerbalance_app;
-- Colleagues are found by their memberships; only others take the function, which looks everywhere.
CREATE POLICY read ON users FOR SELECT TO peerbalance_app
  USING (id = (SELECT scope_user())
         OR EXISTS (SELECT FROM memberships m
                    WHERE m.user_id = users.id AND m.organisation_id = ANY ((SELECT scope_organisations())::uuid[]))
         OR scope_knows_user(id));
CREATE POLICY change ON users FOR UPDATE TO peerbalance_app
  USING (id = (SELECT scope_user())) WITH CHECK (id = (SELECT scope_user()));

CALL close_table('organisations');
GRANT SELECT, UPDATE (name, deletion_due_at) ON organisations TO peerbalance_app;
CREATE POLICY read ON organisations FOR SELECT TO peerbalance_app
  USING (id = ANY ((SELECT scope_organisations())::uuid[])
         OR id = ANY ((SELECT scope_sharing_organisations())::uuid[]));
CREATE POLICY change ON organisations FOR UPDATE TO peerbalance_app
  USING (id = ANY ((SELECT scope_managed_organisations())::uuid[]))
  WITH CHECK (id = ANY ((SELECT scope_managed_organisations())::uuid[]));

-- Those who run an organisation may rename it; only its owners may have it deleted, or kept.
CREATE FUNCTION keep_deletion_to_owners() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.deletion_due_at IS DISTINCT FROM OLD.deletion_due_at
     AND public.scope_user() IS NOT NULL
     AND NOT EXISTS (SELECT FROM public.memberships m
                     WHERE m.organisation_id = NEW.id AND m.user_id = public.scope_user() AND m.role = 'owner')
  THEN
    RAISE EXCEPTION 'only an owner of organisation % may have it deleted', NEW.id
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER organisations_deletion_is_the_owners BEFORE UPDATE ON organisations
  FOR EACH ROW EXECUTE FUNCTION keep_deletion_to_owners();

CALL close_table('memberships');
-- The application's role reads memberships and nothing else: each change goes through a function of the next part.
GRANT SELECT ON memberships TO peerbalance_app;
CREATE POLICY read ON memberships FOR SELECT TO peerbalance_app
  USING (organisation_id = ANY ((SELECT scope_organisations())::uuid[]));

-- Of two owners who leave at once the second waits for the first, and stays.
CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM public.organisations o WHERE o.id = OLD.organisation_id FOR NO KEY UPDATE;
  IF FOUND
     AND NOT EXISTS (SELECT FROM public.memberships m
                     WHERE m.organisation_id = OLD.organisation_id AND m.role = 'owner')
  THEN
    RAISE EXCEPTION 'organisation % would be left without an owner', OLD.organisation_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'memberships_keep_an_owner';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER memberships_keep_an_owner AFTER UPDATE OR DELETE ON memberships
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_an_owner();

-- What rests on a membership ends with it, whichever way it ends: shares of the organisation's models, tokens, and
-- links that were given out and not used, by which a person who was removed could come back. A lesser role keeps no
-- link that it could not make.
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
               AND NOT EXISTS (SELECT FROM public.cost_models c
                               WHERE c.id = i.model_id AND c.creator_id = OLD.user_id)));
  RETURN NULL;
END
$$;
CREATE TRIGGER memberships_end_what_rests AFTER UPDATE OR DELETE ON memberships
  FOR EACH ROW EXECUTE FUNCTION end_what_rests_on_a_membership();

-- 3 Memberships =======================================================================================================

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
  ELSIF held = 'owner'
        AND NOT EXISTS (SELECT FROM public.memberships m
                        WHERE m.organisation_id = organisation AND m.role = 'owner' AND m.user_id <> person) THEN
    RETURN 'last-owner';
  END IF;
  UPDATE public.memberships m SET role = new_role WHERE m.organisation_id = organisation AND m.user_id = person;
  RETURN 'changed';
END
$$;

-- Ends a membership: one's own always, anyone's by an owner, all but owners' by an admin.
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
  ELSIF held = 'owner'
        AND NOT EXISTS (SELECT FROM public.memberships m
                        WHERE m.organisation_id = organisation AND m.role = 'owner' AND m.user_id <> person) THEN
    RETURN 'last-owner';
  END IF;
  DELETE FROM public.memberships m WHERE m.organisation_id = organisation AND m.user_id = person;
  RETURN 'removed';
END
$$;

GRANT EXECUTE ON FUNCTION create_organisation(text), change_membership_role(uuid, uuid, organisation_role),
  remove_membership(uuid, uuid) TO peerbalance_app;

CREATE TABLE organisation_invitations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisations ON UPDATE CASCADE ON DELETE CASCADE,
  email text NOT NULL
    CHECK (email = lower(btrim(email)) AND email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email) <= 254),
  role organisation_role NOT NULL,
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  created_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  account_made_at timestamptz(3),
  accepted_at timestamptz(3),
  accepted_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  CONSTRAINT organisation_invitations_expires_at_check CHECK (expires_at > created_at),
  CONSTRAINT organisation_invitations_accepted_check CHECK (accepted_by_id IS NULL OR accepted_at IS NOT NULL),
  CONSTRAINT organisation_invitations_one_end_check CHECK (accepted_at IS NULL OR revoked_at IS NULL)
);
CREATE UNIQUE INDEX organisation_invitations_token_hash_key ON organisation_invitations (token_hash);
CREATE INDEX organisation_invitations_organisation_id_idx ON organisation_invitations (organisation_id);
CREATE INDEX organisation_invitations_created_by_id_idx ON organisation_invitations (created_by_id);

CALL close_table('organisation_invitations');
-- Those who run the organisation invite; only an owner makes or withdraws an owner's invitation. Nobody sees the hash.
GRANT SELECT (id, organisation_id, email, role, created_by_id, created_at, expires_at, revoked_at, account_made_at,
              accepted_at, accepted_by_id),
  INSERT, UPDATE (revoked_at) ON organisation_invitations TO peerbalance_app;
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

-- What the page behind an organisation's link shows: what has become of it and, while it is open, what it is for. It is
-- open only while the person who made it could make it still.
CREATE FUNCTION find_organisation_invitation(wanted_hash bytea)
  RETURNS TABLE (state text, organisation_id uuid, organisation_name text, inviter_name text,
                 role public.organisation_role)
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

-- Uses the link up for the person of the scope. No row where it is unknown, used, revoked or expired. A person who has
-- the role already, or a higher one, gains nothing and leaves the link as it is ('member'); a lesser role is raised.
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
  -- In the order in which a removal takes them: the organisation, then its links. The person who made the link is not
  -- being removed meanwhile.
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
    INSERT INTO public.memberships AS m (organisation_id, user_id, role)
    VALUES (found.organisation_id, person, found.role)
    ON CONFLICT (organisation_id, user_id) DO UPDATE SET role = excluded.role
    RETURNING CASE WHEN held IS NULL THEN 'joined' ELSE 'raised' END, m.organisation_id, m.role;
END
$$;

GRANT EXECUTE ON FUNCTION find_organisation_invitation(bytea), accept_organisation_invitation(bytea) TO peerbalance_app;

-- 4 Signing in ========================================================================================================
-- All seven tables are a person's own and nobody else's, whatever organisation they share. What is looked up by a
-- secret before anyone is proven goes through functions, each as narrow as it can be.

CREATE TABLE sessions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  user_id uuid NOT NULL REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  seen_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at timestamptz(3),
  confirmed_at timestamptz(3),
  address text NOT NULL CHECK (char_length(address) <= 100),
  agent text NOT NULL CHECK (char_length(agent) <= 500),
  CONSTRAINT sessions_seen_at_check CHECK (seen_at >= created_at)
);
CREATE UNIQUE INDEX sessions_token_hash_key ON sessions (token_hash);
CREATE INDEX sessions_user_id_idx ON sessions (user_id);

CALL close_table('sessions');
-- confirmed_at says when the person last proved who they are. A person who holds the session alone cannot:
-- lib/server/auth/confirm-identity.ts writes it.
GRANT SELECT, INSERT, UPDATE (seen_at, ended_at, confirmed_at) ON sessions TO peerbalance_app;
CREATE POLICY own ON sessions TO peerbalance_app
  USING (user_id = (SELECT scope_user())) WITH CHECK (user_id = (SELECT scope_user()));

-- The session of a browser's token, with its person; ended or too old ones too: the caller judges.
CREATE FUNCTION find_session(wanted_hash bytea)
  RETURNS TABLE (session_id uuid, user_id uuid, name text, email text, created_at timestamptz, seen_at timestamptz,
                 ended_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.id, u.id, u.name, u.email, s.created_at, s.seen_at, s.ended_at
  FROM public.sessions s JOIN public.users u ON u.id = s.user_id
  WHERE s.token_hash = wanted_hash
$$;

-- Sessions but the one to keep, and all that would lead to another: reset links, mailed links, sign-ins half done.
CREATE FUNCTION end_access_of(person uuid, kept_session uuid DEFAULT NULL) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.sessions SET ended_at = now()
    WHERE user_id = person AND ended_at IS NULL AND id IS DISTINCT FROM kept_session;
  UPDATE public.password_resets SET used_at = now() WHERE user_id = person AND used_at IS NULL;
  UPDATE public.mail_links SET used_at = now() WHERE user_id = person AND used_at IS NULL;
  UPDATE public.sign_in_steps SET used_at = now() WHERE user_id = person AND used_at IS NULL;
$$;

-- The first proof that the person holds the address of their account. Another person may have made the account: their
-- password, two-factor, sessions, links and API tokens end. True where it was the first; later ones end nothing.
CREATE FUNCTION prove_address(person uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.users SET email_verified_at = now(), password_hash = NULL
    WHERE id = person AND email_verified_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  -- Else their authenticator would keep the owner out. Once the address is proven, a mailbox alone takes no
  -- authenticator away.
  DELETE FROM public.recovery_codes WHERE user_id = person;
  DELETE FROM public.second_factors WHERE user_id = person;
  PERFORM public.end_access_of(person);
  UPDATE public.api_tokens SET revoked_at = now() WHERE user_id = person AND revoked_at IS NULL;
  RETURN true;
END
$$;

GRANT EXECUTE ON FUNCTION find_session(bytea) TO peerbalance_app;

-- By password ---------------------------------------------------------------------------------------------------------

CREATE FUNCTION find_user_for_sign_in(wanted_email text) RETURNS TABLE (user_id uuid, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.id, u.password_hash FROM public.users u WHERE u.email = wanted_email
$$;

CREATE FUNCTION own_password_hash() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.password_hash FROM public.users u WHERE u.id = public.scope_user()
$$;

-- Whether the scope's person still has the password that was found to be known. The row stays locked until the session
-- that rests on it is written: a new password, or a first proof, comes wholly before and is seen here, or wholly after
-- and ends that session.
CREATE FUNCTION holds_own_password(wanted_hash text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  present_hash text;
BEGIN
  SELECT password_hash INTO present_hash FROM public.users WHERE id = public.scope_user() FOR SHARE;
  RETURN FOUND AND present_hash IS NOT DISTINCT FROM wanted_hash;
END
$$;

-- A new password ends every session but this one, and every open link.
CREATE FUNCTION change_own_password(new_password_hash text, kept_session uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.users SET password_hash = new_password_hash WHERE id = public.scope_user();
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM public.end_access_of(public.scope_user(), kept_session);
  RETURN true;
END
$$;

GRANT EXECUTE ON FUNCTION find_user_for_sign_in(text), own_password_hash(), holds_own_password(text),
  change_own_password(text, uuid) TO peerbalance_app;

CREATE TABLE password_resets (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  user_id uuid NOT NULL REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  is_mailed boolean NOT NULL DEFAULT false,
  CONSTRAINT password_resets_expires_at_check CHECK (expires_at > created_at)
);
CREATE UNIQUE INDEX password_resets_token_hash_key ON password_resets (token_hash);
CREATE INDEX password_resets_user_id_idx ON password_resets (user_id);

CALL close_table('password_resets');
GRANT SELECT (id, user_id, created_at, expires_at, used_at) ON password_resets TO peerbalance_app;
CREATE POLICY own ON password_resets FOR SELECT TO peerbalance_app USING (user_id = (SELECT scope_user()));

-- For the operator's script, which prints the link. Not for the application's role.
CREATE FUNCTION begin_password_reset(wanted_email text, new_hash bytea, expires timestamptz) RETURNS uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.password_resets (user_id, token_hash, expires_at)
  SELECT u.id, new_hash, expires FROM public.users u WHERE u.email = wanted_email
  RETURNING user_id
$$;

-- No row where nobody has the address: the caller must answer alike, and as fast.
CREATE FUNCTION begin_mailed_reset(wanted_email text, new_hash bytea, expires timestamptz) RETURNS uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.password_resets (user_id, token_hash, expires_at, is_mailed)
  SELECT u.id, new_hash, expires, true FROM public.users u WHERE u.email = wanted_email
  RETURNING user_id
$$;

-- The person whose unused, unexpired link this is, and whether following it would be the first proof of the address.
CREATE FUNCTION find_password_reset(wanted_hash bytea)
  RETURNS TABLE (email text, expires_at timestamptz, is_first boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.email, p.expires_at, p.is_mailed AND u.email_verified_at IS NULL
  FROM public.password_resets p JOIN public.users u ON u.id = p.user_id
  WHERE p.token_hash = wanted_hash AND p.used_at IS NULL AND p.expires_at > now()
$$;

-- Uses the link up and sets the password. NULL where the link is unknown, used or expired. Ends all that was made while
-- another person may have been in: sessions, links, API tokens. A mailed link proves the address, an operator's does
-- not.
CREATE FUNCTION redeem_password_reset(wanted_hash bytea, new_password_hash text) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  person uuid;
  mailed boolean;
BEGIN
  UPDATE public.password_resets SET used_at = now()
    WHERE token_hash = wanted_hash AND used_at IS NULL AND expires_at > now()
    RETURNING user_id, is_mailed INTO person, mailed;
  IF person IS NULL THEN
    RETURN NULL;
  END IF;
  IF mailed THEN
    PERFORM public.prove_address(person);
  END IF;
  UPDATE public.users SET password_hash = new_password_hash WHERE id = person;
  PERFORM public.end_access_of(person);
  UPDATE public.api_tokens SET revoked_at = now() WHERE user_id = person AND revoked_at IS NULL;
  RETURN person;
END
$$;

GRANT EXECUTE ON FUNCTION begin_mailed_reset(text, bytea, timestamptz), find_password_reset(bytea),
  redeem_password_reset(bytea, text) TO peerbalance_app;

-- By a mailed link ----------------------------------------------------------------------------------------------------

CREATE TYPE mail_link_purpose AS ENUM ('sign_in', 'change_address');

CREATE TABLE mail_links (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  user_id uuid NOT NULL REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  purpose mail_link_purpose NOT NULL,
  email text NOT NULL
    CHECK (email = lower(btrim(email)) AND email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email) <= 254),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  CONSTRAINT mail_links_expires_at_check CHECK (
    expires_at > created_at AND expires_at <= created_at + interval '1 day')
);
CREATE UNIQUE INDEX mail_links_token_hash_key ON mail_links (token_hash);
CREATE INDEX mail_links_user_id_idx ON mail_links (user_id);

CALL close_table('mail_links');
GRANT SELECT (id, user_id, purpose, email, created_at, expires_at, used_at), INSERT, UPDATE (used_at)
  ON mail_links TO peerbalance_app;
CREATE POLICY own ON mail_links FOR SELECT TO peerbalance_app USING (user_id = (SELECT scope_user()));
CREATE POLICY add ON mail_links FOR INSERT TO peerbalance_app
  WITH CHECK (user_id = (SELECT scope_user()) AND purpose = 'change_address' AND used_at IS NULL);
CREATE POLICY revoke ON mail_links FOR UPDATE TO peerbalance_app
  USING (user_id = (SELECT scope_user())) WITH CHECK (user_id = (SELECT scope_user()) AND used_at IS NOT NULL);

-- No row where nobody has the address, as with mailed resets.
CREATE FUNCTION begin_sign_in_link(wanted_email text, new_hash bytea, expires timestamptz) RETURNS uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.mail_links (user_id, token_hash, purpose, email, expires_at)
  SELECT u.id, new_hash, 'sign_in', u.email, expires FROM public.users u WHERE u.email = wanted_email
  RETURNING user_id
$$;

-- Whose unused, unexpired link this is; looking uses nothing up. `is_first`: following it would be the first proof of
-- the address.
CREATE FUNCTION find_mail_link(wanted_hash bytea, wanted_purpose public.mail_link_purpose)
  RETURNS TABLE (user_id uuid, email text, is_first boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT l.user_id, l.email, u.email_verified_at IS NULL
  FROM public.mail_links l JOIN public.users u ON u.id = l.user_id
  WHERE l.token_hash = wanted_hash AND l.purpose = wanted_purpose AND l.used_at IS NULL AND l.expires_at > now()
$$;

-- Uses the link up. With the password that the person has at that moment: one that is set meanwhile is another by the
-- time the session is written, and ends that sign-in as it ends links that nobody has followed.
CREATE FUNCTION redeem_sign_in_link(wanted_hash bytea)
  RETURNS TABLE (user_id uuid, email text, was_first boolean, password_hash text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  person uuid;
  is_first boolean;
BEGIN
  UPDATE public.mail_links l SET used_at = now()
    FROM public.users u
    WHERE l.token_hash = wanted_hash AND l.purpose = 'sign_in' AND l.used_at IS NULL AND l.expires_at > now()
      AND u.id = l.user_id AND u.email = l.email
    RETURNING l.user_id INTO person;
  IF person IS NULL THEN
    RETURN;
  END IF;
  -- A first proof ends the password, so it comes before the reading of it.
  is_first := public.prove_address(person);
  RETURN QUERY SELECT u.id, u.email, is_first, u.password_hash FROM public.users u WHERE u.id = person;
END
$$;

-- Uses a link to a new address up, for the person of the scope, who is then known by it. NULL where the link is
-- unknown, used, expired or another person's; 'taken' where another account has the address by now.
CREATE FUNCTION change_own_address(wanted_hash bytea, kept_session uuid) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  person uuid := public.scope_user();
  new_email text;
BEGIN
  UPDATE public.mail_links SET used_at = now()
    WHERE token_hash = wanted_hash AND purpose = 'change_address' AND user_id = person
      AND used_at IS NULL AND expires_at > now()
    RETURNING email INTO new_email;
  IF new_email IS NULL THEN
    RETURN NULL;
  END IF;
  BEGIN
    UPDATE public.users SET email = new_email, email_verified_at = now() WHERE id = person;
  EXCEPTION WHEN unique_violation THEN
    RETURN 'taken';
  END;
  PERFORM public.end_access_of(person, kept_session);
  RETURN 'changed';
END
$$;

GRANT EXECUTE ON FUNCTION begin_sign_in_link(text, bytea, timestamptz), find_mail_link(bytea, mail_link_purpose),
  redeem_sign_in_link(bytea), change_own_address(bytea, uuid) TO peerbalance_app;

-- By OpenID Connect ---------------------------------------------------------------------------------------------------

CREATE TABLE identities (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  issuer text NOT NULL CHECK (char_length(issuer) BETWEEN 1 AND 500),
  subject text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 255),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX identities_issuer_subject_key ON identities (issuer, subject);
CREATE UNIQUE INDEX identities_user_id_issuer_key ON identities (user_id, issuer);

CALL close_table('identities');
-- Written by sign_in_by_identity, in part 7, which may make an account.
GRANT SELECT ON identities TO peerbalance_app;
CREATE POLICY own ON identities FOR SELECT TO peerbalance_app USING (user_id = (SELECT scope_user()));

-- The second step -----------------------------------------------------------------------------------------------------

CREATE TABLE second_factors (
  user_id uuid PRIMARY KEY REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  -- Nonce of 12 bytes, tag of 16, secret of 20.
  secret bytea NOT NULL CHECK (octet_length(secret) = 48),
  last_step bigint NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  confirmed_at timestamptz(3),
  session_id uuid
);

CALL close_table('second_factors');
GRANT SELECT, INSERT, UPDATE (secret, last_step, created_at, confirmed_at), DELETE ON second_factors TO peerbalance_app;
CREATE POLICY own ON second_factors TO peerbalance_app
  USING (user_id = (SELECT scope_user())) WITH CHECK (user_id = (SELECT scope_user()));

CREATE TABLE recovery_codes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  code_hash bytea NOT NULL CHECK (octet_length(code_hash) = 32),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  used_at timestamptz(3),
  session_id uuid
);
CREATE UNIQUE INDEX recovery_codes_user_id_code_hash_key ON recovery_codes (user_id, code_hash);

CALL close_table('recovery_codes');
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON recovery_codes TO peerbalance_app;
CREATE POLICY own ON recovery_codes TO peerbalance_app
  USING (user_id = (SELECT scope_user())) WITH CHECK (user_id = (SELECT scope_user()));

CREATE TABLE sign_in_steps (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  user_id uuid NOT NULL REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  way text NOT NULL CHECK (way IN ('password', 'mail')),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  tries integer NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  used_at timestamptz(3),
  CONSTRAINT sign_in_steps_expires_at_check CHECK (
    expires_at > created_at AND expires_at <= created_at + interval '1 hour')
);
CREATE UNIQUE INDEX sign_in_steps_token_hash_key ON sign_in_steps (token_hash);
CREATE INDEX sign_in_steps_user_id_idx ON sign_in_steps (user_id);

CALL close_table('sign_in_steps');
GRANT SELECT (id, user_id, way, created_at, expires_at, used_at), INSERT ON sign_in_steps TO peerbalance_app;
CREATE POLICY own ON sign_in_steps FOR SELECT TO peerbalance_app USING (user_id = (SELECT scope_user()));
CREATE POLICY add ON sign_in_steps FOR INSERT TO peerbalance_app
  WITH CHECK (user_id = (SELECT scope_user()) AND tries = 0 AND used_at IS NULL);

-- Counts a try at an open second step and gives what it is checked against; of five tries the last.
CREATE FUNCTION try_sign_in_step(wanted_hash bytea)
  RETURNS TABLE (user_id uuid, email text, secret bytea, last_step bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  person uuid;
BEGIN
  UPDATE public.sign_in_steps s SET tries = tries + 1
    WHERE s.token_hash = wanted_hash AND s.used_at IS NULL AND s.expires_at > now() AND s.tries < 5
    RETURNING s.user_id INTO person;
  RETURN QUERY
    SELECT u.id, u.email, f.secret, f.last_step
    FROM public.users u JOIN public.second_factors f ON f.user_id = u.id AND f.confirmed_at IS NOT NULL
    WHERE u.id = person;
END
$$;

-- Uses up the sign-in and either a time step of the authenticator or a recovery code. No row where one of them was used
-- before. With the password that the person has while the step is open: whatever ends a password ends open steps.
CREATE FUNCTION pass_sign_in_step(wanted_hash bytea, step bigint, wanted_code_hash bytea)
  RETURNS TABLE (user_id uuid, way text, password_hash text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  found_step public.sign_in_steps;
BEGIN
  SELECT * INTO found_step FROM public.sign_in_steps s
    WHERE s.token_hash = wanted_hash AND s.used_at IS NULL AND s.expires_at > now() FOR UPDATE;
  IF found_step.id IS NULL THEN
    RETURN;
  END IF;
  IF step IS NOT NULL THEN
    UPDATE public.second_factors f SET last_step = step
      WHERE f.user_id = found_step.user_id AND f.confirmed_at IS NOT NULL AND f.last_step < step;
  ELSE
    UPDATE public.recovery_codes r SET used_at = now()
      WHERE r.user_id = found_step.user_id AND r.code_hash = wanted_code_hash AND r.used_at IS NULL;
  END IF;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  UPDATE public.sign_in_steps s SET used_at = now() WHERE s.id = found_step.id;
  RETURN QUERY SELECT u.id, found_step.way, u.password_hash FROM public.users u WHERE u.id = found_step.user_id;
END
$$;

GRANT EXECUTE ON FUNCTION try_sign_in_step(bytea), pass_sign_in_step(bytea, bigint, bytea) TO peerbalance_app;

-- For the operator's script, where a person lost the authenticator and the recovery codes. Not for the application's
-- role.
CREATE FUNCTION remove_second_factor(wanted_email text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  person uuid := (SELECT id FROM public.users WHERE email = wanted_email);
BEGIN
  DELETE FROM public.recovery_codes WHERE user_id = person;
  DELETE FROM public.second_factors WHERE user_id = person;
  RETURN FOUND;
END
$$;

-- For a start: what has ended, and what was used or has expired, stays a day.
CREATE FUNCTION remove_old_sign_ins() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.sessions WHERE ended_at < now() - interval '1 day'
    OR created_at < now() - interval '31 days' OR seen_at < now() - interval '8 days';
  DELETE FROM public.password_resets WHERE least(used_at, expires_at) < now() - interval '1 day';
  DELETE FROM public.mail_links WHERE least(used_at, expires_at) < now() - interval '1 day';
  DELETE FROM public.sign_in_steps WHERE least(used_at, expires_at) < now() - interval '1 day';
  DELETE FROM public.second_factors WHERE confirmed_at IS NULL AND created_at < now() - interval '1 day';
$$;

-- 5 Models ============================================================================================================

-- Small letters without accents, the same as foldText in lib/text/fold-text.ts, which says why; a test compares the two
-- letter by letter. No extension (a managed server may offer none) and no lower(), whose letters depend on the locale
-- of the database: the capitals that Unicode 14 pairs with one small letter stand here. Never changed: what is stored
-- was made by it. It takes a database in UTF-8.
CREATE FUNCTION fold_text(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  SET search_path = pg_catalog, pg_temp AS $$
  -- Most names are ASCII, which takes a fiftieth of the time.
  SELECT CASE WHEN octet_length(given) = char_length(given)
  THEN translate(given, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')
  ELSE replace(replace(replace(replace(translate(translate(
    regexp_replace(normalize(given COLLATE "C", NFKD),
      '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g'),
      'ABCDEFGHIJKLMNOPQRSTUVWXYZÆÐØÞĐĦŁŊŒŦƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎͰͲͶͿΑΒΓΔΕΖ'
      'ΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϏϘϚϜϞϠϢϤϦϨϪϬϮϷϺϽϾϿЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼѾҀҊҌҎҐҒҔҖҘ'
      'ҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖႠႡႢႣ'
      'ႤႥႦႧႨႩႪႫႬႭႮႯႰႱႲႳႴႵႶႷႸႹႺႻႼႽႾႿჀჁჂჃჄჅჇჍᎠᎡᎢᎣᎤᎥᎦᎧᎨᎩᎪᎫᎬᎭᎮᎯᎰᎱᎲᎳᎴᎵᎶᎷᎸᎹᎺᎻᎼᎽᎾᎿᏀᏁᏂᏃᏄᏅᏆᏇᏈᏉᏊᏋᏌᏍᏎᏏᏐᏑᏒᏓᏔᏕᏖᏗᏘᏙᏚᏛᏜᏝᏞᏟ'
      'ᏠᏡᏢᏣᏤᏥᏦᏧᏨᏩᏪᏫᏬᏭᏮᏯᏰᏱᏲᏳᏴᏵᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰᲱᲲᲳᲴᲵᲶᲷᲸᲹᲺᲽᲾᲿẞỺỼỾℲↃⰀⰁⰂⰃⰄⰅⰆⰇⰈⰉⰊⰋⰌⰍⰎⰏⰐⰑⰒⰓⰔⰕⰖⰗⰘⰙ'
      'ⰚⰛⰜⰝⰞⰟⰠⰡⰢⰣⰤⰥⰦⰧⰨⰩⰪⰫⰬⰭⰮⰯⱠⱢⱣⱤⱧⱩⱫⱭⱮⱯⱰⱲⱵⱾⱿⲀⲂⲄⲆⲈⲊⲌⲎⲐⲒⲔⲖⲘⲚⲜⲞⲠⲢⲤⲦⲨⲪⲬⲮⲰⲲⲴⲶⲸⲺⲼⲾⳀⳂⳄⳆⳈⳊⳌⳎⳐⳒⳔⳖⳘⳚⳜⳞⳠⳢⳫⳭⳲꙀꙂꙄꙆꙈꙊꙌꙎꙐꙒ'
      'ꙔꙖꙘꙚꙜꙞꙠꙢꙤꙦꙨꙪꙬꚀꚂꚄꚆꚈꚊꚌꚎꚐꚒꚔꚖꚘꚚꜢꜤꜦꜨꜪꜬꜮꜲꜴꜶꜸꜺꜼꜾꝀꝂꝄꝆꝈꝊꝌꝎꝐꝒꝔꝖꝘꝚꝜꝞꝠꝢꝤꝦꝨꝪꝬꝮꝹꝻꝽꝾꞀꞂꞄꞆꞋꞍꞐꞒꞖꞘꞚꞜꞞꞠꞢꞤꞦꞨꞪꞫꞬꞭꞮꞰꞱꞲꞳꞴꞶꞸꞺ'
      'ꞼꞾꟀꟂꟄꟅꟆꟇꟉꟐꟖꟘꟵ𐐀𐐁𐐂𐐃𐐄𐐅𐐆𐐇𐐈𐐉𐐊𐐋𐐌𐐍𐐎𐐏𐐐𐐑𐐒𐐓𐐔𐐕𐐖𐐗𐐘𐐙𐐚𐐛𐐜𐐝𐐞𐐟𐐠𐐡𐐢𐐣𐐤𐐥𐐦𐐧𐒰𐒱𐒲𐒳𐒴𐒵𐒶𐒷𐒸𐒹𐒺𐒻𐒼𐒽𐒾𐒿𐓀𐓁𐓂𐓃𐓄𐓅𐓆𐓇𐓈𐓉𐓊𐓋𐓌𐓍𐓎𐓏𐓐𐓑𐓒𐓓𐕰𐕱𐕲𐕳𐕴𐕵𐕶𐕷𐕸𐕹𐕺'
      '𐕼𐕽𐕾𐕿𐖀𐖁𐖂𐖃𐖄𐖅𐖆𐖇𐖈𐖉𐖊𐖌𐖍𐖎𐖏𐖐𐖑𐖒𐖔𐖕𐲀𐲁𐲂𐲃𐲄𐲅𐲆𐲇𐲈𐲉𐲊𐲋𐲌𐲍𐲎𐲏𐲐𐲑𐲒𐲓𐲔𐲕𐲖𐲗𐲘𐲙𐲚𐲛𐲜𐲝𐲞𐲟𐲠𐲡𐲢𐲣𐲤𐲥𐲦𐲧𐲨𐲩𐲪𐲫𐲬𐲭𐲮𐲯𐲰𐲱𐲲𑢠𑢡𑢢𑢣𑢤𑢥𑢦𑢧𑢨𑢩𑢪𑢫𑢬𑢭𑢮𑢯𑢰𑢱𑢲𑢳𑢴𑢵𑢶𑢷𑢸'
      '𑢹𑢺𑢻𑢼𑢽𑢾𑢿𖹀𖹁𖹂𖹃𖹄𖹅𖹆𖹇𖹈𖹉𖹊𖹋𖹌𖹍𖹎𖹏𖹐𖹑𖹒𖹓𖹔𖹕𖹖𖹗𖹘𖹙𖹚𖹛𖹜𖹝𖹞𖹟𞤀𞤁𞤂𞤃𞤄𞤅𞤆𞤇𞤈𞤉𞤊𞤋𞤌𞤍𞤎𞤏𞤐𞤑𞤒𞤓𞤔𞤕𞤖𞤗𞤘𞤙𞤚𞤛𞤜𞤝𞤞𞤟𞤠𞤡',
      'abcdefghijklmnopqrstuvwxyzæðøþđħłŋœŧɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵƣƥʀƨʃƭʈʊʋƴƶʒƹƽǥƕƿȝƞȣȥⱥȼƚⱦɂƀʉʌɇɉɋɍɏͱͳͷϳαβγδεζ'
      'ηθικλμνξοπρστυφχψωϗϙϛϝϟϡϣϥϧϩϫϭϯϸϻͻͼͽђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѹѻѽѿҁҋҍҏґғҕҗҙ'
      'қҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӄӆӈӊӌӎӕәӡөӷӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆⴀⴁⴂⴃ'
      'ⴄⴅⴆⴇⴈⴉⴊⴋⴌⴍⴎⴏⴐⴑⴒⴓⴔⴕⴖⴗⴘⴙⴚⴛⴜⴝⴞⴟⴠⴡⴢⴣⴤⴥⴧⴭꭰꭱꭲꭳꭴꭵꭶꭷꭸꭹꭺꭻꭼꭽꭾꭿꮀꮁꮂꮃꮄꮅꮆꮇꮈꮉꮊꮋꮌꮍꮎꮏꮐꮑꮒꮓꮔꮕꮖꮗꮘꮙꮚꮛꮜꮝꮞꮟꮠꮡꮢꮣꮤꮥꮦꮧꮨꮩꮪꮫꮬꮭꮮꮯ'
      'ꮰꮱꮲꮳꮴꮵꮶꮷꮸꮹꮺꮻꮼꮽꮾꮿᏸᏹᏺᏻᏼᏽაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶჷჸჹჺჽჾჿßỻỽỿⅎↄⰰⰱⰲⰳⰴⰵⰶⰷⰸⰹⰺⰻⰼⰽⰾⰿⱀⱁⱂⱃⱄⱅⱆⱇⱈⱉ'
      'ⱊⱋⱌⱍⱎⱏⱐⱑⱒⱓⱔⱕⱖⱗⱘⱙⱚⱛⱜⱝⱞⱟⱡɫᵽɽⱨⱪⱬɑɱɐɒⱳⱶȿɀⲁⲃⲅⲇⲉⲋⲍⲏⲑⲓⲕⲗⲙⲛⲝⲟⲡⲣⲥⲧⲩⲫⲭⲯⲱⲳⲵⲷⲹⲻⲽⲿⳁⳃⳅⳇⳉⳋⳍⳏⳑⳓⳕⳗⳙⳛⳝⳟⳡⳣⳬⳮⳳꙁꙃꙅꙇꙉꙋꙍꙏꙑꙓ'
      'ꙕꙗꙙꙛꙝꙟꙡꙣꙥꙧꙩꙫꙭꚁꚃꚅꚇꚉꚋꚍꚏꚑꚓꚕꚗꚙꚛꜣꜥꜧꜩꜫꜭꜯꜳꜵꜷꜹꜻꜽꜿꝁꝃꝅꝇꝉꝋꝍꝏꝑꝓꝕꝗꝙꝛꝝꝟꝡꝣꝥꝧꝩꝫꝭꝯꝺꝼᵹꝿꞁꞃꞅꞇꞌɥꞑꞓꞗꞙꞛꞝꞟꞡꞣꞥꞧꞩɦɜɡɬɪʞʇʝꭓꞵꞷꞹꞻ'
      'ꞽꞿꟁꟃꞔʂᶎꟈꟊꟑꟗꟙꟶ𐐨𐐩𐐪𐐫𐐬𐐭𐐮𐐯𐐰𐐱𐐲𐐳𐐴𐐵𐐶𐐷𐐸𐐹𐐺𐐻𐐼𐐽𐐾𐐿𐑀𐑁𐑂𐑃𐑄𐑅𐑆𐑇𐑈𐑉𐑊𐑋𐑌𐑍𐑎𐑏𐓘𐓙𐓚𐓛𐓜𐓝𐓞𐓟𐓠𐓡𐓢𐓣𐓤𐓥𐓦𐓧𐓨𐓩𐓪𐓫𐓬𐓭𐓮𐓯𐓰𐓱𐓲𐓳𐓴𐓵𐓶𐓷𐓸𐓹𐓺𐓻𐖗𐖘𐖙𐖚𐖛𐖜𐖝𐖞𐖟𐖠𐖡'
      '𐖣𐖤𐖥𐖦𐖧𐖨𐖩𐖪𐖫𐖬𐖭𐖮𐖯𐖰𐖱𐖳𐖴𐖵𐖶𐖷𐖸𐖹𐖻𐖼𐳀𐳁𐳂𐳃𐳄𐳅𐳆𐳇𐳈𐳉𐳊𐳋𐳌𐳍𐳎𐳏𐳐𐳑𐳒𐳓𐳔𐳕𐳖𐳗𐳘𐳙𐳚𐳛𐳜𐳝𐳞𐳟𐳠𐳡𐳢𐳣𐳤𐳥𐳦𐳧𐳨𐳩𐳪𐳫𐳬𐳭𐳮𐳯𐳰𐳱𐳲𑣀𑣁𑣂𑣃𑣄𑣅𑣆𑣇𑣈𑣉𑣊𑣋𑣌𑣍𑣎𑣏𑣐𑣑𑣒𑣓𑣔𑣕𑣖𑣗𑣘'
      '𑣙𑣚𑣛𑣜𑣝𑣞𑣟𖹠𖹡𖹢𖹣𖹤𖹥𖹦𖹧𖹨𖹩𖹪𖹫𖹬𖹭𖹮𖹯𖹰𖹱𖹲𖹳𖹴𖹵𖹶𖹷𖹸𖹹𖹺𖹻𖹼𖹽𖹾𖹿𞤢𞤣𞤤𞤥𞤦𞤧𞤨𞤩𞤪𞤫𞤬𞤭𞤮𞤯𞤰𞤱𞤲𞤳𞤴𞤵𞤶𞤷𞤸𞤹𞤺𞤻𞤼𞤽𞤾𞤿𞥀𞥁𞥂𞥃'),
      'øłđðħıŧς’‘', 'olddhitσ'''''),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
  END
$$;
GRANT EXECUTE ON FUNCTION fold_text(text) TO peerbalance_app;

CREATE TABLE cost_models (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisations ON UPDATE CASCADE ON DELETE CASCADE,
  creator_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  name text NOT NULL CHECK (char_length(btrim(name)) BETWEEN 1 AND 200),
  description text NOT NULL DEFAULT '' CHECK (char_length(description) <= 10000),
  start_month date NOT NULL CHECK (extract(day FROM start_month) = 1),
  -- 1 is January. It names years and moves no figure.
  fiscal_year_start smallint NOT NULL DEFAULT 1 CHECK (fiscal_year_start BETWEEN 1 AND 12),
  currency text NOT NULL DEFAULT 'USD' CHECK (currency ~ '^[A-Z]{3}$'),
  currency_rate double precision NOT NULL DEFAULT 1,
  currency_rate_date date,
  template_key text CHECK (char_length(template_key) BETWEEN 1 AND 100),
  model_version integer NOT NULL CHECK (model_version >= 1),
  inputs jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(inputs) = 'object' AND octet_length(inputs::text) <= 65536),
  custom_lines jsonb NOT NULL DEFAULT '[]'
    CHECK (jsonb_typeof(custom_lines) = 'array' AND octet_length(custom_lines::text) <= 262144),
  notes jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(notes) = 'object' AND octet_length(notes::text) <= 262144),
  is_private boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1 CHECK (revision >= 1),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  headline text CHECK (char_length(headline) <= 2000),
  archived_at timestamptz(3),
  deleted_at timestamptz(3),
  CONSTRAINT cost_models_currency_rate_check CHECK (
    currency_rate BETWEEN 1e-6 AND 1e9 AND (currency <> 'USD' OR currency_rate = 1))
);
-- Sorted by name as people sort: é after e, small letters beside large ones. A server built without ICU keeps its own
-- order.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_collation WHERE collname = 'und-x-icu') THEN
    ALTER TABLE cost_models ALTER COLUMN name TYPE text COLLATE "und-x-icu";
  END IF;
END
$$;
-- In the order of code points: one that every server has, and whose comparison (text_pattern_ops) row-level security
-- lets an index make. Added last, as PostgreSQL changes no collation of a column that another is generated from.
ALTER TABLE cost_models ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED;
-- For foreign keys that carry the organisation.
CREATE UNIQUE INDEX cost_models_organisation_id_id_key ON cost_models (organisation_id, id);
-- A page of a list is read in the order of an index, from where the page before ended.
CREATE INDEX cost_models_current_by_change ON cost_models (organisation_id, changed_at, id)
  WHERE archived_at IS NULL AND deleted_at IS NULL;
CREATE INDEX cost_models_current_by_name ON cost_models (organisation_id, name_folded text_pattern_ops, id)
  WHERE archived_at IS NULL AND deleted_at IS NULL;
CREATE INDEX cost_models_archived_or_deleted ON cost_models (organisation_id, changed_at, id)
  WHERE archived_at IS NOT NULL OR deleted_at IS NOT NULL;

CALL close_table('cost_models');
-- A model stays in its organisation and keeps its creator: neither column can be updated.
GRANT SELECT, INSERT, DELETE,
  UPDATE (name, description, start_month, fiscal_year_start, currency, currency_rate, currency_rate_date, model_version,
          inputs, custom_lines, notes, is_private, revision, changed_at, headline, archived_at, deleted_at)
  ON cost_models TO peerbalance_app;
-- A deleted model is seen only by those who may restore it. No function is called for each row of a list.
CREATE POLICY read ON cost_models FOR SELECT TO peerbalance_app
  USING (((SELECT scope_model()) IS NULL OR id = (SELECT scope_model()))
         AND (organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])
              OR (creator_id = (SELECT scope_user())
                  AND organisation_id = ANY ((SELECT scope_organisations())::uuid[]))
              OR (deleted_at IS NULL
                  AND ((NOT is_private AND organisation_id = ANY ((SELECT scope_organisations())::uuid[]))
                       OR id = ANY ((SELECT scope_shared_models('viewer'))::uuid[])))));
CREATE POLICY add ON cost_models FOR INSERT TO peerbalance_app
  WITH CHECK (organisation_id = ANY ((SELECT scope_organisations())::uuid[]) AND creator_id = (SELECT scope_user())
              AND (SELECT scope_model()) IS NULL);
-- Those who manage it always, so that they can restore it; editors while it is neither archived nor deleted.
CREATE POLICY change ON cost_models FOR UPDATE TO peerbalance_app
  USING (((SELECT scope_model()) IS NULL OR id = (SELECT scope_model()))
         AND (organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])
              OR (creator_id = (SELECT scope_user())
                  AND organisation_id = ANY ((SELECT scope_organisations())::uuid[])))
         OR (archived_at IS NULL AND deleted_at IS NULL AND id = ANY ((SELECT scope_shared_models('editor'))::uuid[])));
CREATE POLICY remove ON cost_models FOR DELETE TO peerbalance_app
  USING (((SELECT scope_model()) IS NULL OR id = (SELECT scope_model()))
         AND (organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])
              OR (creator_id = (SELECT scope_user())
                  AND organisation_id = ANY ((SELECT scope_organisations())::uuid[]))));

-- A save that does not count up the revision would overwrite another's in silence. All that a model shows is compared:
-- the rate, the names of years and the notes too.
CREATE FUNCTION count_up_revision() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.revision = OLD.revision + 1 THEN
    RETURN NEW;
  END IF;
  IF NEW.revision <> OLD.revision
     OR (NEW.name, NEW.description, NEW.start_month, NEW.fiscal_year_start, NEW.currency, NEW.currency_rate,
         NEW.currency_rate_date, NEW.model_version, NEW.inputs, NEW.custom_lines, NEW.notes)
        IS DISTINCT FROM
        (OLD.name, OLD.description, OLD.start_month, OLD.fiscal_year_start, OLD.currency, OLD.currency_rate,
         OLD.currency_rate_date, OLD.model_version, OLD.inputs, OLD.custom_lines, OLD.notes)
  THEN
    RAISE EXCEPTION 'a change of model % must go from revision % to %', OLD.id, OLD.revision, OLD.revision + 1
      USING ERRCODE = 'check_violation', CONSTRAINT = 'cost_models_revision_counts_up';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER cost_models_revision_counts_up BEFORE UPDATE ON cost_models
  FOR EACH ROW EXECUTE FUNCTION count_up_revision();

-- What is archived or deleted gets no new revision; only those who manage a model archive, delete and restore it.
CREATE FUNCTION keep_archived_and_deleted() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (NEW.archived_at, NEW.deleted_at) IS DISTINCT FROM (OLD.archived_at, OLD.deleted_at)
     AND public.scope_user() IS NOT NULL AND NOT public.scope_may_manage(OLD.organisation_id, OLD.id)
  THEN
    RAISE EXCEPTION 'only those who manage model % may archive or delete it', OLD.id
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.revision <> OLD.revision AND (OLD.archived_at IS NOT NULL OR OLD.deleted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'model % is archived or deleted', OLD.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'cost_models_archived_stays';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER cost_models_archived_stays BEFORE UPDATE ON cost_models
  FOR EACH ROW EXECUTE FUNCTION keep_archived_and_deleted();

-- An editor by a share changes figures, and not who may see them.
CREATE FUNCTION keep_private_what_is_private() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF public.scope_user() IS NOT NULL AND NOT public.scope_may_manage(OLD.organisation_id, OLD.id) THEN
    RAISE EXCEPTION 'only those who manage model % may make it private or open it', OLD.id
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER cost_models_private_by_managers BEFORE UPDATE OF is_private ON cost_models
  FOR EACH ROW WHEN (NEW.is_private <> OLD.is_private) EXECUTE FUNCTION keep_private_what_is_private();

-- For a start: what was deleted more than 30 days ago goes for good, with its revisions and shares. Not for the
-- application's role.
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

-- Revisions -----------------------------------------------------------------------------------------------------------

CREATE TABLE revisions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL,
  model_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  author_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  name text NOT NULL CHECK (char_length(btrim(name)) BETWEEN 1 AND 200),
  description text NOT NULL CHECK (char_length(description) <= 10000),
  start_month date NOT NULL CHECK (extract(day FROM start_month) = 1),
  fiscal_year_start smallint NOT NULL DEFAULT 1 CHECK (fiscal_year_start BETWEEN 1 AND 12),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  currency_rate double precision NOT NULL DEFAULT 1,
  currency_rate_date date,
  model_version integer NOT NULL CHECK (model_version >= 1),
  inputs jsonb NOT NULL CHECK (jsonb_typeof(inputs) = 'object' AND octet_length(inputs::text) <= 65536),
  custom_lines jsonb NOT NULL
    CHECK (jsonb_typeof(custom_lines) = 'array' AND octet_length(custom_lines::text) <= 262144),
  notes jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(notes) = 'object' AND octet_length(notes::text) <= 262144),
  note text NOT NULL DEFAULT '' CHECK (char_length(note) <= 2000),
  headline text CHECK (char_length(headline) <= 2000),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  started_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  is_kept boolean NOT NULL DEFAULT false,
  restored_from integer,
  -- A ratio of rates.
  money_kept double precision NOT NULL DEFAULT 1 CHECK (money_kept > 0 AND money_kept < 'infinity'),
  FOREIGN KEY (organisation_id, model_id) REFERENCES cost_models (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT revisions_currency_rate_check CHECK (
    currency_rate BETWEEN 1e-6 AND 1e9 AND (currency <> 'USD' OR currency_rate = 1))
);
CREATE UNIQUE INDEX revisions_model_id_number_key ON revisions (model_id, number);
CREATE INDEX revisions_author_id_idx ON revisions (author_id);

CALL close_table('revisions');
-- Removed only with their model. Whose it is, of which model, when it began and what it restored can never be updated.
GRANT SELECT, INSERT,
  UPDATE (number, name, description, start_month, fiscal_year_start, currency, currency_rate, currency_rate_date,
          money_kept, model_version, inputs, custom_lines, notes, headline, created_at, note, is_kept)
  ON revisions TO peerbalance_app;
CREATE POLICY read ON revisions FOR SELECT TO peerbalance_app
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = revisions.organisation_id));
CREATE POLICY add ON revisions FOR INSERT TO peerbalance_app
  WITH CHECK (author_id = (SELECT scope_user()) AND scope_may_edit(organisation_id, model_id));
CREATE POLICY change ON revisions FOR UPDATE TO peerbalance_app
  USING (scope_may_edit(organisation_id, model_id)
         AND (author_id = (SELECT scope_user()) OR scope_may_manage(organisation_id, model_id)))
  WITH CHECK (scope_may_edit(organisation_id, model_id)
              AND (author_id = (SELECT scope_user()) OR scope_may_manage(organisation_id, model_id)));

-- A revision is changed in three ways only: its author folds the next save of a few minutes into it while it is the
-- newest, its author writes a note on it, and it becomes kept. The windows are a minute or more wider than those of the
-- code (fold-revision.ts), for clocks differ.
CREATE FUNCTION keep_revisions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.is_kept AND NOT NEW.is_kept THEN
    RAISE EXCEPTION 'revision % of model % is kept', OLD.number, OLD.model_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'revisions_kept_stays';
  END IF;
  IF NEW.note <> OLD.note AND OLD.author_id IS DISTINCT FROM public.scope_user() THEN
    RAISE EXCEPTION 'only its author writes a note on revision % of model %', OLD.number, OLD.model_id
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (NEW.number, NEW.name, NEW.description, NEW.start_month, NEW.fiscal_year_start, NEW.currency, NEW.currency_rate,
      NEW.currency_rate_date, NEW.money_kept, NEW.model_version, NEW.inputs, NEW.custom_lines, NEW.notes, NEW.headline,
      NEW.created_at)
     IS NOT DISTINCT FROM
     (OLD.number, OLD.name, OLD.description, OLD.start_month, OLD.fiscal_year_start, OLD.currency, OLD.currency_rate,
      OLD.currency_rate_date, OLD.money_kept, OLD.model_version, OLD.inputs, OLD.custom_lines, OLD.notes, OLD.headline,
      OLD.created_at)
  THEN
    RETURN NEW;
  END IF;
  IF OLD.author_id IS DISTINCT FROM public.scope_user()
     OR OLD.is_kept OR OLD.note <> '' OR OLD.restored_from IS NOT NULL OR OLD.number = 1
     OR OLD.created_at < now() - interval '6 minutes' OR OLD.started_at < now() - interval '35 minutes'
     OR NEW.number <> OLD.number + 1
     OR NOT EXISTS (SELECT FROM public.cost_models c
                    WHERE c.id = OLD.model_id AND c.organisation_id = OLD.organisation_id AND c.revision = NEW.number)
     OR EXISTS (SELECT FROM public.revisions r WHERE r.model_id = OLD.model_id AND r.number > OLD.number)
  THEN
    RAISE EXCEPTION 'revision % of model % can no longer be changed', OLD.number, OLD.model_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'revisions_fold';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER revisions_keep BEFORE UPDATE ON revisions FOR EACH ROW EXECUTE FUNCTION keep_revisions();

-- Scenarios -----------------------------------------------------------------------------------------------------------

CREATE TABLE scenarios (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL,
  model_id uuid NOT NULL,
  name text NOT NULL CHECK (name = btrim(name) AND char_length(name) BETWEEN 1 AND 100),
  inputs jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(inputs) = 'object' AND octet_length(inputs::text) <= 65536),
  currency_rate double precision NOT NULL DEFAULT 1 CHECK (currency_rate > 0 AND currency_rate < 'Infinity'),
  revision integer NOT NULL DEFAULT 1 CHECK (revision >= 1),
  creator_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  changed_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  FOREIGN KEY (organisation_id, model_id) REFERENCES cost_models (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE UNIQUE INDEX scenarios_model_id_name_key ON scenarios (model_id, name);
CREATE INDEX scenarios_creator_id_idx ON scenarios (creator_id);
CREATE INDEX scenarios_changed_by_id_idx ON scenarios (changed_by_id);

CALL close_table('scenarios');
-- Seen by those who see the model, changed by those who may change it. A scenario stays with its model and keeps its
-- creator: neither column can be updated.
GRANT SELECT, INSERT, DELETE, UPDATE (name, inputs, currency_rate, revision, changed_by_id, changed_at)
  ON scenarios TO peerbalance_app;
CREATE POLICY read ON scenarios FOR SELECT TO peerbalance_app
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = scenarios.organisation_id));
CREATE POLICY add ON scenarios FOR INSERT TO peerbalance_app
  WITH CHECK (creator_id = (SELECT scope_user()) AND changed_by_id = (SELECT scope_user())
              AND scope_may_edit(organisation_id, model_id));
CREATE POLICY change ON scenarios FOR UPDATE TO peerbalance_app
  USING (scope_may_edit(organisation_id, model_id))
  WITH CHECK (scope_may_edit(organisation_id, model_id) AND changed_by_id = (SELECT scope_user()));
CREATE POLICY remove ON scenarios FOR DELETE TO peerbalance_app USING (scope_may_edit(organisation_id, model_id));

-- As with models.
CREATE FUNCTION count_up_scenario_revision() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.revision <> OLD.revision + 1
     AND (NEW.name, NEW.inputs, NEW.currency_rate, NEW.revision)
         IS DISTINCT FROM (OLD.name, OLD.inputs, OLD.currency_rate, OLD.revision)
  THEN
    RAISE EXCEPTION 'a change of scenario % must go from revision % to %', OLD.id, OLD.revision, OLD.revision + 1
      USING ERRCODE = 'check_violation', CONSTRAINT = 'scenarios_revision_counts_up';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER scenarios_revision_counts_up BEFORE UPDATE ON scenarios
  FOR EACH ROW EXECUTE FUNCTION count_up_scenario_revision();

-- 6 Shares ============================================================================================================

CREATE TABLE shares (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL,
  model_id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  role share_role NOT NULL,
  given_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  FOREIGN KEY (organisation_id, model_id) REFERENCES cost_models (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE UNIQUE INDEX shares_model_id_user_id_key ON shares (model_id, user_id);
CREATE INDEX shares_user_id_idx ON shares (user_id);

CALL close_table('shares');
GRANT SELECT, INSERT, UPDATE (role), DELETE ON shares TO peerbalance_app;
-- Models are looked up by their id, and only where the share is another person's.
CREATE POLICY read ON shares FOR SELECT TO peerbalance_app
  USING ((user_id = (SELECT scope_user())
          AND ((SELECT scope_organisation()) IS NULL OR organisation_id = (SELECT scope_organisation()))
          AND ((SELECT scope_model()) IS NULL OR model_id = (SELECT scope_model())))
         OR EXISTS (SELECT FROM cost_models c
                    WHERE c.id = model_id AND c.organisation_id = shares.organisation_id
                      AND (c.organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])
                           OR (c.creator_id = (SELECT scope_user())
                               AND c.organisation_id = ANY ((SELECT scope_organisations())::uuid[])))));
CREATE POLICY add ON shares FOR INSERT TO peerbalance_app
  WITH CHECK (scope_may_manage(organisation_id, model_id) AND given_by_id = (SELECT scope_user()));
CREATE POLICY change ON shares FOR UPDATE TO peerbalance_app
  USING (scope_may_manage(organisation_id, model_id)) WITH CHECK (scope_may_manage(organisation_id, model_id));
-- A person who holds a share may give it up.
CREATE POLICY remove ON shares FOR DELETE TO peerbalance_app
  USING (user_id = (SELECT scope_user()) OR scope_may_manage(organisation_id, model_id));

CREATE TABLE share_invitations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL,
  model_id uuid NOT NULL,
  email text NOT NULL
    CHECK (email = lower(btrim(email)) AND email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email) <= 254),
  role share_role NOT NULL,
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  created_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  account_made_at timestamptz(3),
  accepted_at timestamptz(3),
  accepted_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  FOREIGN KEY (organisation_id, model_id) REFERENCES cost_models (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT share_invitations_expires_at_check CHECK (expires_at > created_at),
  CONSTRAINT share_invitations_accepted_check CHECK (accepted_by_id IS NULL OR accepted_at IS NOT NULL),
  CONSTRAINT share_invitations_one_end_check CHECK (accepted_at IS NULL OR revoked_at IS NULL)
);
CREATE UNIQUE INDEX share_invitations_token_hash_key ON share_invitations (token_hash);
CREATE INDEX share_invitations_model_id_idx ON share_invitations (model_id);

CALL close_table('share_invitations');
GRANT SELECT, INSERT, UPDATE (revoked_at) ON share_invitations TO peerbalance_app;
CREATE POLICY read ON share_invitations FOR SELECT TO peerbalance_app
  USING (scope_may_manage(organisation_id, model_id));
CREATE POLICY add ON share_invitations FOR INSERT TO peerbalance_app
  WITH CHECK (scope_may_manage(organisation_id, model_id) AND created_by_id = (SELECT scope_user())
              AND accepted_at IS NULL AND accepted_by_id IS NULL);
CREATE POLICY change ON share_invitations FOR UPDATE TO peerbalance_app
  USING (scope_may_manage(organisation_id, model_id)) WITH CHECK (scope_may_manage(organisation_id, model_id));

-- What the page behind an invitation's link shows; no row where the link is unknown, used, revoked or expired, or its
-- model is deleted: it opens again when the model is restored.
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
    AND c.deleted_at IS NULL
$$;

-- What has become of an invitation's link, so that the page behind it can say so in words.
CREATE FUNCTION share_invitation_state(wanted_hash bytea)
  RETURNS TABLE (state text, model_id uuid, role public.share_role)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN i.accepted_at IS NOT NULL THEN 'used'
              WHEN i.revoked_at IS NOT NULL THEN 'revoked'
              WHEN i.expires_at <= now() THEN 'expired'
              ELSE 'open' END,
         i.model_id, i.role
  FROM public.share_invitations i
  WHERE i.token_hash = wanted_hash
$$;

-- Uses the link up for the person of the scope. No row where it is unknown, used, revoked or expired. The model's
-- creator, and the admins and owners of its organisation, gain nothing and leave the link as it is ('member'); a share
-- already held is raised, never lowered.
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
      AND EXISTS (SELECT FROM public.cost_models c WHERE c.id = i.model_id AND c.deleted_at IS NULL)
    FOR UPDATE;
  IF found.id IS NULL THEN
    RETURN;
  END IF;
  IF EXISTS (SELECT FROM public.memberships m
             WHERE m.organisation_id = found.organisation_id AND m.user_id = person
               AND (m.role <> 'member'
                    OR EXISTS (SELECT FROM public.cost_models c
                               WHERE c.id = found.model_id AND c.creator_id = person))) THEN
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

GRANT EXECUTE ON FUNCTION find_share_invitation(bytea), share_invitation_state(bytea), accept_share_invitation(bytea)
  TO peerbalance_app;

-- For a start: links that were used, withdrawn or outdated for 30 days go. Not for the application's role.
CREATE FUNCTION remove_old_invitations() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.organisation_invitations
    WHERE coalesce(accepted_at, revoked_at, expires_at) < now() - interval '30 days';
  DELETE FROM public.share_invitations
    WHERE coalesce(accepted_at, revoked_at, expires_at) < now() - interval '30 days';
$$;

-- 7 Accounts ==========================================================================================================
-- Where signing up takes an invitation, each makes one account.

-- Whether an account may still be made by this link, for the page that offers it.
CREATE FUNCTION invitation_makes_account(wanted_hash bytea) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.share_invitations i
                 WHERE i.token_hash = wanted_hash AND i.account_made_at IS NULL
                   AND EXISTS (SELECT FROM public.find_share_invitation(wanted_hash)))
      OR EXISTS (SELECT FROM public.organisation_invitations i
                 WHERE i.token_hash = wanted_hash AND i.account_made_at IS NULL
                   AND EXISTS (SELECT FROM public.find_organisation_invitation(wanted_hash) f WHERE f.state = 'open'))
$$;

-- The same, and uses it up for that: of two who sign up at once by one link the second waits for the first, and is
-- refused. The conditions on the row itself are read again after the wait.
CREATE FUNCTION take_invitation_for_account(wanted_hash bytea) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.share_invitations i SET account_made_at = now()
    WHERE i.token_hash = wanted_hash AND i.account_made_at IS NULL
      AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
      AND EXISTS (SELECT FROM public.find_share_invitation(wanted_hash));
  IF FOUND THEN
    RETURN true;
  END IF;
  UPDATE public.organisation_invitations i SET account_made_at = now()
    WHERE i.token_hash = wanted_hash AND i.account_made_at IS NULL
      AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
      AND EXISTS (SELECT FROM public.find_organisation_invitation(wanted_hash) f WHERE f.state = 'open');
  RETURN FOUND;
END
$$;

-- Makes a person and their own organisation. With an invitation, which then must be one that has made no account yet.
-- `outcome`: 'created', 'taken' where the address has an account, which leaves the invitation as it was, or 'closed'.
CREATE FUNCTION create_account(new_email text, new_name text, new_password_hash text, organisation_name text,
                               invitation bytea DEFAULT NULL)
  RETURNS TABLE (outcome text, user_id uuid, organisation_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  person uuid;
  own uuid;
BEGIN
  -- An exception takes back what was done since the block began.
  BEGIN
    INSERT INTO public.users (email, name, password_hash) VALUES (new_email, new_name, new_password_hash)
      ON CONFLICT (email) DO NOTHING RETURNING id INTO person;
    IF person IS NULL THEN
      RETURN QUERY SELECT 'taken', NULL::uuid, NULL::uuid;
      RETURN;
    END IF;
    IF invitation IS NOT NULL AND NOT public.take_invitation_for_account(invitation) THEN
      RAISE EXCEPTION USING ERRCODE = 'P0002', MESSAGE = 'the invitation makes no account';
    END IF;
  EXCEPTION WHEN no_data_found THEN
    RETURN QUERY SELECT 'closed', NULL::uuid, NULL::uuid;
    RETURN;
  END;
  INSERT INTO public.organisations (name) VALUES (organisation_name) RETURNING id INTO own;
  INSERT INTO public.memberships (organisation_id, user_id, role) VALUES (own, person, 'owner');
  RETURN QUERY SELECT 'created', person, own;
END
$$;

-- The person of an issuer's subject. One who is not known yet is joined to the account of their address, or gets one,
-- where the issuer says that the address is proven (`verified_email`, else NULL); nothing else joins accounts.
CREATE FUNCTION sign_in_by_identity(the_issuer text, the_subject text, verified_email text, new_name text,
                                    organisation_name text, may_create boolean, invitation bytea DEFAULT NULL)
  RETURNS TABLE (outcome text, user_id uuid)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  person uuid;
  own uuid;
BEGIN
  -- The first two requests of a new person must not both make an account.
  PERFORM pg_advisory_xact_lock(hashtextextended(the_issuer || ' ' || the_subject, 0));
  SELECT i.user_id INTO person FROM public.identities i WHERE i.issuer = the_issuer AND i.subject = the_subject;
  IF person IS NOT NULL THEN
    RETURN QUERY SELECT 'known', person;
    RETURN;
  END IF;
  IF verified_email IS NULL THEN
    RETURN QUERY SELECT 'unverified', NULL::uuid;
    RETURN;
  END IF;
  SELECT u.id INTO person FROM public.users u WHERE u.email = verified_email FOR UPDATE;
  IF person IS NOT NULL THEN
    IF EXISTS (SELECT FROM public.identities i WHERE i.user_id = person AND i.issuer = the_issuer) THEN
      RETURN QUERY SELECT 'other', NULL::uuid;
      RETURN;
    END IF;
    INSERT INTO public.identities (user_id, issuer, subject) VALUES (person, the_issuer, the_subject);
    PERFORM public.prove_address(person);
    RETURN QUERY SELECT 'joined', person;
    RETURN;
  END IF;
  IF NOT may_create OR (invitation IS NOT NULL AND NOT public.take_invitation_for_account(invitation)) THEN
    RETURN QUERY SELECT 'closed', NULL::uuid;
    RETURN;
  END IF;
  INSERT INTO public.users (email, name, email_verified_at) VALUES (verified_email, new_name, now())
    RETURNING id INTO person;
  INSERT INTO public.organisations (name) VALUES (organisation_name) RETURNING id INTO own;
  INSERT INTO public.memberships (organisation_id, user_id, role) VALUES (own, person, 'owner');
  INSERT INTO public.identities (user_id, issuer, subject) VALUES (person, the_issuer, the_subject);
  RETURN QUERY SELECT 'created', person;
END
$$;

GRANT EXECUTE ON FUNCTION invitation_makes_account(bytea), create_account(text, text, text, text, bytea),
  sign_in_by_identity(text, text, text, text, text, boolean, bytea) TO peerbalance_app;

-- 8 Links =============================================================================================================

CREATE TABLE share_links (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL,
  model_id uuid NOT NULL,
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  label text NOT NULL DEFAULT '' CHECK (char_length(label) <= 100),
  created_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  password_hash text CHECK (password_hash LIKE '$argon2id$%' AND char_length(password_hash) <= 300),
  has_password boolean NOT NULL DEFAULT false,
  may_download boolean NOT NULL DEFAULT false,
  frozen_revision integer,
  leaves_out_pay boolean NOT NULL DEFAULT true,
  leaves_out_notes boolean NOT NULL DEFAULT true,
  leaves_out_comments boolean NOT NULL DEFAULT true,
  opened_count integer NOT NULL DEFAULT 0 CHECK (opened_count >= 0),
  last_opened_at timestamptz(3),
  FOREIGN KEY (organisation_id, model_id) REFERENCES cost_models (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  -- No cascade: a revision that a link shows can be neither removed nor renumbered, but with its model.
  FOREIGN KEY (model_id, frozen_revision) REFERENCES revisions (model_id, number),
  CONSTRAINT share_links_expires_at_check CHECK (
    expires_at > created_at AND expires_at <= created_at + interval '367 days'),
  CONSTRAINT share_links_has_password_check CHECK (has_password = (password_hash IS NOT NULL))
);
CREATE UNIQUE INDEX share_links_token_hash_key ON share_links (token_hash);
CREATE INDEX share_links_model_id_idx ON share_links (model_id);
CREATE INDEX share_links_created_by_id_idx ON share_links (created_by_id);

CALL close_table('share_links');
-- Seen and managed by those who may share the model. Nobody reads the hashes back.
GRANT SELECT (id, organisation_id, model_id, label, created_by_id, created_at, expires_at, revoked_at, has_password,
              may_download, frozen_revision, leaves_out_pay, leaves_out_notes, leaves_out_comments, opened_count,
              last_opened_at),
  INSERT, UPDATE (revoked_at) ON share_links TO peerbalance_app;
CREATE POLICY read ON share_links FOR SELECT TO peerbalance_app USING (scope_may_manage(organisation_id, model_id));
CREATE POLICY add ON share_links FOR INSERT TO peerbalance_app
  WITH CHECK (scope_may_manage(organisation_id, model_id) AND scope_may_edit(organisation_id, model_id)
              AND created_by_id = (SELECT scope_user()) AND revoked_at IS NULL
              AND opened_count = 0 AND last_opened_at IS NULL);
-- What was revoked stays revoked.
CREATE POLICY change ON share_links FOR UPDATE TO peerbalance_app
  USING (scope_may_manage(organisation_id, model_id) AND revoked_at IS NULL)
  WITH CHECK (scope_may_manage(organisation_id, model_id) AND revoked_at IS NOT NULL);

-- What a link shows for good is never folded away.
CREATE FUNCTION keep_linked_revision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.revisions SET is_kept = true
    WHERE model_id = NEW.model_id AND organisation_id = NEW.organisation_id AND number = NEW.frozen_revision
      AND NOT is_kept;
  RETURN NULL;
END
$$;
CREATE TRIGGER share_links_keep_revision AFTER INSERT ON share_links
  FOR EACH ROW WHEN (NEW.frozen_revision IS NOT NULL) EXECUTE FUNCTION keep_linked_revision();

-- What a person who holds a link may read: the only way from a link to a model. No row where the link is unknown,
-- revoked or expired, or its model is archived or deleted. What the link leaves out is in no column that is shown: pay
-- is only in those that are evaluated. Nothing of the model while a password stands before it.
CREATE FUNCTION read_share_link(wanted_hash bytea, is_unlocked boolean, counts boolean, pay_inputs text[],
                                pay_categories text[])
  RETURNS TABLE (link_id uuid, expires_at timestamptz, password_hash text, may_download boolean, leaves_out_pay boolean,
                 leaves_out_notes boolean, leaves_out_comments boolean, is_frozen boolean, revision integer,
                 changed_at timestamptz, name text, description text, start_month date,
                 fiscal_year_start smallint, currency text, currency_rate double precision,
                 currency_rate_date date, template_key text, model_version integer, inputs jsonb,
                 custom_lines jsonb, notes jsonb, evaluated_inputs jsonb, evaluated_lines jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  link public.share_links;
  shown record;
BEGIN
  SELECT l.* INTO link FROM public.share_links l
    JOIN public.cost_models c ON c.id = l.model_id AND c.organisation_id = l.organisation_id
    WHERE l.token_hash = wanted_hash AND l.revoked_at IS NULL AND l.expires_at > now()
      AND c.archived_at IS NULL AND c.deleted_at IS NULL;
  IF link.id IS NULL THEN
    RETURN;
  END IF;
  IF link.password_hash IS NOT NULL AND NOT is_unlocked THEN
    RETURN QUERY SELECT link.id, link.expires_at, link.password_hash, link.may_download, link.leaves_out_pay,
      link.leaves_out_notes, link.leaves_out_comments, link.frozen_revision IS NOT NULL, NULL::integer,
      NULL::timestamptz, NULL::text, NULL::text, NULL::date, NULL::smallint, NULL::text, NULL::double precision,
      NULL::date, NULL::text, NULL::integer, NULL::jsonb, NULL::jsonb, NULL::jsonb, NULL::jsonb, NULL::jsonb;
    RETURN;
  END IF;
  IF counts THEN
    UPDATE public.share_links l SET opened_count = l.opened_count + 1, last_opened_at = now() WHERE l.id = link.id;
  END IF;
  IF link.frozen_revision IS NULL THEN
    SELECT c.revision, c.changed_at, c.name, c.description, c.start_month, c.fiscal_year_start, c.currency,
           c.currency_rate, c.currency_rate_date, c.template_key, c.model_version, c.inputs, c.custom_lines, c.notes
      INTO shown FROM public.cost_models c WHERE c.id = link.model_id AND c.organisation_id = link.organisation_id;
  ELSE
    SELECT r.number AS revision, r.created_at AS changed_at, r.name, r.description, r.start_month, r.fiscal_year_start,
           r.currency, r.currency_rate, r.currency_rate_date, c.template_key, r.model_version, r.inputs,
           r.custom_lines, r.notes
      INTO shown FROM public.revisions r JOIN public.cost_models c ON c.id = r.model_id
      WHERE r.model_id = link.model_id AND r.organisation_id = link.organisation_id AND r.number = link.frozen_revision;
  END IF;
  RETURN QUERY SELECT link.id, link.expires_at, link.password_hash, link.may_download, link.leaves_out_pay,
    link.leaves_out_notes, link.leaves_out_comments, link.frozen_revision IS NOT NULL, shown.revision, shown.changed_at,
    shown.name,
    CASE WHEN link.leaves_out_notes THEN '' ELSE shown.description END,
    shown.start_month, shown.fiscal_year_start, shown.currency, shown.currency_rate, shown.currency_rate_date,
    shown.template_key, shown.model_version,
    CASE WHEN link.leaves_out_pay THEN shown.inputs - pay_inputs ELSE shown.inputs END,
    CASE WHEN link.leaves_out_pay
      THEN (SELECT coalesce(jsonb_agg(line.value ORDER BY line.place), '[]')
            FROM jsonb_array_elements(shown.custom_lines) WITH ORDINALITY AS line (value, place)
            WHERE line.value ->> 'category' <> ALL (pay_categories))
      ELSE shown.custom_lines END,
    CASE WHEN link.leaves_out_notes THEN '{}'
         WHEN link.leaves_out_pay THEN shown.notes - pay_inputs
         ELSE shown.notes END,
    shown.inputs, shown.custom_lines;
END
$$;

-- The comments that a read-only link shows, with the names of those who wrote them: none unless the link shows comments
-- and opens at all. Where it leaves out pay, only threads on the model and on what is named as shown: inputs, results,
-- and own lines that are of no category of pay, so that what is not known to be harmless stays out. Where it keeps to a
-- revision, what was written until the link was made; words that were changed since are left out, for the old ones are
-- not kept. The ids are for the server alone.
CREATE FUNCTION read_share_link_comments(wanted_hash bytea, shown_inputs text[], shown_results text[],
                                         pay_categories text[])
  RETURNS TABLE (id uuid, thread_id uuid, subject text, subject_key text, subject_label text, body text, author text,
                 mentioned jsonb, created_at timestamptz, edited_at timestamptz, is_deleted boolean,
                 is_changed_since boolean, resolved_at timestamptz, resolved_by text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH link AS (
    SELECT l.organisation_id, l.model_id, l.leaves_out_pay, l.frozen_revision,
           CASE WHEN l.frozen_revision IS NULL THEN 'infinity'::timestamptz ELSE l.created_at END AS until,
           c.custom_lines AS live_lines
    FROM public.share_links l
    JOIN public.cost_models c ON c.id = l.model_id AND c.organisation_id = l.organisation_id
    WHERE l.token_hash = wanted_hash AND l.revoked_at IS NULL AND l.expires_at > now() AND NOT l.leaves_out_comments
      AND c.archived_at IS NULL AND c.deleted_at IS NULL),
  lines AS (
    SELECT coalesce(line.value ->> 'id', 'line-' || line.place) AS key, line.value ->> 'category' AS category
    FROM link k
    LEFT JOIN public.revisions r ON r.model_id = k.model_id AND r.organisation_id = k.organisation_id
      AND r.number = k.frozen_revision
    CROSS JOIN LATERAL jsonb_array_elements(coalesce(r.custom_lines, k.live_lines))
      WITH ORDINALITY AS line (value, place)),
  threads AS (
    SELECT f.*, k.until FROM link k
    JOIN public.comments f ON f.organisation_id = k.organisation_id AND f.model_id = k.model_id
    WHERE f.thread_id IS NULL AND f.created_at <= k.until
      AND (NOT k.leaves_out_pay
           OR CASE f.subject::text
                WHEN 'model' THEN true
                WHEN 'input' THEN f.subject_key = ANY (shown_inputs)
                WHEN 'result' THEN f.subject_key = ANY (shown_results)
                WHEN 'line' THEN EXISTS (SELECT FROM lines n WHERE n.key = f.subject_key)
                  AND NOT EXISTS (SELECT FROM lines n WHERE n.key = f.subject_key AND n.category = ANY (pay_categories))
                ELSE false
              END)
    ORDER BY f.created_at DESC, f.id LIMIT 1000)
  SELECT c.id, t.id, t.subject::text, t.subject_key, t.subject_label,
         CASE WHEN c.edited_at > t.until THEN '' ELSE c.body END,
         (SELECT u.name FROM public.users u WHERE u.id = c.author_id),
         CASE WHEN c.edited_at > t.until THEN '{}' ELSE (
           SELECT coalesce(jsonb_object_agg(u.id, u.name), '{}') FROM public.mentioned_in(c.body) AS m
           JOIN public.users u ON u.id = m) END,
         c.created_at, c.edited_at, c.deleted_at IS NOT NULL, coalesce(c.edited_at > t.until, false),
         CASE WHEN t.resolved_at <= t.until THEN t.resolved_at END,
         CASE WHEN t.resolved_at <= t.until THEN (SELECT u.name FROM public.users u WHERE u.id = t.resolved_by_id) END
  FROM threads t
  JOIN public.comments c ON c.organisation_id = t.organisation_id AND c.model_id = t.model_id
    AND (c.id = t.id OR c.thread_id = t.id) AND c.created_at <= t.until
  ORDER BY t.created_at DESC, t.id, (c.thread_id IS NOT NULL), c.created_at, c.id
$$;

-- Whether the model behind a link is kept from plain members of its organisation: a copy by the link is private then
-- too. NULL where the link opens nothing. A column of its own in read_share_link would go to pages that have no use for
-- it.
CREATE FUNCTION is_share_link_private(wanted_hash bytea) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.is_private FROM public.share_links l
  JOIN public.cost_models c ON c.id = l.model_id AND c.organisation_id = l.organisation_id
  WHERE l.token_hash = wanted_hash AND l.revoked_at IS NULL AND l.expires_at > now()
    AND c.archived_at IS NULL AND c.deleted_at IS NULL
$$;

-- Writes what was done by a link into the audit log of its organisation, by nobody where nobody is signed in. Nothing
-- where the link opens nothing.
CREATE FUNCTION record_share_link_event(wanted_hash bytea, event_action text, client_address text, event_detail jsonb)
  RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.audit_events (organisation_id, actor_id, action, subject_type, subject_id, address, detail)
  SELECT l.organisation_id, public.scope_user(), event_action, 'link', l.id::text, client_address,
         jsonb_build_object('model', l.model_id) || event_detail
  FROM public.share_links l
  JOIN public.cost_models c ON c.id = l.model_id AND c.organisation_id = l.organisation_id
  WHERE l.token_hash = wanted_hash AND l.revoked_at IS NULL AND l.expires_at > now()
    AND c.archived_at IS NULL AND c.deleted_at IS NULL
    AND event_action IN ('link.refused', 'link.exported', 'link.copied')
$$;

GRANT EXECUTE ON FUNCTION read_share_link(bytea, boolean, boolean, text[], text[]),
  read_share_link_comments(bytea, text[], text[], text[]), is_share_link_private(bytea),
  record_share_link_event(bytea, text, text, jsonb) TO peerbalance_app;

-- 9 Comments ==========================================================================================================

CREATE TYPE comment_subject AS ENUM ('model', 'input', 'result', 'line');

CREATE TABLE comments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL,
  model_id uuid NOT NULL,
  thread_id uuid,
  subject comment_subject,
  subject_key text NOT NULL DEFAULT '',
  subject_label text NOT NULL DEFAULT '' CHECK (char_length(subject_label) <= 200),
  author_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  body text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  edited_at timestamptz(3),
  deleted_at timestamptz(3),
  resolved_at timestamptz(3),
  resolved_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  FOREIGN KEY (organisation_id, model_id) REFERENCES cost_models (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  -- A thread's first comment says what the thread is about; replies follow it.
  CONSTRAINT comments_subject_check CHECK ((thread_id IS NULL) = (subject IS NOT NULL)),
  CONSTRAINT comments_subject_key_check CHECK (
    char_length(subject_key) <= 100 AND (subject_key <> '') = (subject IS NOT NULL AND subject <> 'model')),
  -- 4,000 characters, and 20 mentions of 39 each.
  CONSTRAINT comments_body_check CHECK (
    char_length(body) <= 4800 AND (btrim(body) = '') = (deleted_at IS NOT NULL)),
  CONSTRAINT comments_resolved_check CHECK (
    (resolved_at IS NULL OR thread_id IS NULL) AND (resolved_by_id IS NULL OR resolved_at IS NOT NULL))
);
CREATE UNIQUE INDEX comments_organisation_id_model_id_id_key ON comments (organisation_id, model_id, id);
CREATE INDEX comments_model_id_created_at_idx ON comments (model_id, created_at);
CREATE INDEX comments_thread_id_idx ON comments (thread_id);
CREATE INDEX comments_author_id_idx ON comments (author_id);
CREATE INDEX comments_resolved_by_id_idx ON comments (resolved_by_id);
-- No cascade: a comment that has replies by now stays, and so do they.
ALTER TABLE comments ADD FOREIGN KEY (organisation_id, model_id, thread_id)
  REFERENCES comments (organisation_id, model_id, id);

-- The people that a text mentions: @[id].
CREATE FUNCTION mentioned_in(body text) RETURNS SETOF uuid LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT (m)[1]::uuid
  FROM regexp_matches(body, '@\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]', 'g') AS m
$$;

-- Does another's comment of this thread mention the person of the scope, who sees the model, while it is open? The
-- words stand there now: where the mention was taken back or deleted, so is the right.
CREATE FUNCTION scope_is_mentioned(organisation uuid, model uuid, thread uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT public.scope_may_view(organisation, model)
     AND EXISTS (SELECT FROM public.cost_models c
                 WHERE c.id = model AND c.organisation_id = organisation
                   AND c.archived_at IS NULL AND c.deleted_at IS NULL)
     AND EXISTS (SELECT FROM public.comments k
                 WHERE k.organisation_id = organisation AND k.model_id = model
                   AND (k.id = thread OR k.thread_id = thread)
                   AND k.deleted_at IS NULL AND k.author_id IS DISTINCT FROM public.scope_user()
                   AND public.scope_user() IN (SELECT public.mentioned_in(k.body)))
$$;

-- May the person reply in this thread? A person who may comment replies in each, a viewer who is mentioned in that one.
-- A first comment has no thread and is no reply.
CREATE FUNCTION scope_may_reply(organisation uuid, model uuid, thread uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT thread IS NOT NULL
     AND (public.scope_may_comment(organisation, model) OR public.scope_is_mentioned(organisation, model, thread))
$$;

GRANT EXECUTE ON FUNCTION scope_may_reply(uuid, uuid, uuid) TO peerbalance_app;

CALL close_table('comments');
-- A comment stays on its model, in its thread and its author's.
GRANT SELECT, INSERT, DELETE, UPDATE (body, edited_at, deleted_at, resolved_at, resolved_by_id)
  ON comments TO peerbalance_app;
CREATE POLICY read ON comments FOR SELECT TO peerbalance_app
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = comments.organisation_id));
-- To begin a thread, and to resolve one, asks for the right to comment. One's own reply can be changed and taken back
-- as long as one may reply.
CREATE POLICY add ON comments FOR INSERT TO peerbalance_app
  WITH CHECK (author_id = (SELECT scope_user())
              AND (scope_may_comment(organisation_id, model_id)
                   OR scope_may_reply(organisation_id, model_id, thread_id))
              AND edited_at IS NULL AND deleted_at IS NULL AND resolved_at IS NULL);
CREATE POLICY change ON comments FOR UPDATE TO peerbalance_app
  USING (scope_may_comment(organisation_id, model_id)
         OR (author_id = (SELECT scope_user()) AND scope_may_reply(organisation_id, model_id, thread_id)))
  WITH CHECK (scope_may_comment(organisation_id, model_id)
              OR (author_id = (SELECT scope_user()) AND scope_may_reply(organisation_id, model_id, thread_id)));
CREATE POLICY remove ON comments FOR DELETE TO peerbalance_app
  USING (author_id = (SELECT scope_user())
         AND (scope_may_comment(organisation_id, model_id) OR scope_may_reply(organisation_id, model_id, thread_id)));

-- A person changes only their own words; all who may comment resolve. Replies go to a thread's first comment.
CREATE FUNCTION keep_comment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.thread_id IS NOT NULL
       AND NOT EXISTS (SELECT FROM public.comments c WHERE c.id = NEW.thread_id AND c.thread_id IS NULL) THEN
      RAISE EXCEPTION 'comment % is not the first of a thread', NEW.thread_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'comments_replies_go_to_the_first';
    END IF;
    RETURN NEW;
  END IF;
  -- Without a person it is a reference that goes with its row.
  IF public.scope_user() IS NULL THEN
    RETURN NEW;
  END IF;
  IF (NEW.body, NEW.edited_at, NEW.deleted_at) IS DISTINCT FROM (OLD.body, OLD.edited_at, OLD.deleted_at)
     AND (OLD.author_id IS DISTINCT FROM public.scope_user() OR OLD.deleted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'comment % is another person''s or deleted', OLD.id
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (NEW.resolved_at, NEW.resolved_by_id) IS DISTINCT FROM (OLD.resolved_at, OLD.resolved_by_id)
     AND NEW.resolved_at IS NOT NULL AND NEW.resolved_by_id IS DISTINCT FROM public.scope_user() THEN
    RAISE EXCEPTION 'a thread is resolved in one''s own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER comments_keep BEFORE INSERT OR UPDATE ON comments FOR EACH ROW EXECUTE FUNCTION keep_comment();

-- A deleted first comment stays as long as it has replies.
CREATE FUNCTION remove_empty_thread() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.comments c
  WHERE c.id = OLD.thread_id AND c.deleted_at IS NOT NULL
    AND NOT EXISTS (SELECT FROM public.comments r WHERE r.thread_id = OLD.thread_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER comments_remove_empty_thread AFTER DELETE ON comments
  FOR EACH ROW WHEN (OLD.thread_id IS NOT NULL) EXECUTE FUNCTION remove_empty_thread();

-- Keeps a thread's first comment until the transaction ends, so that its deletion waits and then sees the reply.
-- Whether there is such a thread, and the person may reply in it: a viewer may not change the row, so they cannot lock
-- it themselves.
CREATE FUNCTION hold_thread(organisation uuid, model uuid, thread uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT public.scope_may_reply(organisation, model, thread) THEN
    RETURN false;
  END IF;
  PERFORM FROM public.comments c
    WHERE c.id = thread AND c.organisation_id = organisation AND c.model_id = model AND c.thread_id IS NULL FOR UPDATE;
  RETURN FOUND;
END
$$;

-- Names of those who wrote, resolved or are mentioned in a model's comments; no addresses.
CREATE FUNCTION comment_people(organisation uuid, model uuid) RETURNS TABLE (user_id uuid, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH of_model AS (
    SELECT c.* FROM public.comments c
    WHERE c.organisation_id = organisation AND c.model_id = model AND public.scope_may_view(organisation, model))
  SELECT u.id, u.name FROM public.users u
  WHERE u.id IN (SELECT c.author_id FROM of_model c
                 UNION SELECT c.resolved_by_id FROM of_model c
                 UNION SELECT public.mentioned_in(c.body) FROM of_model c)
$$;

-- Whom the person of the scope may mention, who may comment or reply in some thread: others who see the model. Members
-- of its organisation are offered all of them, with addresses, which they may read anyway; those who came by a share,
-- only its creator and those who wrote in it, by name.
CREATE FUNCTION mentionable_people(organisation uuid, model uuid) RETURNS TABLE (user_id uuid, name text, email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH me AS (SELECT organisation = ANY (public.scope_organisations()) AS is_member
              WHERE public.scope_may_comment(organisation, model)
                 OR EXISTS (SELECT FROM public.comments t
                            WHERE t.organisation_id = organisation AND t.model_id = model AND t.thread_id IS NULL
                              AND public.scope_is_mentioned(organisation, model, t.id))),
  near AS (SELECT m.user_id FROM public.memberships m WHERE m.organisation_id = organisation
           UNION SELECT s.user_id FROM public.shares s WHERE s.organisation_id = organisation AND s.model_id = model)
  SELECT u.id, u.name, CASE WHEN me.is_member THEN u.email END
  FROM me CROSS JOIN near JOIN public.users u ON u.id = near.user_id
  WHERE u.id <> public.scope_user() AND public.may_view_model(u.id, organisation, model)
    AND (me.is_member
         OR EXISTS (SELECT FROM public.cost_models c
                    WHERE c.id = model AND c.organisation_id = organisation AND c.creator_id = u.id)
         OR EXISTS (SELECT FROM public.revisions r
                    WHERE r.model_id = model AND r.organisation_id = organisation AND r.author_id = u.id)
         OR EXISTS (SELECT FROM public.comments k
                    WHERE k.model_id = model AND k.organisation_id = organisation AND k.author_id = u.id))
  ORDER BY u.name, u.id
$$;

GRANT EXECUTE ON FUNCTION hold_thread(uuid, uuid, uuid), comment_people(uuid, uuid), mentionable_people(uuid, uuid)
  TO peerbalance_app;

-- 10 Notices ==========================================================================================================
-- Written by triggers alone, so that nobody can send another a notice of what did not happen.

CREATE TYPE notice_kind AS ENUM ('shared', 'accepted', 'mention', 'reply');

CREATE TABLE notices (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  kind notice_kind NOT NULL,
  organisation_id uuid NOT NULL,
  model_id uuid NOT NULL,
  comment_id uuid REFERENCES comments ON UPDATE CASCADE ON DELETE CASCADE,
  actor_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  role share_role,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  read_at timestamptz(3),
  mailed_at timestamptz(3),
  FOREIGN KEY (organisation_id, model_id) REFERENCES cost_models (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT notices_comment_check CHECK ((kind IN ('mention', 'reply')) = (comment_id IS NOT NULL)),
  CONSTRAINT notices_role_check CHECK ((kind IN ('shared', 'accepted')) = (role IS NOT NULL))
);
CREATE UNIQUE INDEX notices_user_id_comment_id_key ON notices (user_id, comment_id);
CREATE INDEX notices_user_id_created_at_idx ON notices (user_id, created_at DESC);
CREATE INDEX notices_model_id_idx ON notices (model_id);
CREATE INDEX notices_comment_id_idx ON notices (comment_id);
CREATE INDEX notices_actor_id_idx ON notices (actor_id);
-- For the count of those that nobody has read, which every page shows.
CREATE INDEX notices_unread ON notices (user_id) WHERE read_at IS NULL;

CALL close_table('notices');
-- Of a model that one may see no longer, its notices are gone too.
GRANT SELECT, UPDATE (read_at) ON notices TO peerbalance_app;
CREATE POLICY read ON notices FOR SELECT TO peerbalance_app
  USING (user_id = (SELECT scope_user())
         AND EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = notices.organisation_id
                       AND c.deleted_at IS NULL));
CREATE POLICY change ON notices FOR UPDATE TO peerbalance_app
  USING (user_id = (SELECT scope_user())) WITH CHECK (user_id = (SELECT scope_user()));

-- Those mentioned, and those who wrote in the thread before; only those who may see the model, each once for a comment.
CREATE FUNCTION tell_of_comment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.deleted_at IS NOT NULL THEN
    DELETE FROM public.notices n WHERE n.comment_id = NEW.id;
    RETURN NULL;
  END IF;
  INSERT INTO public.notices (user_id, kind, organisation_id, model_id, comment_id, actor_id)
  SELECT p.person, 'mention', NEW.organisation_id, NEW.model_id, NEW.id, NEW.author_id
  FROM public.mentioned_in(NEW.body) AS p (person)
  WHERE p.person IS DISTINCT FROM NEW.author_id
    AND public.may_view_model(p.person, NEW.organisation_id, NEW.model_id)
  ON CONFLICT (user_id, comment_id) DO NOTHING;
  IF TG_OP = 'INSERT' AND NEW.thread_id IS NOT NULL THEN
    INSERT INTO public.notices (user_id, kind, organisation_id, model_id, comment_id, actor_id)
    SELECT DISTINCT c.author_id, 'reply'::public.notice_kind, NEW.organisation_id, NEW.model_id, NEW.id, NEW.author_id
    FROM public.comments c
    WHERE (c.id = NEW.thread_id OR c.thread_id = NEW.thread_id) AND c.author_id <> NEW.author_id
      AND public.may_view_model(c.author_id, NEW.organisation_id, NEW.model_id)
    ON CONFLICT (user_id, comment_id) DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER comments_tell AFTER INSERT OR UPDATE OF body ON comments
  FOR EACH ROW EXECUTE FUNCTION tell_of_comment();

-- A person who takes a share tells its giver; one who gives or changes it tells its holder.
CREATE FUNCTION tell_of_share() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  actor uuid := public.scope_user();
  is_holder boolean := actor = NEW.user_id;
  reader uuid := CASE WHEN is_holder THEN NEW.given_by_id ELSE NEW.user_id END;
BEGIN
  IF actor IS NULL OR reader IS NULL OR reader = actor
     OR NOT public.may_view_model(reader, NEW.organisation_id, NEW.model_id) THEN
    RETURN NULL;
  END IF;
  INSERT INTO public.notices (user_id, kind, organisation_id, model_id, actor_id, role)
  VALUES (reader, CASE WHEN is_holder THEN 'accepted' ELSE 'shared' END::public.notice_kind, NEW.organisation_id,
          NEW.model_id, actor, NEW.role);
  RETURN NULL;
END
$$;
CREATE TRIGGER shares_tell_of_new AFTER INSERT ON shares FOR EACH ROW EXECUTE FUNCTION tell_of_share();
CREATE TRIGGER shares_tell_of_role AFTER UPDATE OF role ON shares
  FOR EACH ROW WHEN (OLD.role IS DISTINCT FROM NEW.role) EXECUTE FUNCTION tell_of_share();

-- Names of those whom the person's own notices are about.
CREATE FUNCTION notice_people() RETURNS TABLE (user_id uuid, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.id, u.name FROM public.users u
  WHERE u.id IN (SELECT n.actor_id FROM public.notices n WHERE n.user_id = public.scope_user())
$$;

-- Hands out, once, the notices that the person of the scope has just caused and that are to be mailed: to a verified
-- address whose holder wants mail and may see the model.
CREATE FUNCTION take_notices_to_mail()
  RETURNS TABLE (email text, reader_id uuid, kind public.notice_kind, role public.share_role, actor_name text,
                 model_id uuid, model_name text, comment_id uuid, thread_id uuid)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.notices n SET mailed_at = now()
  FROM public.users reader, public.users actor, public.cost_models c
  WHERE n.actor_id = public.scope_user() AND n.mailed_at IS NULL AND n.read_at IS NULL
    AND n.created_at > now() - interval '10 minutes'
    AND reader.id = n.user_id AND reader.notices_by_mail AND reader.email_verified_at IS NOT NULL
    AND actor.id = n.actor_id AND c.id = n.model_id AND c.organisation_id = n.organisation_id
    AND public.may_view_model(n.user_id, n.organisation_id, n.model_id)
  RETURNING reader.email, reader.id, n.kind, n.role, actor.name, c.id, c.name, n.comment_id,
    (SELECT coalesce(k.thread_id, k.id) FROM public.comments k WHERE k.id = n.comment_id)
$$;

GRANT EXECUTE ON FUNCTION notice_people(), take_notices_to_mail() TO peerbalance_app;

-- For a start: what was read 90 days ago, or given a year ago, goes. Not for the application's role.
CREATE FUNCTION remove_old_notices() RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  removed integer;
BEGIN
  DELETE FROM public.notices
  WHERE read_at < now() - interval '90 days' OR created_at < now() - interval '1 year';
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END
$$;

-- 11 Presence =========================================================================================================

CREATE TABLE presences (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL,
  model_id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  name text NOT NULL CHECK (char_length(name) <= 200),
  came_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  seen_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  FOREIGN KEY (organisation_id, model_id) REFERENCES cost_models (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX presences_model_id_idx ON presences (model_id);
CREATE INDEX presences_user_id_idx ON presences (user_id);
CREATE INDEX presences_seen_at_idx ON presences (seen_at);

CALL close_table('presences');
-- Those who see a model see who has it open, and one can be there only as oneself.
GRANT SELECT, INSERT, UPDATE (seen_at), DELETE ON presences TO peerbalance_app;
CREATE POLICY read ON presences FOR SELECT TO peerbalance_app
  USING (user_id = (SELECT scope_user())
         OR EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = presences.organisation_id));
CREATE POLICY add ON presences FOR INSERT TO peerbalance_app
  WITH CHECK (user_id = (SELECT scope_user())
              AND name = (SELECT u.name FROM users u WHERE u.id = (SELECT scope_user()))
              AND EXISTS (SELECT FROM cost_models c
                          WHERE c.id = model_id AND c.organisation_id = presences.organisation_id));
CREATE POLICY change ON presences FOR UPDATE TO peerbalance_app
  USING (user_id = (SELECT scope_user())) WITH CHECK (user_id = (SELECT scope_user()));
CREATE POLICY remove ON presences FOR DELETE TO peerbalance_app USING (user_id = (SELECT scope_user()));

-- Says of many windows at once that they are still open. Their ids are random, and known to the server that made them
-- alone.
CREATE FUNCTION touch_presences(ids uuid[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.presences SET seen_at = now() WHERE id = ANY (ids)
$$;

-- And that they are closed.
CREATE FUNCTION remove_presences(ids uuid[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.presences WHERE id = ANY (ids)
$$;

-- Those whose server went away without a word.
CREATE FUNCTION sweep_presences() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.presences WHERE seen_at < now() - interval '2 minutes'
$$;

-- What decides whether each of these people may read this model on in this session, in one statement for all who have
-- it open: one row for each session that is its person's, ended and outdated ones included, for the caller judges. What
-- it says of a model is left out where the policy "read" of cost_models would hide that model from the person.
CREATE FUNCTION find_readers(wanted_models uuid[], wanted_people uuid[], wanted_sessions uuid[])
  RETURNS TABLE (place bigint, created_at timestamptz, seen_at timestamptz, ended_at timestamptz,
                 organisation_id uuid, creator_id uuid, is_private boolean, archived_at timestamptz,
                 deleted_at timestamptz, membership public.organisation_role, share public.share_role)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT w.place, s.created_at, s.seen_at, s.ended_at,
         v.organisation_id, v.creator_id, v.is_private, v.archived_at, v.deleted_at, v.membership, v.share
  FROM unnest(wanted_models, wanted_people, wanted_sessions) WITH ORDINALITY AS w (model_id, user_id, session_id, place)
  JOIN public.sessions s ON s.id = w.session_id AND s.user_id = w.user_id
  LEFT JOIN LATERAL (
    SELECT c.organisation_id, c.creator_id, c.is_private, c.archived_at, c.deleted_at, m.role AS membership,
           h.role AS share
    FROM public.cost_models c
    LEFT JOIN public.memberships m ON m.organisation_id = c.organisation_id AND m.user_id = s.user_id
    LEFT JOIN public.shares h ON h.organisation_id = c.organisation_id AND h.model_id = c.id AND h.user_id = s.user_id
    WHERE c.id = w.model_id
      AND (m.role IN ('owner', 'admin')
           OR (m.role IS NOT NULL AND c.creator_id = s.user_id)
           OR ((h.role IS NOT NULL OR (m.role IS NOT NULL AND NOT c.is_private)) AND c.deleted_at IS NULL))
  ) v ON true
$$;

GRANT EXECUTE ON FUNCTION touch_presences(uuid[]), remove_presences(uuid[]), sweep_presences(),
  find_readers(uuid[], uuid[], uuid[]) TO peerbalance_app;

-- What servers are told -----------------------------------------------------------------------------------------------

-- Tells every server that listens what happened to which model; ids and numbers only, as all who may connect may
-- listen.
CREATE FUNCTION tell_of_change() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  what text := TG_ARGV[0];
  model uuid;
BEGIN
  IF TG_TABLE_NAME = 'cost_models' THEN
    model := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    model := OLD.model_id;
  ELSE
    model := NEW.model_id;
  END IF;
  PERFORM pg_notify('model_changes', json_build_object('model', model, 'what', what)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER cost_models_tell AFTER UPDATE ON cost_models FOR EACH ROW
  WHEN (OLD.revision IS DISTINCT FROM NEW.revision) EXECUTE FUNCTION tell_of_change('model');
CREATE TRIGGER cost_models_tell_access AFTER UPDATE ON cost_models FOR EACH ROW
  WHEN ((OLD.archived_at, OLD.deleted_at, OLD.is_private)
        IS DISTINCT FROM (NEW.archived_at, NEW.deleted_at, NEW.is_private))
  EXECUTE FUNCTION tell_of_change('access');
CREATE TRIGGER shares_tell AFTER UPDATE OR DELETE ON shares FOR EACH ROW EXECUTE FUNCTION tell_of_change('access');
CREATE TRIGGER scenarios_tell AFTER INSERT OR UPDATE OR DELETE ON scenarios FOR EACH ROW
  EXECUTE FUNCTION tell_of_change('scenarios');
CREATE TRIGGER presences_tell AFTER INSERT OR DELETE ON presences FOR EACH ROW
  EXECUTE FUNCTION tell_of_change('people');
CREATE TRIGGER comments_tell_live AFTER INSERT OR UPDATE OR DELETE ON comments FOR EACH ROW
  EXECUTE FUNCTION tell_of_change('comments');

-- A membership or a session that ends, or a role that changes, is told to the models that its person has open just now:
-- their streams prove anew what may be read on.
CREATE FUNCTION tell_of_ended_access() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_notify('model_changes', json_build_object('model', p.model_id, 'what', 'access')::text)
    FROM (SELECT DISTINCT model_id FROM public.presences WHERE user_id = OLD.user_id) p;
  RETURN NULL;
END
$$;
CREATE TRIGGER memberships_tell AFTER UPDATE OF role OR DELETE ON memberships
  FOR EACH ROW EXECUTE FUNCTION tell_of_ended_access();
CREATE TRIGGER sessions_tell AFTER UPDATE OF ended_at ON sessions FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION tell_of_ended_access();

-- 12 API ==============================================================================================================

CREATE TABLE api_tokens (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisations ON UPDATE CASCADE ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  name text NOT NULL CHECK (name = btrim(name) AND char_length(name) BETWEEN 1 AND 100),
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  scopes text[] NOT NULL
    CHECK (cardinality(scopes) BETWEEN 1 AND 2 AND scopes <@ ARRAY['models:read', 'models:write']),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  last_used_at timestamptz(3),
  CONSTRAINT api_tokens_expires_at_check CHECK (
    expires_at > created_at AND expires_at <= created_at + interval '366 days')
);
CREATE UNIQUE INDEX api_tokens_token_hash_key ON api_tokens (token_hash);
CREATE UNIQUE INDEX api_tokens_organisation_id_id_key ON api_tokens (organisation_id, id);
CREATE INDEX api_tokens_user_id_idx ON api_tokens (user_id);

CALL close_table('api_tokens');
-- A token is seen and ended by its person and by those who run its organisation; nobody sees its hash.
GRANT SELECT (id, organisation_id, user_id, name, scopes, created_at, expires_at, revoked_at, last_used_at),
  INSERT, UPDATE (revoked_at) ON api_tokens TO peerbalance_app;
CREATE POLICY read ON api_tokens FOR SELECT TO peerbalance_app
  USING ((user_id = (SELECT scope_user()) AND organisation_id = ANY ((SELECT scope_organisations())::uuid[]))
         OR organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[]));
CREATE POLICY add ON api_tokens FOR INSERT TO peerbalance_app
  WITH CHECK (user_id = (SELECT scope_user()) AND organisation_id = ANY ((SELECT scope_organisations())::uuid[]));
CREATE POLICY change ON api_tokens FOR UPDATE TO peerbalance_app
  USING ((user_id = (SELECT scope_user()) AND organisation_id = ANY ((SELECT scope_organisations())::uuid[]))
         OR organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[]))
  WITH CHECK (revoked_at IS NOT NULL);

CREATE TABLE api_creations (
  organisation_id uuid NOT NULL,
  token_id uuid NOT NULL,
  key text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 255),
  request_hash bytea NOT NULL CHECK (octet_length(request_hash) = 32),
  model_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (token_id, key),
  FOREIGN KEY (organisation_id, token_id) REFERENCES api_tokens (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, model_id) REFERENCES cost_models (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE
);

CALL close_table('api_creations');
GRANT SELECT, INSERT, DELETE ON api_creations TO peerbalance_app;
CREATE POLICY own ON api_creations TO peerbalance_app
  USING (EXISTS (SELECT FROM api_tokens t
                 WHERE t.id = token_id AND t.organisation_id = api_creations.organisation_id
                   AND t.user_id = (SELECT scope_user())))
  WITH CHECK (EXISTS (SELECT FROM api_tokens t
                      WHERE t.id = token_id AND t.organisation_id = api_creations.organisation_id
                        AND t.user_id = (SELECT scope_user())));

-- Whose token this is, while it is neither ended nor outdated and its person belongs to its organisation, with their
-- role there, so that a request by a token needs no second look at the membership. Notes once a minute that it was
-- used.
CREATE FUNCTION use_api_token(wanted_hash bytea)
  RETURNS TABLE (token_id uuid, organisation_id uuid, user_id uuid, name text, email text, scopes text[],
                 role public.organisation_role)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.api_tokens t SET last_used_at = now()
    WHERE t.token_hash = wanted_hash AND t.revoked_at IS NULL AND t.expires_at > now()
      AND (t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute');
  RETURN QUERY
    SELECT t.id, t.organisation_id, u.id, u.name, u.email, t.scopes, m.role
    FROM public.api_tokens t
    JOIN public.users u ON u.id = t.user_id
    JOIN public.memberships m ON m.user_id = t.user_id AND m.organisation_id = t.organisation_id
    WHERE t.token_hash = wanted_hash AND t.revoked_at IS NULL AND t.expires_at > now();
END
$$;
GRANT EXECUTE ON FUNCTION use_api_token(bytea) TO peerbalance_app;

-- For a start: what the API remembers of requests is forgotten after a day, tokens a year after they ended. Not for the
-- application's role.
CREATE FUNCTION remove_old_api_rows() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.api_creations WHERE created_at < now() - interval '1 day';
  DELETE FROM public.api_tokens WHERE coalesce(revoked_at, expires_at) < now() - interval '1 year';
$$;

-- 13 Audit log ========================================================================================================

-- No foreign key: it outlives its organisation, as ids that say nothing any more.
CREATE TABLE audit_events (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL,
  actor_id uuid,
  action text NOT NULL CHECK (char_length(action) BETWEEN 1 AND 100),
  subject_type text NOT NULL CHECK (char_length(subject_type) BETWEEN 1 AND 100),
  subject_id text NOT NULL CHECK (char_length(subject_id) BETWEEN 1 AND 100),
  address text NOT NULL CHECK (char_length(address) <= 100),
  detail jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(detail) = 'object' AND octet_length(detail::text) <= 16384),
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX audit_events_organisation_id_at_idx ON audit_events (organisation_id, at DESC);

CALL close_table('audit_events');
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

-- A sign-in that failed, in the logs of the account's organisations; nobody is named as who did it. Nothing where
-- nobody has the address.
CREATE FUNCTION record_failed_sign_in(wanted_email text, from_address text, tried_way text) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.audit_events (organisation_id, action, subject_type, subject_id, address, detail)
  SELECT m.organisation_id, 'session.failed', 'user', u.id::text, left(from_address, 100),
         jsonb_build_object('way', tried_way)
  FROM public.users u JOIN public.memberships m ON m.user_id = u.id
  WHERE u.email = wanted_email
$$;
GRANT EXECUTE ON FUNCTION record_failed_sign_in(text, text, text) TO peerbalance_app;

-- 14 Rate limits ======================================================================================================

CREATE TABLE rate_limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
CREATE INDEX rate_limits_expire_idx ON rate_limits (expire);

-- Counts of tries and uses: no tenant's, and read before anyone is proven, so the application's role reaches all of it,
-- and nobody else: there is no policy for the owner.
ALTER TABLE rate_limits ENABLE ROW LEVEL SECURITY;
ALTER TABLE rate_limits FORCE ROW LEVEL SECURITY;
REVOKE ALL ON rate_limits FROM PUBLIC, peerbalance_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO peerbalance_app;
CREATE POLICY counters ON rate_limits TO peerbalance_app USING (true) WITH CHECK (true);

-- 15 Deletion =========================================================================================================
-- For a start. Not for the application's role.

-- Removes an organisation with all that belongs to it. Of its audit log the ids stay, which say nothing any more.
CREATE FUNCTION remove_organisation(gone uuid) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.audit_events SET detail = '{}', address = '' WHERE organisation_id = gone;
  DELETE FROM public.organisations WHERE id = gone;
$$;

-- Removes a person: their sessions, memberships and shares, the organisations that were theirs alone, and their address
-- wherever it was written down. What they wrote in organisations of others stays there, without their name.
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
      -- It needs an owner: an admin before a member, the one who has been there longest.
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

-- What is due today goes for good.
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

-- 16 The end ==========================================================================================================

-- Lets a server tell whether its database is ready for it; the application's role may not read the list itself.
CREATE FUNCTION applied_migrations() RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT m.migration_name::text FROM public._prisma_migrations m
    WHERE m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL;
END
$$;
GRANT EXECUTE ON FUNCTION applied_migrations() TO peerbalance_app;

DROP PROCEDURE close_table;

-- PostgreSQL lets everyone call a new function. Here only those may whom a part above grants it.
DO $$
DECLARE
  f regprocedure;
BEGIN
  FOR f IN SELECT oid FROM pg_proc
           WHERE pronamespace = 'public'::regnamespace AND proowner = current_user::regrole
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END
$$;

-- Every table is there now: each body must fit them.
SET LOCAL check_function_bodies = on;
SELECT CASE l.lanname WHEN 'sql' THEN fmgr_sql_validator(p.oid) ELSE plpgsql_validator(p.oid) END
FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = current_user::regrole
  AND l.lanname IN ('sql', 'plpgsql');
