-- What a policy asks of a row's model is looked up for that row. As it was, the planner could instead gather all models of the installation that
-- the person may see and look there, and did so wherever it expected some hundred rows: 100 ms for a list of 50 revisions beside 100,000
-- models. OFFSET 0 changes no answer, and leaves it no such choice.

ALTER POLICY read ON comments
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = comments.organisation_id OFFSET 0));
ALTER POLICY read ON decision_criteria
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = decision_criteria.organisation_id OFFSET 0));
ALTER POLICY read ON decision_weights
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = decision_weights.organisation_id OFFSET 0));
ALTER POLICY read ON decisions
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = decisions.organisation_id OFFSET 0));
ALTER POLICY read ON revisions
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = revisions.organisation_id OFFSET 0));
ALTER POLICY read ON scenarios
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = scenarios.organisation_id OFFSET 0));
ALTER POLICY read ON decision_approvals
  USING (EXISTS (SELECT FROM decisions d
                 WHERE d.id = decision_id AND d.organisation_id = decision_approvals.organisation_id OFFSET 0));
ALTER POLICY read ON notices
  USING (user_id = (SELECT scope_user())
         AND EXISTS (SELECT FROM cost_models c
                     WHERE c.id = model_id AND c.organisation_id = notices.organisation_id AND c.deleted_at IS NULL OFFSET 0));
ALTER POLICY read ON presences
  USING (user_id = (SELECT scope_user())
         OR EXISTS (SELECT FROM cost_models c
                    WHERE c.id = model_id AND c.organisation_id = presences.organisation_id OFFSET 0));
ALTER POLICY read ON shares
  USING ((user_id = (SELECT scope_user())
          AND ((SELECT scope_organisation()) IS NULL OR organisation_id = (SELECT scope_organisation()))
          AND ((SELECT scope_model()) IS NULL OR model_id = (SELECT scope_model())))
         OR EXISTS (SELECT FROM cost_models c
                    WHERE c.id = model_id AND c.organisation_id = shares.organisation_id
                      AND (c.organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[])
                           OR (c.creator_id = (SELECT scope_user())
                               AND c.organisation_id = ANY ((SELECT scope_organisations())::uuid[])))
                    OFFSET 0));
