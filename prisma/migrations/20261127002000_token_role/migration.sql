-- With the person's role in the token's organisation, so that a request by a token needs no second look at the membership.
DROP FUNCTION use_api_token(bytea);
CREATE FUNCTION use_api_token(wanted_hash bytea)
  RETURNS TABLE (token_id uuid, organisation_id uuid, user_id uuid, name text, email text, scopes text[], role public.organisation_role)
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
REVOKE ALL ON FUNCTION use_api_token(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION use_api_token(bytea) TO peerbalance_app;
