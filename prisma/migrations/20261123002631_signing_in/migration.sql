-- CreateEnum
CREATE TYPE "mail_link_purpose" AS ENUM ('sign_in', 'change_address');

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "password_hash" DROP NOT NULL;

-- AlterTable
ALTER TABLE "password_resets" ADD COLUMN     "is_mailed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "identities" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_links" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" "mail_link_purpose" NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factors" (
    "user_id" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_steps" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_steps_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "identities_user_id_issuer_key" ON "identities"("user_id", "issuer");

-- CreateIndex
CREATE UNIQUE INDEX "identities_issuer_subject_key" ON "identities"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "mail_links_token_hash_key" ON "mail_links"("token_hash");

-- CreateIndex
CREATE INDEX "mail_links_user_id_idx" ON "mail_links"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_user_id_code_hash_key" ON "recovery_codes"("user_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_steps_token_hash_key" ON "sign_in_steps"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_steps_user_id_idx" ON "sign_in_steps"("user_id");

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_links" ADD CONSTRAINT "mail_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_steps" ADD CONSTRAINT "sign_in_steps_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must hold whatever the code does.
ALTER TABLE "identities"
  ADD CONSTRAINT "identities_issuer_check" CHECK (char_length(issuer) BETWEEN 1 AND 500),
  ADD CONSTRAINT "identities_subject_check" CHECK (char_length(subject) BETWEEN 1 AND 255);
ALTER TABLE "mail_links"
  ADD CONSTRAINT "mail_links_token_hash_check" CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT "mail_links_email_check" CHECK (
    email = lower(btrim(email)) AND email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email) <= 254),
  ADD CONSTRAINT "mail_links_expires_at_check" CHECK (
    expires_at > created_at AND expires_at <= created_at + interval '1 day');
ALTER TABLE "second_factors"
  -- Nonce of 12 bytes, tag of 16, secret of 20.
  ADD CONSTRAINT "second_factors_secret_check" CHECK (octet_length(secret) = 48);
ALTER TABLE "recovery_codes"
  ADD CONSTRAINT "recovery_codes_code_hash_check" CHECK (octet_length(code_hash) = 32);
ALTER TABLE "sign_in_steps"
  ADD CONSTRAINT "sign_in_steps_token_hash_check" CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT "sign_in_steps_way_check" CHECK (way IN ('password', 'mail')),
  ADD CONSTRAINT "sign_in_steps_tries_check" CHECK (tries BETWEEN 0 AND 5),
  ADD CONSTRAINT "sign_in_steps_expires_at_check" CHECK (
    expires_at > created_at AND expires_at <= created_at + interval '1 hour');

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['identities', 'mail_links', 'second_factors', 'recovery_codes', 'sign_in_steps']
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

-- All five are a person's own and nobody else's, whatever organisation they share. What is looked up by a secret before anybody is
-- proven goes through the functions below.
GRANT SELECT ON "identities" TO peerbalance_app;
CREATE POLICY own ON "identities" FOR SELECT TO peerbalance_app USING (user_id = (SELECT scope_user()));

GRANT SELECT (id, user_id, purpose, email, created_at, expires_at, used_at), INSERT, UPDATE (used_at)
  ON "mail_links" TO peerbalance_app;
CREATE POLICY own ON "mail_links" FOR SELECT TO peerbalance_app USING (user_id = (SELECT scope_user()));
CREATE POLICY add ON "mail_links" FOR INSERT TO peerbalance_app
  WITH CHECK (user_id = (SELECT scope_user()) AND purpose = 'change_address' AND used_at IS NULL);
CREATE POLICY revoke ON "mail_links" FOR UPDATE TO peerbalance_app
  USING (user_id = (SELECT scope_user())) WITH CHECK (user_id = (SELECT scope_user()) AND used_at IS NOT NULL);

GRANT SELECT, INSERT, UPDATE (secret, last_step, created_at, confirmed_at), DELETE ON "second_factors" TO peerbalance_app;
CREATE POLICY own ON "second_factors" TO peerbalance_app
  USING (user_id = (SELECT scope_user())) WITH CHECK (user_id = (SELECT scope_user()));

GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON "recovery_codes" TO peerbalance_app;
CREATE POLICY own ON "recovery_codes" TO peerbalance_app
  USING (user_id = (SELECT scope_user())) WITH CHECK (user_id = (SELECT scope_user()));

GRANT SELECT (id, user_id, way, created_at, expires_at, used_at), INSERT ON "sign_in_steps" TO peerbalance_app;
CREATE POLICY own ON "sign_in_steps" FOR SELECT TO peerbalance_app USING (user_id = (SELECT scope_user()));
CREATE POLICY add ON "sign_in_steps" FOR INSERT TO peerbalance_app
  WITH CHECK (user_id = (SELECT scope_user()) AND tries = 0 AND used_at IS NULL);

-- What ends where a password is set anew ---------------------------------------------------------------------------------

DROP FUNCTION end_access_of(uuid);
DROP FUNCTION change_own_password(text);

-- Sessions but the one to keep, and whatever would lead to another: reset links, mailed links, sign-ins half done.
CREATE FUNCTION end_access_of(person uuid, kept_session uuid DEFAULT NULL) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.sessions SET ended_at = now()
    WHERE user_id = person AND ended_at IS NULL AND id IS DISTINCT FROM kept_session;
  UPDATE public.password_resets SET used_at = now() WHERE user_id = person AND used_at IS NULL;
  UPDATE public.mail_links SET used_at = now() WHERE user_id = person AND used_at IS NULL;
  UPDATE public.sign_in_steps SET used_at = now() WHERE user_id = person AND used_at IS NULL;
$$;

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

-- The first proof that the person holds the address of their account. Whoever made the account may have been somebody else: their
-- password, sessions, links and API tokens end. True where it was the first; later ones end nothing.
CREATE FUNCTION prove_address(person uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.users SET email_verified_at = now(), password_hash = NULL
    WHERE id = person AND email_verified_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM public.end_access_of(person);
  UPDATE public.api_tokens SET revoked_at = now() WHERE user_id = person AND revoked_at IS NULL;
  RETURN true;
END
$$;

-- A mailed link proves the address, an operator's does not.
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
  RETURN person;
END
$$;

-- Links by mail ---------------------------------------------------------------------------------------------------------

-- No row where nobody has the address: whoever asks must answer alike, and as fast.
CREATE FUNCTION begin_mailed_reset(wanted_email text, new_hash bytea, expires timestamptz) RETURNS uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.password_resets (user_id, token_hash, expires_at, is_mailed)
  SELECT u.id, new_hash, expires, true FROM public.users u WHERE u.email = wanted_email
  RETURNING user_id
$$;

CREATE FUNCTION begin_sign_in_link(wanted_email text, new_hash bytea, expires timestamptz) RETURNS uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.mail_links (user_id, token_hash, purpose, email, expires_at)
  SELECT u.id, new_hash, 'sign_in', u.email, expires FROM public.users u WHERE u.email = wanted_email
  RETURNING user_id
$$;

-- Whose unused, unexpired link this is; looking uses nothing up. `is_first`: following it would be the first proof of the address.
CREATE FUNCTION find_mail_link(wanted_hash bytea, wanted_purpose public.mail_link_purpose)
  RETURNS TABLE (user_id uuid, email text, is_first boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT l.user_id, l.email, u.email_verified_at IS NULL
  FROM public.mail_links l JOIN public.users u ON u.id = l.user_id
  WHERE l.token_hash = wanted_hash AND l.purpose = wanted_purpose AND l.used_at IS NULL AND l.expires_at > now()
$$;

CREATE FUNCTION redeem_sign_in_link(wanted_hash bytea) RETURNS TABLE (user_id uuid, email text, was_first boolean)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  person uuid;
BEGIN
  UPDATE public.mail_links l SET used_at = now()
    FROM public.users u
    WHERE l.token_hash = wanted_hash AND l.purpose = 'sign_in' AND l.used_at IS NULL AND l.expires_at > now()
      AND u.id = l.user_id AND u.email = l.email
    RETURNING l.user_id INTO person;
  IF person IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT u.id, u.email, public.prove_address(person) FROM public.users u WHERE u.id = person;
END
$$;

-- Uses a link to a new address up, for the person of the scope, who is then known by it. NULL where the link is unknown, used, expired
-- or somebody else's; 'taken' where another account has the address by now.
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

-- The second step -------------------------------------------------------------------------------------------------------

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

-- Uses up the sign-in and either a time step of the authenticator or a recovery code. No row where one of them was used before.
CREATE FUNCTION pass_sign_in_step(wanted_hash bytea, step bigint, wanted_code_hash bytea)
  RETURNS TABLE (user_id uuid, way text)
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
  RETURN QUERY SELECT found_step.user_id, found_step.way;
END
$$;

-- For the operator's script: somebody lost the authenticator and the recovery codes. Not for the application's role.
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

-- OpenID Connect ------------------------------------------------------------------------------------------------------------

-- The person of an issuer's subject. One who is not known yet is joined to the account of their address, or gets one, where the issuer
-- says that the address is proven (`verified_email`, else NULL); nothing else joins accounts.
CREATE FUNCTION sign_in_by_identity(the_issuer text, the_subject text, verified_email text, new_name text,
                                    organisation_name text, may_create boolean)
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
    -- Somebody else's authenticator goes with the rest: this way of signing in asks for none, so nothing is weakened.
    IF public.prove_address(person) THEN
      DELETE FROM public.recovery_codes r WHERE r.user_id = person;
      DELETE FROM public.second_factors f WHERE f.user_id = person;
    END IF;
    RETURN QUERY SELECT 'joined', person;
    RETURN;
  END IF;
  IF NOT may_create THEN
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

-- The audit log and the broom ---------------------------------------------------------------------------------------------

-- A sign-in that failed, in the logs of the account's organisations; nobody is named as who did it. Nothing where nobody has the address.
CREATE FUNCTION record_failed_sign_in(wanted_email text, from_address text, tried_way text) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.audit_events (organisation_id, action, subject_type, subject_id, address, detail)
  SELECT m.organisation_id, 'session.failed', 'user', u.id::text, left(from_address, 100), jsonb_build_object('way', tried_way)
  FROM public.users u JOIN public.memberships m ON m.user_id = u.id
  WHERE u.email = wanted_email
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

REVOKE ALL ON FUNCTION end_access_of(uuid, uuid), change_own_password(text, uuid), prove_address(uuid),
  begin_mailed_reset(text, bytea, timestamptz), begin_sign_in_link(text, bytea, timestamptz),
  find_mail_link(bytea, mail_link_purpose), redeem_sign_in_link(bytea), change_own_address(bytea, uuid),
  try_sign_in_step(bytea), pass_sign_in_step(bytea, bigint, bytea), remove_second_factor(text),
  sign_in_by_identity(text, text, text, text, text, boolean), record_failed_sign_in(text, text, text),
  remove_old_sign_ins() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION change_own_password(text, uuid), begin_mailed_reset(text, bytea, timestamptz),
  begin_sign_in_link(text, bytea, timestamptz), find_mail_link(bytea, mail_link_purpose), redeem_sign_in_link(bytea),
  change_own_address(bytea, uuid), try_sign_in_step(bytea), pass_sign_in_step(bytea, bigint, bytea),
  sign_in_by_identity(text, text, text, text, text, boolean), record_failed_sign_in(text, text, text) TO peerbalance_app;
