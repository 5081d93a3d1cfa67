-- The tables stay as they are.

-- As before, and with the password that the person has as the link is used up: one that is set in the same moment is another by the
-- time the session is written, and ends that sign-in as it ends links that nobody has followed.
DROP FUNCTION redeem_sign_in_link(bytea);
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

REVOKE ALL ON FUNCTION redeem_sign_in_link(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION redeem_sign_in_link(bytea) TO peerbalance_app;
