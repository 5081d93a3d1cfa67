import { Comparison } from "@/app/_components/history/comparison";
import { RevisionList } from "@/app/_components/history/revision-list";
import { ModelShell } from "@/app/_components/shell/model-shell";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { getRevision } from "@/lib/server/history/get-revision";
import { listRevisions } from "@/lib/server/history/list-revisions";
import { page } from "@/lib/server/http/page";
import { loadModel } from "@/lib/server/models/get-model";
import { modelActions } from "../model-actions";
import { restoreRevisionAction, writeNoteAction } from "./actions";

/** A number of a revision in the address, or null. */
function numberIn(given: string | string[] | undefined): number | null {
  return typeof given === "string" && /^[1-9]\d{0,8}$/.test(given) ? Number(given) : null;
}

export default page(
  {
    name: "/models/[id]/history",
    requires: "view",
    load: ({ access }) => loadModel(access),
    title: ({ loaded }) => `History of ${loaded.name}`,
  },
  async ({ access, searchParams, loaded: model }) => {
    const asked = searchParams;
    const [before, from, to] = [asked.before, asked.from, asked.to].map(numberIn);
    const page = await listRevisions(access, before ?? null);
    const compared =
      from == null || to == null
        ? null
        : await Promise.all([from, to].sort((a, b) => a - b).map((number) => getRevision(access, number)));
    return (
      <>
        <ModelShell model={model} page="history" actions={modelActions} />
        <WidePage isOfModel>
          {compared === null ? null : <Comparison modelId={model.id} earlier={compared[0]} later={compared[1]} />}
          <RevisionList
            key={before}
            modelId={model.id}
            newest={model.revision}
            canEdit={model.canEdit}
            page={page}
            restore={restoreRevisionAction}
            writeNote={writeNoteAction}
          />
        </WidePage>
      </>
    );
  },
);
