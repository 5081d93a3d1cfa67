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
import { metadata, page } from "@/lib/server/http/page";
import { loadComparedModel } from "@/lib/server/models/get-model";
import { moveModelAction, readFiguresAction, readOfferedAction } from "./actions";
import { modelDoors } from "./model-actions";
import { WithComments } from "./with-comments";

const door = { name: "/models/[id]", requires: "view", isKept: true } as const;

const load = cache(async (access: ViewAccess) => (await loadComparedModel(access)) ?? notFound());

export const generateMetadata = metadata(door, async ({ access }) => ({ title: (await load(access)).name }));

export default page(door, async ({ access }) => {
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
});
