import { notFound } from "next/navigation";
import { cache } from "react";
import { DecidedLine } from "@/app/_components/decisions/decided-line";
import { ModelEditor } from "@/app/_components/editor/model-editor";
import { takenRevisions } from "@/lib/draft/figures/model-figures";
import { startingFigures } from "@/lib/model/templates";
import type { ViewAccess } from "@/lib/server/access/model";
import { decidedBy } from "@/lib/server/decisions/get-decision";
import { loadModelFigures } from "@/lib/server/figures/model-figures";
import { listLastChanges } from "@/lib/server/history/sql";
import { page } from "@/lib/server/http/page";
import { loadComparedModel } from "@/lib/server/models/get-model";
import { moveModelAction, readFiguresAction, readOfferedAction } from "./actions";
import { modelDoors } from "./model-actions";
import { WithComments } from "./with-comments";

const load = cache(async (access: ViewAccess) => (await loadComparedModel(access)) ?? notFound());

export default page(
  { name: "/models/[id]", requires: "view", isKept: true, title: async ({ access }) => (await load(access)).name },
  async ({ access }) => {
    const model = await load(access);
    const [decided, offered] = await Promise.all([
      decidedBy(access),
      loadModelFigures(access, takenRevisions(model.notes)),
    ]);
    return (
      <WithComments modelId={model.id}>
        <ModelEditor
          key={String(model.isArchived)}
          model={model}
          decided={decided && <DecidedLine modelId={model.id} decided={decided} />}
          {...startingFigures(model.templateKey)}
          changes={listLastChanges(access)}
          readFigures={readFiguresAction}
          {...modelDoors}
          move={moveModelAction}
          figures={{ offered, read: readOfferedAction }}
        />
      </WithComments>
    );
  },
);
