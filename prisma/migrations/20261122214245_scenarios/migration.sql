-- CreateTable
CREATE TABLE "scenarios" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "inputs" JSONB NOT NULL DEFAULT '{}',
    "currency_rate" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "creator_id" UUID,
    "changed_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenarios_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "scenarios_creator_id_idx" ON "scenarios"("creator_id");

-- CreateIndex
CREATE INDEX "scenarios_changed_by_id_idx" ON "scenarios"("changed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "scenarios_model_id_name_key" ON "scenarios"("model_id", "name");

-- AddForeignKey
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_organisation_id_model_id_fkey" FOREIGN KEY ("organisation_id", "model_id") REFERENCES "cost_models"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must hold whatever the code does.
ALTER TABLE "scenarios"
  ADD CONSTRAINT "scenarios_name_check" CHECK (name = btrim(name) AND char_length(name) BETWEEN 1 AND 100),
  ADD CONSTRAINT "scenarios_inputs_check" CHECK (
    jsonb_typeof(inputs) = 'object' AND octet_length(inputs::text) <= 65536),
  ADD CONSTRAINT "scenarios_currency_rate_check" CHECK (currency_rate > 0 AND currency_rate < 'Infinity'),
  ADD CONSTRAINT "scenarios_revision_check" CHECK (revision >= 1);

-- A save that does not count up the revision would overwrite another's in silence.
CREATE FUNCTION count_up_scenario_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.revision <> OLD.revision + 1
     AND (NEW.name, NEW.inputs, NEW.currency_rate, NEW.revision)
         IS DISTINCT FROM (OLD.name, OLD.inputs, OLD.currency_rate, OLD.revision)
  THEN
    RAISE EXCEPTION 'a change of scenario % must go from revision % to %', OLD.id, OLD.revision, OLD.revision + 1
      USING ERRCODE = 'check_violation', CONSTRAINT = 'scenarios_revision_counts_up';
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION count_up_scenario_revision() FROM PUBLIC;

CREATE TRIGGER "scenarios_revision_counts_up" BEFORE UPDATE ON "scenarios"
  FOR EACH ROW EXECUTE FUNCTION count_up_scenario_revision();

-- Closed, also to its owner; whoever sees the model sees its scenarios, whoever may change it may change them.
ALTER TABLE "scenarios" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "scenarios" FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON "scenarios" TO CURRENT_USER
  USING (current_setting('search_path') = 'pg_catalog, pg_temp')
  WITH CHECK (current_setting('search_path') = 'pg_catalog, pg_temp');
REVOKE ALL ON "scenarios" FROM PUBLIC, peerbalance_app;
GRANT SELECT, INSERT, DELETE ON "scenarios" TO peerbalance_app;
-- A scenario stays with its model and keeps its creator: neither column can be updated.
GRANT UPDATE (name, inputs, currency_rate, revision, changed_by_id, changed_at) ON "scenarios" TO peerbalance_app;
CREATE POLICY read ON "scenarios" FOR SELECT TO peerbalance_app
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = scenarios.organisation_id));
CREATE POLICY add ON "scenarios" FOR INSERT TO peerbalance_app
  WITH CHECK (creator_id = (SELECT scope_user()) AND changed_by_id = (SELECT scope_user())
              AND scope_may_edit(organisation_id, model_id));
CREATE POLICY change ON "scenarios" FOR UPDATE TO peerbalance_app
  USING (scope_may_edit(organisation_id, model_id))
  WITH CHECK (scope_may_edit(organisation_id, model_id) AND changed_by_id = (SELECT scope_user()));
CREATE POLICY remove ON "scenarios" FOR DELETE TO peerbalance_app USING (scope_may_edit(organisation_id, model_id));
