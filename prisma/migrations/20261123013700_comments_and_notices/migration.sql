-- CreateEnum
CREATE TYPE "comment_subject" AS ENUM ('model', 'input', 'result');

-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('shared', 'accepted', 'mention', 'reply');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "notices_by_mail" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "comments" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "thread_id" UUID,
    "subject" "comment_subject",
    "subject_key" TEXT NOT NULL DEFAULT '',
    "author_id" UUID,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "organisation_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "comment_id" UUID,
    "actor_id" UUID,
    "role" "share_role",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "comments_model_id_created_at_idx" ON "comments"("model_id", "created_at");

-- CreateIndex
CREATE INDEX "comments_thread_id_idx" ON "comments"("thread_id");

-- CreateIndex
CREATE INDEX "comments_author_id_idx" ON "comments"("author_id");

-- CreateIndex
CREATE INDEX "comments_resolved_by_id_idx" ON "comments"("resolved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "comments_organisation_id_model_id_id_key" ON "comments"("organisation_id", "model_id", "id");

-- CreateIndex
CREATE INDEX "notices_user_id_created_at_idx" ON "notices"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notices_model_id_idx" ON "notices"("model_id");

-- CreateIndex
CREATE INDEX "notices_comment_id_idx" ON "notices"("comment_id");

-- CreateIndex
CREATE INDEX "notices_actor_id_idx" ON "notices"("actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "notices_user_id_comment_id_key" ON "notices"("user_id", "comment_id");

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_organisation_id_model_id_fkey" FOREIGN KEY ("organisation_id", "model_id") REFERENCES "cost_models"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_organisation_id_model_id_thread_id_fkey" FOREIGN KEY ("organisation_id", "model_id", "thread_id") REFERENCES "comments"("organisation_id", "model_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_organisation_id_model_id_fkey" FOREIGN KEY ("organisation_id", "model_id") REFERENCES "cost_models"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must hold whatever the code does.
ALTER TABLE "comments"
  -- A thread's first comment says what the thread is about; replies follow it.
  ADD CONSTRAINT "comments_subject_check" CHECK ((thread_id IS NULL) = (subject IS NOT NULL)),
  ADD CONSTRAINT "comments_subject_key_check" CHECK (
    char_length(subject_key) <= 100 AND (subject_key <> '') = (subject IS NOT NULL AND subject <> 'model')),
  -- 4,000 characters, and 20 mentions of 39 each.
  ADD CONSTRAINT "comments_body_check" CHECK (
    char_length(body) <= 4800 AND (btrim(body) = '') = (deleted_at IS NOT NULL)),
  ADD CONSTRAINT "comments_resolved_check" CHECK (
    (resolved_at IS NULL OR thread_id IS NULL) AND (resolved_by_id IS NULL OR resolved_at IS NOT NULL));

ALTER TABLE "notices"
  ADD CONSTRAINT "notices_comment_check" CHECK ((kind IN ('mention', 'reply')) = (comment_id IS NOT NULL)),
  ADD CONSTRAINT "notices_role_check" CHECK ((kind IN ('shared', 'accepted')) = (role IS NOT NULL));

-- Who may do what -----------------------------------------------------------------------------------------------------

-- May this person, whoever asks, see the model? Not for the application's role: it would tell anybody of anybody.
CREATE FUNCTION may_view_model(person uuid, organisation uuid, model uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
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

-- Whoever manages or edits the model, holds it as a commenter, or belongs to its organisation where it is not private.
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

-- The people that a text mentions: @[id].
CREATE FUNCTION mentioned_in(body text) RETURNS SETOF uuid LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT (m)[1]::uuid
  FROM regexp_matches(body, '@\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]', 'g') AS m
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

-- Whom the person of the scope may mention: others who see the model. Members of its organisation are offered all of them, with
-- addresses, which they may read anyway; whoever came by a share, only its creator and those who wrote in it, by name.
CREATE FUNCTION mentionable_people(organisation uuid, model uuid) RETURNS TABLE (user_id uuid, name text, email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH me AS (SELECT organisation = ANY (public.scope_organisations()) AS is_member
              WHERE public.scope_may_comment(organisation, model)),
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

-- A person changes their own words only; anybody who may comment resolves. Replies go to a thread's first comment.
CREATE FUNCTION keep_comment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
    RAISE EXCEPTION 'comment % is somebody else''s or deleted', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (NEW.resolved_at, NEW.resolved_by_id) IS DISTINCT FROM (OLD.resolved_at, OLD.resolved_by_id)
     AND NEW.resolved_at IS NOT NULL AND NEW.resolved_by_id IS DISTINCT FROM public.scope_user() THEN
    RAISE EXCEPTION 'a thread is resolved in one''s own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "comments_keep" BEFORE INSERT OR UPDATE ON "comments" FOR EACH ROW EXECUTE FUNCTION keep_comment();

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
CREATE TRIGGER "comments_remove_empty_thread" AFTER DELETE ON "comments"
  FOR EACH ROW WHEN (OLD.thread_id IS NOT NULL) EXECUTE FUNCTION remove_empty_thread();

-- Notices -------------------------------------------------------------------------------------------------------------
-- Written by triggers alone, so that nobody can send another a notice of what did not happen.

-- Those mentioned, and those who wrote in the thread before; only who may see the model, each once for a comment.
CREATE FUNCTION tell_of_comment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE TRIGGER "comments_tell" AFTER INSERT OR UPDATE OF body ON "comments"
  FOR EACH ROW EXECUTE FUNCTION tell_of_comment();

-- Whoever takes a share tells its giver; whoever gives or changes one tells its holder.
CREATE FUNCTION tell_of_share() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
  VALUES (reader, CASE WHEN is_holder THEN 'accepted' ELSE 'shared' END::public.notice_kind, NEW.organisation_id, NEW.model_id,
          actor, NEW.role);
  RETURN NULL;
END
$$;
CREATE TRIGGER "shares_tell_of_new" AFTER INSERT ON "shares" FOR EACH ROW EXECUTE FUNCTION tell_of_share();
CREATE TRIGGER "shares_tell_of_role" AFTER UPDATE OF role ON "shares"
  FOR EACH ROW WHEN (OLD.role IS DISTINCT FROM NEW.role) EXECUTE FUNCTION tell_of_share();

-- Names of those whom the person's own notices are about.
CREATE FUNCTION notice_people() RETURNS TABLE (user_id uuid, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.id, u.name FROM public.users u
  WHERE u.id IN (SELECT n.actor_id FROM public.notices n WHERE n.user_id = public.scope_user())
$$;

-- Hands out, once, the notices that the person of the scope has just caused and that are to be mailed: to a verified address whose
-- holder wants mail and may see the model.
CREATE FUNCTION take_notices_to_mail()
  RETURNS TABLE (email text, reader_id uuid, kind public.notice_kind, role public.share_role, actor_name text, model_id uuid,
                 model_name text, comment_id uuid, thread_id uuid)
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

-- What was read 90 days ago, or given a year ago, goes. Not for the application's role.
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

-- Policies ------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['comments', 'notices'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY definer ON public.%I TO CURRENT_USER
                    USING (current_setting(''search_path'') = ''pg_catalog, pg_temp'')
                    WITH CHECK (current_setting(''search_path'') = ''pg_catalog, pg_temp'')', name);
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC, peerbalance_app', name);
  END LOOP;
END
$$;

-- A comment stays on its model, in its thread and its author's.
GRANT SELECT, INSERT, DELETE, UPDATE (body, edited_at, deleted_at, resolved_at, resolved_by_id) ON comments TO peerbalance_app;
CREATE POLICY read ON comments FOR SELECT TO peerbalance_app
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = comments.organisation_id));
CREATE POLICY add ON comments FOR INSERT TO peerbalance_app
  WITH CHECK (author_id = (SELECT scope_user()) AND scope_may_comment(organisation_id, model_id)
              AND edited_at IS NULL AND deleted_at IS NULL AND resolved_at IS NULL);
CREATE POLICY change ON comments FOR UPDATE TO peerbalance_app
  USING (scope_may_comment(organisation_id, model_id)) WITH CHECK (scope_may_comment(organisation_id, model_id));
CREATE POLICY remove ON comments FOR DELETE TO peerbalance_app
  USING (author_id = (SELECT scope_user()) AND scope_may_comment(organisation_id, model_id));

-- Of a model that one may see no longer, its notices are gone too.
GRANT SELECT, UPDATE (read_at) ON notices TO peerbalance_app;
CREATE POLICY read ON notices FOR SELECT TO peerbalance_app
  USING (user_id = (SELECT scope_user())
         AND EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = notices.organisation_id
                       AND c.deleted_at IS NULL));
CREATE POLICY change ON notices FOR UPDATE TO peerbalance_app
  USING (user_id = (SELECT scope_user())) WITH CHECK (user_id = (SELECT scope_user()));

GRANT SELECT (notices_by_mail), UPDATE (notices_by_mail) ON users TO peerbalance_app;

REVOKE ALL ON FUNCTION may_view_model(uuid, uuid, uuid), scope_may_view(uuid, uuid), scope_may_comment(uuid, uuid),
  comment_people(uuid, uuid), mentioned_in(text), mentionable_people(uuid, uuid), keep_comment(), remove_empty_thread(),
  tell_of_comment(), tell_of_share(), notice_people(), take_notices_to_mail(), remove_old_notices() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION scope_may_view(uuid, uuid), scope_may_comment(uuid, uuid), comment_people(uuid, uuid),
  mentionable_people(uuid, uuid), notice_people(), take_notices_to_mail() TO peerbalance_app;
