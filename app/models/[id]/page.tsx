import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CommentsBeside } from "@/app/_components/comments/comments-beside";
import { CommentsProvider } from "@/app/_components/comments/comments-context";
import { ModelEditor } from "@/app/_components/editor/model-editor";
import { templateOf } from "@/lib/model/templates";
import { requireUser } from "@/lib/server/access/current-user";
import { getModel } from "@/lib/server/models/get-model";
import { moveModelAction, readFiguresAction, saveModelAction } from "./actions";
import { commentActions } from "./comments/comment-actions";
import { modelActions } from "./model-actions";

const loadModel = cache(async (id: string) => (await getModel(await requireUser(), id)) ?? notFound());

export async function generateMetadata({ params }: PageProps<"/models/[id]">): Promise<Metadata> {
  return { title: (await loadModel((await params).id)).name };
}

export default async function ModelPage({ params }: PageProps<"/models/[id]">) {
  const model = await loadModel((await params).id);
  const template = model.templateKey === null ? undefined : templateOf(model.templateKey);
  return (
    <CommentsProvider key={model.id} modelId={model.id} actions={commentActions}>
      <ModelEditor
        key={String(model.isArchived)}
        model={model}
        starting={template?.inputs ?? {}}
        bases={template?.bases ?? {}}
        readFigures={readFiguresAction}
        save={saveModelAction}
        actions={modelActions}
        move={moveModelAction}
      />
      <CommentsBeside />
    </CommentsProvider>
  );
}
