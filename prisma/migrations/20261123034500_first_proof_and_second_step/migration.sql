-- The tables stay as they are.

-- The first proof that the person holds the address of their account. Whoever made the account may have been somebody else: their
-- password, two-factor, sessions, links and API tokens end. True where it was the first; later ones end nothing.
CREATE OR REPLACE FUNCTION prove_address(person uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.users SET email_verified_at = now(), password_hash = NULL
    WHERE id = person AND email_verified_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  -- Else their authenticator would keep the owner out. Once the address is proven, a mailbox alone takes no authenticator away.
  DELETE FROM public.recovery_codes WHERE user_id = person;
  DELETE FROM public.second_factors WHERE user_id = person;
  PERFORM public.end_access_of(person);
  UPDATE public.api_tokens SET revoked_at = now() WHERE user_id = person AND revoked_at IS NULL;
  RETURN true;
END
$$;

-- Whether the scope's person still has the password that somebody was found to know. The row stays locked until the session that rests
-- on it is written: a new password, or a first proof, comes wholly before and is seen here, or wholly after and ends that session.
CREATE FUNCTION holds_own_password(wanted_hash text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  present_hash text;
BEGIN
  SELECT password_hash INTO present_hash FROM public.users WHERE id = public.scope_user() FOR SHARE;
  RETURN FOUND AND present_hash IS NOT DISTINCT FROM wanted_hash;
END
$$;

-- As before, and with the password that the person has while the step is open: whatever ends a password ends open steps.
DROP FUNCTION pass_sign_in_step(bytea, bigint, bytea);
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

-- As before, and whether following the link would be the first proof of the address.
DROP FUNCTION find_password_reset(bytea);
CREATE FUNCTION find_password_reset(wanted_hash bytea) RETURNS TABLE (email text, expires_at timestamptz, is_first boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.email, p.expires_at, p.is_mailed AND u.email_verified_at IS NULL
  FROM public.password_resets p JOIN public.users u ON u.id = p.user_id
  WHERE p.token_hash = wanted_hash AND p.used_at IS NULL AND p.expires_at > now()
$$;

REVOKE ALL ON FUNCTION holds_own_password(text), pass_sign_in_step(bytea, bigint, bytea), find_password_reset(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION holds_own_password(text), pass_sign_in_step(bytea, bigint, bytea), find_password_reset(bytea)
  TO peerbalance_app;
