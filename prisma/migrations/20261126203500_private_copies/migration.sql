-- The tables stay as they are.

-- Whether the model behind a link is kept from plain members of its organisation: a copy by the link is private then too. NULL where the
-- link opens nothing. A column of its own in read_share_link would go to pages that have no use for it.
CREATE FUNCTION is_share_link_private(wanted_hash bytea) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.is_private FROM public.share_links l
  JOIN public.cost_models c ON c.id = l.model_id AND c.organisation_id = l.organisation_id
  WHERE l.token_hash = wanted_hash AND l.revoked_at IS NULL AND l.expires_at > now()
    AND c.archived_at IS NULL AND c.deleted_at IS NULL
$$;
REVOKE ALL ON FUNCTION is_share_link_private(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_share_link_private(bytea) TO peerbalance_app;
