import { AssumptionsPage } from "@/app/_components/assumptions/assumptions-page";
import { takenRevisions } from "@/lib/draft/figures/model-figures";
import { startingFigures } from "@/lib/model/templates";
import { loadModelFigures } from "@/lib/server/figures/model-figures";
import { listLastChanges } from "@/lib/server/history/sql";
import { page } from "@/lib/server/http/page";
import { loadModel } from "@/lib/server/models/get-model";
import { readOfferedAction } from "../actions";
import { modelDoors } from "../model-actions";
import { WithComments } from "../with-comments";

export default page(
  {
    name: "/models/[id]/assumptions",
    requires: "view",
    isKept: true,
    load: async ({ access }) => {
      const [model, changes] = await Promise.all([loadModel(access), listLastChanges(access)]);
      return model && { model, changes };
    },
    title: ({ loaded }) => `Assumptions of ${loaded.model.name}`,
  },
  async ({ access, loaded: { model, changes } }) => {
    const offered = await loadModelFigures(access, takenRevisions(model.notes));
    return (
      <WithComments modelId={model.id}>
        <AssumptionsPage
          key={String(model.isArchived)}
          model={model}
          {...startingFigures(model.templateKey)}
          changes={changes}
          {...modelDoors}
          figures={{ offered, read: readOfferedAction }}
        />
      </WithComments>
    );
  },
);
