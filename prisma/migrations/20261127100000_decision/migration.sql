-- What a decision compares beside money: criteria with their ends, judged levels and the group's weights, one row a model;
-- and the weights of each person, who states them apart from the others.

CREATE TABLE decision_criteria (
  model_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  -- lib/draft/decision.ts says what stands in it; the application checks it.
  settings jsonb NOT NULL CHECK (jsonb_typeof(settings) = 'object' AND octet_length(settings::text) <= 262144),
  revision integer NOT NULL DEFAULT 1 CHECK (revision >= 1),
  changed_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  changed_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  FOREIGN KEY (organisation_id, model_id) REFERENCES cost_models (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE UNIQUE INDEX decision_criteria_organisation_id_model_id_key ON decision_criteria (organisation_id, model_id);
CREATE INDEX decision_criteria_changed_by_id_idx ON decision_criteria (changed_by_id);

CREATE TABLE decision_weights (
  model_id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users ON UPDATE CASCADE ON DELETE CASCADE,
  organisation_id uuid NOT NULL,
  -- Swing weights from 0 to 100 by the key of their criterion.
  swings jsonb NOT NULL CHECK (jsonb_typeof(swings) = 'object' AND octet_length(swings::text) <= 16384),
  changed_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (model_id, user_id),
  FOREIGN KEY (organisation_id, model_id) REFERENCES cost_models (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX decision_weights_user_id_idx ON decision_weights (user_id);

-- As every table of the first migration is closed.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['decision_criteria', 'decision_weights'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY definer ON %I TO CURRENT_USER
                    USING (current_setting(''search_path'') = ''pg_catalog, pg_temp'')
                    WITH CHECK (current_setting(''search_path'') = ''pg_catalog, pg_temp'')', name);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, peerbalance_app', name);
    -- Seen by those who see the model.
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO peerbalance_app USING (EXISTS (
                      SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = %I.organisation_id))',
                   name, name);
  END LOOP;
END
$$;

-- Criteria are changed by those who may change the model.
GRANT SELECT, INSERT, UPDATE (settings, revision, changed_by_id, changed_at) ON decision_criteria TO peerbalance_app;
CREATE POLICY add ON decision_criteria FOR INSERT TO peerbalance_app
  WITH CHECK (scope_may_edit(organisation_id, model_id) AND changed_by_id = (SELECT scope_user()));
CREATE POLICY change ON decision_criteria FOR UPDATE TO peerbalance_app
  USING (scope_may_edit(organisation_id, model_id))
  WITH CHECK (scope_may_edit(organisation_id, model_id) AND changed_by_id = (SELECT scope_user()));

-- Weights are stated by each person who may comment on the model, of themselves alone.
GRANT SELECT, INSERT, DELETE, UPDATE (swings, changed_at) ON decision_weights TO peerbalance_app;
CREATE POLICY add ON decision_weights FOR INSERT TO peerbalance_app
  WITH CHECK (user_id = (SELECT scope_user()) AND scope_may_comment(organisation_id, model_id));
CREATE POLICY change ON decision_weights FOR UPDATE TO peerbalance_app
  USING (user_id = (SELECT scope_user()) AND scope_may_comment(organisation_id, model_id))
  WITH CHECK (user_id = (SELECT scope_user()) AND scope_may_comment(organisation_id, model_id));
CREATE POLICY remove ON decision_weights FOR DELETE TO peerbalance_app USING (user_id = (SELECT scope_user()));

-- A change that does not count up the revision would overwrite another's in silence.
CREATE FUNCTION count_up_criteria_revision() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.revision <> OLD.revision + 1 AND (NEW.settings, NEW.revision) IS DISTINCT FROM (OLD.settings, OLD.revision) THEN
    RAISE EXCEPTION 'a change of the criteria of % must go from revision % to %', OLD.model_id, OLD.revision,
      OLD.revision + 1 USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_criteria_revision_counts_up';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER decision_criteria_revision_counts_up BEFORE UPDATE ON decision_criteria
  FOR EACH ROW EXECUTE FUNCTION count_up_criteria_revision();
REVOKE ALL ON FUNCTION count_up_criteria_revision() FROM PUBLIC;

-- The names of those who weigh, for all who see the model, as with comments.
CREATE FUNCTION weighing_people(organisation uuid, model uuid) RETURNS TABLE (user_id uuid, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.id, u.name FROM public.users u
  JOIN public.decision_weights w ON w.user_id = u.id
  WHERE w.organisation_id = organisation AND w.model_id = model AND public.scope_may_view(organisation, model)
$$;
REVOKE ALL ON FUNCTION weighing_people(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION weighing_people(uuid, uuid) TO peerbalance_app;
