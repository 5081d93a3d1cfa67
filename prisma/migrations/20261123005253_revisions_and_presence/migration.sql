-- AlterTable
ALTER TABLE "revisions" ADD COLUMN     "is_kept" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "restored_from" INTEGER,
ADD COLUMN     "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "presences" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "came_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "presences_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "presences_model_id_idx" ON "presences"("model_id");

-- CreateIndex
CREATE INDEX "presences_user_id_idx" ON "presences"("user_id");

-- CreateIndex
CREATE INDEX "presences_seen_at_idx" ON "presences"("seen_at");

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_organisation_id_model_id_fkey" FOREIGN KEY ("organisation_id", "model_id") REFERENCES "cost_models"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Saves of before there was folding stood alone: each began when it ended. Needs the owner's way past row-level security.
SET LOCAL search_path = pg_catalog, pg_temp;
UPDATE public.revisions SET started_at = created_at;
UPDATE public.revisions r SET is_kept = true
  FROM public.share_links l WHERE l.model_id = r.model_id AND l.frozen_revision = r.number;
SET LOCAL search_path TO DEFAULT;

-- A revision is changed in three ways only: its author folds the next save of a few minutes into it while it is the newest, its
-- author writes a note on it, and it becomes kept. The windows are a minute or more wider than those of the code (fold-revision.ts), for clocks differ.
CREATE FUNCTION keep_revisions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.is_kept AND NOT NEW.is_kept THEN
    RAISE EXCEPTION 'revision % of model % is kept', OLD.number, OLD.model_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'revisions_kept_stays';
  END IF;
  IF NEW.note <> OLD.note AND OLD.author_id IS DISTINCT FROM public.scope_user() THEN
    RAISE EXCEPTION 'only its author writes a note on revision % of model %', OLD.number, OLD.model_id
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (NEW.number, NEW.name, NEW.description, NEW.start_month, NEW.currency, NEW.currency_rate, NEW.currency_rate_date,
      NEW.model_version, NEW.inputs, NEW.custom_lines, NEW.notes, NEW.headline, NEW.created_at)
     IS NOT DISTINCT FROM
     (OLD.number, OLD.name, OLD.description, OLD.start_month, OLD.currency, OLD.currency_rate, OLD.currency_rate_date,
      OLD.model_version, OLD.inputs, OLD.custom_lines, OLD.notes, OLD.headline, OLD.created_at)
  THEN
    RETURN NEW;
  END IF;
  IF OLD.author_id IS DISTINCT FROM public.scope_user()
     OR OLD.is_kept OR OLD.note <> '' OR OLD.restored_from IS NOT NULL OR OLD.number = 1
     OR OLD.created_at < now() - interval '6 minutes' OR OLD.started_at < now() - interval '35 minutes'
     OR NEW.number <> OLD.number + 1
     OR NOT EXISTS (SELECT FROM public.cost_models c
                    WHERE c.id = OLD.model_id AND c.organisation_id = OLD.organisation_id AND c.revision = NEW.number)
     OR EXISTS (SELECT FROM public.revisions r WHERE r.model_id = OLD.model_id AND r.number > OLD.number)
  THEN
    RAISE EXCEPTION 'revision % of model % can no longer be changed', OLD.number, OLD.model_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'revisions_fold';
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION keep_revisions() FROM PUBLIC;
CREATE TRIGGER "revisions_keep" BEFORE UPDATE ON "revisions" FOR EACH ROW EXECUTE FUNCTION keep_revisions();

-- Whose it is, of which model, when it began and what it restored can never be updated.
GRANT UPDATE (number, name, description, start_month, currency, currency_rate, currency_rate_date, model_version, inputs,
              custom_lines, notes, headline, created_at, note, is_kept) ON "revisions" TO peerbalance_app;
CREATE POLICY change ON "revisions" FOR UPDATE TO peerbalance_app
  USING (scope_may_edit(organisation_id, model_id)
         AND (author_id = (SELECT scope_user()) OR scope_may_manage(organisation_id, model_id)))
  WITH CHECK (scope_may_edit(organisation_id, model_id)
              AND (author_id = (SELECT scope_user()) OR scope_may_manage(organisation_id, model_id)));

-- What a link shows for good is never folded away.
CREATE FUNCTION keep_linked_revision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.revisions SET is_kept = true
    WHERE model_id = NEW.model_id AND organisation_id = NEW.organisation_id AND number = NEW.frozen_revision AND NOT is_kept;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION keep_linked_revision() FROM PUBLIC;
CREATE TRIGGER "share_links_keep_revision" AFTER INSERT ON "share_links"
  FOR EACH ROW WHEN (NEW.frozen_revision IS NOT NULL) EXECUTE FUNCTION keep_linked_revision();

-- Presence: closed, also to its owner; whoever sees a model sees who has it open, and only oneself can be there.
ALTER TABLE "presences" ADD CONSTRAINT "presences_name_check" CHECK (char_length(name) <= 200);
ALTER TABLE "presences" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "presences" FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON "presences" TO CURRENT_USER
  USING (current_setting('search_path') = 'pg_catalog, pg_temp')
  WITH CHECK (current_setting('search_path') = 'pg_catalog, pg_temp');
REVOKE ALL ON "presences" FROM PUBLIC, peerbalance_app;
GRANT SELECT, INSERT, UPDATE (seen_at), DELETE ON "presences" TO peerbalance_app;
CREATE POLICY read ON "presences" FOR SELECT TO peerbalance_app
  USING (user_id = (SELECT scope_user())
         OR EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = presences.organisation_id));
CREATE POLICY add ON "presences" FOR INSERT TO peerbalance_app
  WITH CHECK (user_id = (SELECT scope_user())
              AND name = (SELECT u.name FROM users u WHERE u.id = (SELECT scope_user()))
              AND EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = presences.organisation_id));
CREATE POLICY change ON "presences" FOR UPDATE TO peerbalance_app
  USING (user_id = (SELECT scope_user())) WITH CHECK (user_id = (SELECT scope_user()));
CREATE POLICY remove ON "presences" FOR DELETE TO peerbalance_app USING (user_id = (SELECT scope_user()));

-- Those whose server went away without a word.
CREATE FUNCTION sweep_presences() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.presences WHERE seen_at < now() - interval '2 minutes'
$$;
REVOKE ALL ON FUNCTION sweep_presences() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sweep_presences() TO peerbalance_app;

-- Tells every server that listens what happened to which model; ids and numbers only, for whoever may connect may listen.
CREATE FUNCTION tell_of_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  what text := TG_ARGV[0];
  model uuid;
BEGIN
  IF TG_TABLE_NAME = 'cost_models' THEN
    model := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    model := OLD.model_id;
  ELSE
    model := NEW.model_id;
  END IF;
  PERFORM pg_notify('model_changes', json_build_object('model', model, 'what', what)::text);
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION tell_of_change() FROM PUBLIC;
CREATE TRIGGER "cost_models_tell" AFTER UPDATE ON "cost_models" FOR EACH ROW
  WHEN (OLD.revision IS DISTINCT FROM NEW.revision) EXECUTE FUNCTION tell_of_change('model');
CREATE TRIGGER "cost_models_tell_access" AFTER UPDATE ON "cost_models" FOR EACH ROW
  WHEN ((OLD.archived_at, OLD.deleted_at, OLD.is_private) IS DISTINCT FROM (NEW.archived_at, NEW.deleted_at, NEW.is_private))
  EXECUTE FUNCTION tell_of_change('access');
CREATE TRIGGER "shares_tell" AFTER UPDATE OR DELETE ON "shares" FOR EACH ROW EXECUTE FUNCTION tell_of_change('access');
CREATE TRIGGER "scenarios_tell" AFTER INSERT OR UPDATE OR DELETE ON "scenarios" FOR EACH ROW
  EXECUTE FUNCTION tell_of_change('scenarios');
CREATE TRIGGER "presences_tell" AFTER INSERT OR DELETE ON "presences" FOR EACH ROW
  EXECUTE FUNCTION tell_of_change('people');
