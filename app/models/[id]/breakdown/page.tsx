import { BreakdownPage } from "@/app/_components/breakdown/breakdown-page";
import { page } from "@/lib/server/http/page";
import { loadScenarios } from "@/lib/server/scenarios/get-scenarios";
import { modelActions } from "../model-actions";
import { WithComments } from "../with-comments";

export default page(
  {
    name: "/models/[id]/breakdown",
    requires: "view",
    isKept: true,
    load: ({ access }) => loadScenarios(access),
    title: ({ loaded }) => `Breakdown of ${loaded.model.name}`,
  },
  ({ loaded: { model, scenarios } }) => (
    <WithComments modelId={model.id}>
      <BreakdownPage model={model} actions={modelActions} scenarios={scenarios} />
    </WithComments>
  ),
);
