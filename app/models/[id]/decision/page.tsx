import { notFound } from "next/navigation";
import { cache } from "react";
import { DecisionPage } from "@/app/_components/decision/decision-page";
import type { ViewAccess } from "@/lib/server/access/model";
import { loadDecision } from "@/lib/server/decision/stored-decision";
import { page } from "@/lib/server/http/page";
import { loadScenarios } from "@/lib/server/scenarios/get-scenarios";
import { modelDoors } from "../model-actions";
import { WithComments } from "../with-comments";
import { saveDecisionAction, saveOwnWeightsAction } from "./actions";

const decisionActions = { saveCriteria: saveDecisionAction, saveOwnWeights: saveOwnWeightsAction };

const load = cache(async (access: ViewAccess) => (await loadScenarios(access)) ?? notFound());

export default page(
  {
    name: "/models/[id]/decision",
    requires: "view",
    title: async ({ access }) => `Decision on ${(await load(access)).model.name}`,
  },
  async ({ access }) => {
    const [{ model, scenarios }, stored] = await Promise.all([load(access), loadDecision(access)]);
    return (
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
    );
  },
);
