-- AlterTable
ALTER TABLE "cost_models" ADD COLUMN     "currency_rate" DOUBLE PRECISION NOT NULL DEFAULT 1,
ADD COLUMN     "currency_rate_date" DATE,
ADD COLUMN     "notes" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "revisions" ADD COLUMN     "currency_rate" DOUBLE PRECISION NOT NULL DEFAULT 1,
ADD COLUMN     "currency_rate_date" DATE,
ADD COLUMN     "notes" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "cost_models"
  ADD CONSTRAINT "cost_models_currency_rate_check" CHECK (
    currency_rate BETWEEN 1e-6 AND 1e9 AND (currency <> 'USD' OR currency_rate = 1)),
  ADD CONSTRAINT "cost_models_notes_check" CHECK (
    jsonb_typeof(notes) = 'object' AND octet_length(notes::text) <= 262144);

ALTER TABLE "revisions"
  ADD CONSTRAINT "revisions_currency_rate_check" CHECK (
    currency_rate BETWEEN 1e-6 AND 1e9 AND (currency <> 'USD' OR currency_rate = 1)),
  ADD CONSTRAINT "revisions_notes_check" CHECK (
    jsonb_typeof(notes) = 'object' AND octet_length(notes::text) <= 262144);

GRANT UPDATE (currency_rate, currency_rate_date, notes) ON cost_models TO peerbalance_app;

-- The rate changes what a model shows, and notes are part of it: a change of either is a revision too.
CREATE OR REPLACE FUNCTION count_up_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.revision = OLD.revision + 1 THEN
    RETURN NEW;
  END IF;
  IF NEW.revision <> OLD.revision
     OR (NEW.name, NEW.description, NEW.start_month, NEW.currency, NEW.currency_rate, NEW.currency_rate_date,
         NEW.model_version, NEW.inputs, NEW.custom_lines, NEW.notes)
        IS DISTINCT FROM
        (OLD.name, OLD.description, OLD.start_month, OLD.currency, OLD.currency_rate, OLD.currency_rate_date,
         OLD.model_version, OLD.inputs, OLD.custom_lines, OLD.notes)
  THEN
    RAISE EXCEPTION 'a change of model % must go from revision % to %', OLD.id, OLD.revision, OLD.revision + 1
      USING ERRCODE = 'check_violation', CONSTRAINT = 'cost_models_revision_counts_up';
  END IF;
  RETURN NEW;
END
$$;
