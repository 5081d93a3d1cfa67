import { DecidedLine } from "@/app/_components/decisions/decided-line";
import { ModelEditor } from "@/app/_components/editor/model-editor";
import { takenRevisions } from "@/lib/draft/figures/model-figures";
import { startingFigures } from "@/lib/model/templates";
import { decidedBy } from "@/lib/server/decisions/get-decision";
import { loadModelFigures } from "@/lib/server/figures/model-figures";
import { listLastChanges } from "@/lib/server/history/sql";
import { page } from "@/lib/server/http/page";
import { loadComparedModel } from "@/lib/server/models/get-model";
import { moveModelAction, readFiguresAction, readOfferedAction } from "./actions";
import { modelDoors } from "./model-actions";
import { WithComments } from "./with-comments";

export default page(
  {
    name: "/models/[id]",
    requires: "view",
    isKept: true,
    load: ({ access }) => loadComparedModel(access),
    title: ({ loaded }) => loaded.name,
  },
  async ({ access, loaded: model }) => {
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
