import { ScenariosPage } from "@/app/_components/scenarios/scenarios-page";
import { page } from "@/lib/server/http/page";
import { loadScenarios } from "@/lib/server/scenarios/get-scenarios";
import { modelActions } from "../model-actions";
import { createScenarioAction, deleteScenarioAction, saveScenarioAction } from "./actions";

const actions = { create: createScenarioAction, save: saveScenarioAction, remove: deleteScenarioAction };

export default page(
  {
    name: "/models/[id]/scenarios",
    requires: "view",
    isKept: true,
    load: ({ access }) => loadScenarios(access),
    title: ({ loaded }) => `Scenarios of ${loaded.model.name}`,
  },
  ({ loaded: { model, scenarios } }) => (
    <ScenariosPage key={model.id} model={model} scenarios={scenarios} actions={actions} modelActions={modelActions} />
  ),
);
