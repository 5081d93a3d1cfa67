-- A proposal that was made by mistake: who proposed it takes it back while nobody has approved it. Its record stays, rejected.

-- Statements below name a value of notice_kind that is new; none is looked at before this is committed.
SET LOCAL check_function_bodies = off;

ALTER TYPE notice_kind ADD VALUE 'decision_withdrawn';

ALTER TABLE decisions ADD COLUMN is_withdrawn boolean NOT NULL DEFAULT false;
ALTER TABLE decisions ADD CONSTRAINT decisions_is_withdrawn_check CHECK (NOT is_withdrawn OR state = 'rejected');

-- For the person of the scope who proposed it, over the document that stood on their screen. Those who were asked hear of it, and who was to answer
-- for it. An answer holds the decision as this does: of the two at once, the second sees what the first led to.
CREATE FUNCTION withdraw_decision(decision uuid, shown text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  asked public.decisions;
  reader uuid;
BEGIN
  SELECT d.* INTO asked FROM public.decisions d
    WHERE d.id = decision AND d.proposed_by_id = public.scope_user() AND d.state = 'proposed' AND d.digest = shown FOR UPDATE;
  IF asked.id IS NULL OR NOT public.scope_may_edit(asked.organisation_id, asked.model_id)
     OR EXISTS (SELECT FROM public.decision_approvals a WHERE a.decision_id = asked.id AND a.answer = 'approved')
  THEN
    RETURN false;
  END IF;
  UPDATE public.decisions d SET state = 'rejected', decided_at = now(), is_withdrawn = true WHERE d.id = asked.id;
  FOR reader IN SELECT a.user_id FROM public.decision_approvals a WHERE a.decision_id = asked.id
                UNION SELECT asked.owner_id LOOP
    IF reader <> public.scope_user() THEN
      PERFORM public.tell_of_decision_to(reader, 'decision_withdrawn', asked);
    END IF;
  END LOOP;
  RETURN true;
END
$$;

-- As before, and whether it was withdrawn.
DROP FUNCTION read_decision_link(bytea);
CREATE FUNCTION read_decision_link(wanted_hash bytea)
  RETURNS TABLE (document text, digest text, state public.decision_state, is_withdrawn boolean, decided_at timestamptz,
                 superseded_by integer, answers jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT d.document, d.digest, d.state, d.is_withdrawn, d.decided_at, d.superseded_by,
    (SELECT coalesce(jsonb_agg(jsonb_build_object(
       'name', a.name, 'answer', a.answer, 'at', a.answered_at, 'signedInBy', a.signed_in_by)
       ORDER BY a.answered_at, a.name), '[]')
     FROM public.decision_approvals a WHERE a.decision_id = d.id)
  FROM public.decision_links l
  JOIN public.decisions d ON d.id = l.decision_id AND d.organisation_id = l.organisation_id
  JOIN public.cost_models c ON c.id = l.model_id AND c.organisation_id = l.organisation_id
  WHERE l.token_hash = wanted_hash AND l.revoked_at IS NULL AND l.expires_at > now()
    AND c.archived_at IS NULL AND c.deleted_at IS NULL
$$;

-- PostgreSQL lets everyone call a new function.
REVOKE ALL ON FUNCTION withdraw_decision(uuid, text), read_decision_link(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION withdraw_decision(uuid, text), read_decision_link(bytea) TO peerbalance_app;
