import { notFound } from "next/navigation";
import { cache } from "react";
import { CommentsBeside } from "@/app/_components/comments/comments-beside";
import { CommentsProvider } from "@/app/_components/comments/comments-context";
import { DecidedLine } from "@/app/_components/decisions/decided-line";
import { ModelEditor } from "@/app/_components/editor/model-editor";
import { templateOf } from "@/lib/model/templates";
import type { ViewAccess } from "@/lib/server/access/model";
import { decidedBy } from "@/lib/server/decisions/get-decision";
import { loadModelFigures } from "@/lib/server/figures/model-figures";
import { listLastChanges } from "@/lib/server/history/sql";
import { metadata, page } from "@/lib/server/http/page";
import { loadModel } from "@/lib/server/models/get-model";
import { moveModelAction, readFiguresAction, saveModelAction } from "./actions";
import { commentActions } from "./comments/comment-actions";
import { modelActions } from "./model-actions";

const door = { name: "/models/[id]", requires: "view" } as const;

const load = cache(async (access: ViewAccess) => (await loadModel(access)) ?? notFound());

export const generateMetadata = metadata(door, async ({ access }) => ({ title: (await load(access)).name }));

export default page(door, async ({ access }) => {
  const model = await load(access);
  const [decided, offered] = await Promise.all([decidedBy(access), loadModelFigures(access, model.notes)]);
  const template = model.templateKey === null ? undefined : templateOf(model.templateKey);
  return (
    <CommentsProvider key={model.id} modelId={model.id} actions={commentActions}>
      <ModelEditor
        key={String(model.isArchived)}
        model={model}
        decided={decided && <DecidedLine modelId={model.id} decided={decided} />}
        starting={template?.inputs ?? {}}
        bases={template?.bases ?? {}}
        changes={listLastChanges(access)}
        readFigures={readFiguresAction}
        save={saveModelAction}
        actions={modelActions}
        move={moveModelAction}
        offered={offered}
      />
      <CommentsBeside />
    </CommentsProvider>
  );
});
