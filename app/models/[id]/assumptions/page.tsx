import { notFound } from "next/navigation";
import { cache } from "react";
import { AssumptionsPage } from "@/app/_components/assumptions/assumptions-page";
import { CommentsBeside } from "@/app/_components/comments/comments-beside";
import { CommentsProvider } from "@/app/_components/comments/comments-context";
import { templateOf } from "@/lib/model/templates";
import type { ViewAccess } from "@/lib/server/access/model";
import { loadModelFigures } from "@/lib/server/figures/model-figures";
import { listLastChanges } from "@/lib/server/history/sql";
import { metadata, page } from "@/lib/server/http/page";
import { loadModel } from "@/lib/server/models/get-model";
import { saveModelAction } from "../actions";
import { commentActions } from "../comments/comment-actions";
import { modelActions } from "../model-actions";

const door = { name: "/models/[id]/assumptions", requires: "view" } as const;

const load = cache(async (access: ViewAccess) => (await loadModel(access)) ?? notFound());

export const generateMetadata = metadata(door, async ({ access }) => ({
  title: `Assumptions of ${(await load(access)).name}`,
}));

export default page(door, async ({ access }) => {
  const [model, changes] = await Promise.all([load(access), listLastChanges(access)]);
  const offered = await loadModelFigures(access, model.notes);
  const template = model.templateKey === null ? undefined : templateOf(model.templateKey);
  return (
    <CommentsProvider key={model.id} modelId={model.id} actions={commentActions}>
      <AssumptionsPage
        key={String(model.isArchived)}
        model={model}
        starting={template?.inputs ?? {}}
        bases={template?.bases ?? {}}
        changes={changes}
        save={saveModelAction}
        actions={modelActions}
        offered={offered}
      />
      <CommentsBeside />
    </CommentsProvider>
  );
});
