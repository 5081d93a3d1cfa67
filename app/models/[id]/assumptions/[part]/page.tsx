import { notFound } from "next/navigation";
import { partTitles } from "@/app/_components/rows/parts";
import { RowsPage } from "@/app/_components/rows/rows-page";
import { takenRevisions } from "@/lib/draft/figures/model-figures";
import { rowsParts } from "@/lib/routes";
import { loadColumnNames } from "@/lib/server/columns/column-names";
import { loadModelFigures } from "@/lib/server/figures/model-figures";
import { page } from "@/lib/server/http/page";
import { loadModel } from "@/lib/server/models/get-model";
import { readOfferedAction } from "../../actions";
import { modelDoors } from "../../model-actions";
import { WithComments } from "../../with-comments";
import { rememberColumnsAction } from "./actions";

const partOf = ({ part }: { part: string }) => rowsParts.find((known) => known === part) ?? notFound();

export default page(
  {
    name: "/models/[id]/assumptions/[part]",
    requires: "view",
    isKept: true,
    load: async ({ access, params }) => {
      const part = partOf(params);
      const [model, columns] = await Promise.all([loadModel(access), loadColumnNames(access)]);
      return model && { part, model, columns };
    },
    title: ({ loaded: { part, model } }) => `${partTitles[part]} of ${model.name}`,
  },
  async ({ access, loaded: { part, model, columns } }) => {
    const offered = await loadModelFigures(access, takenRevisions(model.notes));
    return (
      <WithComments modelId={model.id}>
        <RowsPage
          key={`${part} ${model.isArchived}`}
          part={part}
          model={model}
          columns={columns}
          rememberColumns={rememberColumnsAction}
          {...modelDoors}
          figures={{ offered, read: readOfferedAction }}
        />
      </WithComments>
    );
  },
);
