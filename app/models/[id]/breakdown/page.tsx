import { notFound } from "next/navigation";
import { cache } from "react";
import { BreakdownPage } from "@/app/_components/breakdown/breakdown-page";
import type { ViewAccess } from "@/lib/server/access/model";
import { page } from "@/lib/server/http/page";
import { loadScenarios } from "@/lib/server/scenarios/get-scenarios";
import { modelActions } from "../model-actions";
import { WithComments } from "../with-comments";

const load = cache(async (access: ViewAccess) => (await loadScenarios(access)) ?? notFound());

export default page(
  {
    name: "/models/[id]/breakdown",
    requires: "view",
    isKept: true,
    title: async ({ access }) => `Breakdown of ${(await load(access)).model.name}`,
  },
  async ({ access }) => {
    const { model, scenarios } = await load(access);
    return (
      <WithComments modelId={model.id}>
        <BreakdownPage model={model} actions={modelActions} scenarios={scenarios} />
      </WithComments>
    );
  },
);
