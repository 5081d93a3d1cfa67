-- The tables stay as they are.

-- What decides whether each of these people may read this model on in this session, in one statement for all who have it open: one row
-- for each session that is its person's, ended and outdated ones included, for the caller judges. What it says of a model is left out
-- where the policy "read" of cost_models would hide that model from the person.
CREATE FUNCTION find_readers(wanted_models uuid[], wanted_people uuid[], wanted_sessions uuid[])
  RETURNS TABLE (place bigint, created_at timestamptz, seen_at timestamptz, ended_at timestamptz,
                 organisation_id uuid, creator_id uuid, is_private boolean, archived_at timestamptz, deleted_at timestamptz,
                 membership public.organisation_role, share public.share_role)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT w.place, s.created_at, s.seen_at, s.ended_at,
         v.organisation_id, v.creator_id, v.is_private, v.archived_at, v.deleted_at, v.membership, v.share
  FROM unnest(wanted_models, wanted_people, wanted_sessions) WITH ORDINALITY AS w (model_id, user_id, session_id, place)
  JOIN public.sessions s ON s.id = w.session_id AND s.user_id = w.user_id
  LEFT JOIN LATERAL (
    SELECT c.organisation_id, c.creator_id, c.is_private, c.archived_at, c.deleted_at, m.role AS membership, h.role AS share
    FROM public.cost_models c
    LEFT JOIN public.memberships m ON m.organisation_id = c.organisation_id AND m.user_id = s.user_id
    LEFT JOIN public.shares h ON h.organisation_id = c.organisation_id AND h.model_id = c.id AND h.user_id = s.user_id
    WHERE c.id = w.model_id
      AND (m.role IN ('owner', 'admin')
           OR (m.role IS NOT NULL AND c.creator_id = s.user_id)
           OR ((h.role IS NOT NULL OR (m.role IS NOT NULL AND NOT c.is_private)) AND c.deleted_at IS NULL))
  ) v ON true
$$;

-- Says of many windows at once that they are still open. Their ids are random, and known to the server that made them alone.
CREATE FUNCTION touch_presences(ids uuid[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.presences SET seen_at = now() WHERE id = ANY (ids)
$$;

-- And that they are closed.
CREATE FUNCTION remove_presences(ids uuid[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.presences WHERE id = ANY (ids)
$$;

REVOKE ALL ON FUNCTION find_readers(uuid[], uuid[], uuid[]), touch_presences(uuid[]), remove_presences(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_readers(uuid[], uuid[], uuid[]), touch_presences(uuid[]), remove_presences(uuid[])
  TO peerbalance_app;
