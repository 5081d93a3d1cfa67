-- AlterTable
ALTER TABLE "revisions" ADD COLUMN     "money_kept" DOUBLE PRECISION NOT NULL DEFAULT 1;

-- A ratio of rates. What was saved before now counts as converted, for nothing tells otherwise.
ALTER TABLE "revisions"
  ADD CONSTRAINT "revisions_money_kept_check" CHECK (money_kept > 0 AND money_kept < 'infinity');

GRANT UPDATE (money_kept) ON "revisions" TO peerbalance_app;

-- What restoring reads of a revision is changed by folding only, as its figures are.
CREATE OR REPLACE FUNCTION keep_revisions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
  IF (NEW.number, NEW.name, NEW.description, NEW.start_month, NEW.fiscal_year_start, NEW.currency, NEW.currency_rate,
      NEW.currency_rate_date, NEW.money_kept, NEW.model_version, NEW.inputs, NEW.custom_lines, NEW.notes, NEW.headline,
      NEW.created_at)
     IS NOT DISTINCT FROM
     (OLD.number, OLD.name, OLD.description, OLD.start_month, OLD.fiscal_year_start, OLD.currency, OLD.currency_rate,
      OLD.currency_rate_date, OLD.money_kept, OLD.model_version, OLD.inputs, OLD.custom_lines, OLD.notes, OLD.headline,
      OLD.created_at)
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
