-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "share_invitations" ADD COLUMN     "account_made_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "organisation_invitations" ADD COLUMN     "account_made_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "second_factors" ADD COLUMN     "session_id" UUID;

-- AlterTable
ALTER TABLE "recovery_codes" ADD COLUMN     "session_id" UUID;

-- A session says when its person last proved who they are. Who holds the session alone cannot: lib/server/auth/confirm-identity.ts writes it.
GRANT UPDATE (confirmed_at) ON sessions TO peerbalance_app;
GRANT SELECT (account_made_at) ON organisation_invitations TO peerbalance_app;

-- A password that is set by a link ends what was made while somebody else may have been in: API tokens too.
CREATE OR REPLACE FUNCTION redeem_password_reset(wanted_hash bytea, new_password_hash text) RETURNS uuid
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

-- Where signing up takes an invitation -----------------------------------------------------------------------------------

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

-- The same, and uses it up for that: of two who sign up at once by one link the second waits for the first, and is refused. The
-- conditions on the row itself are read again after the wait.
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

-- As before; with an invitation, which then must be one that has made no account yet. `outcome`: 'created', 'taken' where somebody has
-- the address, which leaves the invitation as it was, or 'closed'.
DROP FUNCTION create_account(text, text, text, text);
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

DROP FUNCTION sign_in_by_identity(text, text, text, text, text, boolean);
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
  INSERT INTO public.users (email, name, email_verified_at) VALUES (verified_email, new_name, now()) RETURNING id INTO person;
  INSERT INTO public.organisations (name) VALUES (organisation_name) RETURNING id INTO own;
  INSERT INTO public.memberships (organisation_id, user_id, role) VALUES (own, person, 'owner');
  INSERT INTO public.identities (user_id, issuer, subject) VALUES (person, the_issuer, the_subject);
  RETURN QUERY SELECT 'created', person;
END
$$;

REVOKE ALL ON FUNCTION invitation_makes_account(bytea), take_invitation_for_account(bytea),
  create_account(text, text, text, text, bytea),
  sign_in_by_identity(text, text, text, text, text, boolean, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION invitation_makes_account(bytea), create_account(text, text, text, text, bytea),
  sign_in_by_identity(text, text, text, text, text, boolean, bytea) TO peerbalance_app;
