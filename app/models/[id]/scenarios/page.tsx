import { notFound } from "next/navigation";
import { cache } from "react";
import { ScenariosPage } from "@/app/_components/scenarios/scenarios-page";
import type { ViewAccess } from "@/lib/server/access/model";
import { page } from "@/lib/server/http/page";
import { loadScenarios } from "@/lib/server/scenarios/get-scenarios";
import { modelActions } from "../model-actions";
import { createScenarioAction, deleteScenarioAction, saveScenarioAction } from "./actions";

const load = cache(async (access: ViewAccess) => (await loadScenarios(access)) ?? notFound());

const actions = { create: createScenarioAction, save: saveScenarioAction, remove: deleteScenarioAction };

export default page(
  {
    name: "/models/[id]/scenarios",
    requires: "view",
    isKept: true,
    title: async ({ access }) => `Scenarios of ${(await load(access)).model.name}`,
  },
  async ({ access }) => {
    const { model, scenarios } = await load(access);
    return (
      <ScenariosPage key={model.id} model={model} scenarios={scenarios} actions={actions} modelActions={modelActions} />
    );
  },
);
