import { DecisionPage } from "@/app/_components/decision/decision-page";
import { loadDecision } from "@/lib/server/decision/stored-decision";
import { page } from "@/lib/server/http/page";
import { loadScenarios } from "@/lib/server/scenarios/get-scenarios";
import { modelDoors } from "../model-actions";
import { WithComments } from "../with-comments";
import { saveDecisionAction, saveOwnWeightsAction } from "./actions";

const decisionActions = { saveCriteria: saveDecisionAction, saveOwnWeights: saveOwnWeightsAction };

export default page(
  {
    name: "/models/[id]/decision",
    requires: "view",
    load: async ({ access }) => {
      const [found, stored] = await Promise.all([loadScenarios(access), loadDecision(access)]);
      return found && { ...found, stored };
    },
    title: ({ loaded }) => `Decision on ${loaded.model.name}`,
  },
  ({ loaded: { model, scenarios, stored } }) => (
    <WithComments modelId={model.id}>
      <DecisionPage
        key={String(model.isArchived)}
        model={model}
        scenarios={scenarios}
        {...modelDoors}
        stored={stored}
        decisionActions={decisionActions}
      />
    </WithComments>
  ),
);
