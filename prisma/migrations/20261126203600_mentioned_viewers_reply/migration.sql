-- The tables stay as they are.

-- A viewer who is mentioned in a thread may reply in it -----------------------------------------------------------------

-- Does another's comment of this thread mention the person of the scope, who sees the model, while it is open? The words stand there
-- now: where the mention was taken back or deleted, so is the right.
CREATE FUNCTION scope_is_mentioned(organisation uuid, model uuid, thread uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT public.scope_may_view(organisation, model)
     AND EXISTS (SELECT FROM public.cost_models c
                 WHERE c.id = model AND c.organisation_id = organisation AND c.archived_at IS NULL AND c.deleted_at IS NULL)
     AND EXISTS (SELECT FROM public.comments k
                 WHERE k.organisation_id = organisation AND k.model_id = model AND (k.id = thread OR k.thread_id = thread)
                   AND k.deleted_at IS NULL AND k.author_id IS DISTINCT FROM public.scope_user()
                   AND public.scope_user() IN (SELECT public.mentioned_in(k.body)))
$$;

-- May the person reply in this thread? Whoever may comment replies in each; a first comment has no thread and is no reply.
CREATE FUNCTION scope_may_reply(organisation uuid, model uuid, thread uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT thread IS NOT NULL
     AND (public.scope_may_comment(organisation, model) OR public.scope_is_mentioned(organisation, model, thread))
$$;

-- Keeps a thread's first comment until the transaction ends, so that its deletion waits and then sees the reply. Whether there is such
-- a thread, and the person may reply in it: a viewer may not change the row, so they cannot lock it themselves.
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

-- As before, and for a viewer who may reply in some thread.
CREATE OR REPLACE FUNCTION mentionable_people(organisation uuid, model uuid) RETURNS TABLE (user_id uuid, name text, email text)
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
         OR EXISTS (SELECT FROM public.cost_models c WHERE c.id = model AND c.organisation_id = organisation AND c.creator_id = u.id)
         OR EXISTS (SELECT FROM public.revisions r
                    WHERE r.model_id = model AND r.organisation_id = organisation AND r.author_id = u.id)
         OR EXISTS (SELECT FROM public.comments k
                    WHERE k.model_id = model AND k.organisation_id = organisation AND k.author_id = u.id))
  ORDER BY u.name, u.id
$$;

-- One's own reply can be changed and taken back as long as one may reply; to begin a thread, and to resolve one, asks for the right to
-- comment.
DROP POLICY add ON comments;
CREATE POLICY add ON comments FOR INSERT TO peerbalance_app
  WITH CHECK (author_id = (SELECT scope_user())
              AND (scope_may_comment(organisation_id, model_id) OR scope_may_reply(organisation_id, model_id, thread_id))
              AND edited_at IS NULL AND deleted_at IS NULL AND resolved_at IS NULL);
DROP POLICY change ON comments;
CREATE POLICY change ON comments FOR UPDATE TO peerbalance_app
  USING (scope_may_comment(organisation_id, model_id)
         OR (author_id = (SELECT scope_user()) AND scope_may_reply(organisation_id, model_id, thread_id)))
  WITH CHECK (scope_may_comment(organisation_id, model_id)
              OR (author_id = (SELECT scope_user()) AND scope_may_reply(organisation_id, model_id, thread_id)));
DROP POLICY remove ON comments;
CREATE POLICY remove ON comments FOR DELETE TO peerbalance_app
  USING (author_id = (SELECT scope_user())
         AND (scope_may_comment(organisation_id, model_id) OR scope_may_reply(organisation_id, model_id, thread_id)));

REVOKE ALL ON FUNCTION scope_is_mentioned(uuid, uuid, uuid), scope_may_reply(uuid, uuid, uuid), hold_thread(uuid, uuid, uuid)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION scope_may_reply(uuid, uuid, uuid), hold_thread(uuid, uuid, uuid) TO peerbalance_app;
