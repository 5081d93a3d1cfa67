import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BreakdownPage } from "@/app/_components/breakdown/breakdown-page";
import { CommentsProvider } from "@/app/_components/comments/comments-context";
import { CommentsDrawer } from "@/app/_components/comments/comments-drawer";
import { requireUser } from "@/lib/server/auth/current-user";
import { getModel } from "@/lib/server/models/get-model";
import { commentActions } from "../comments/comment-actions";

const loadModel = cache(async (id: string) => (await getModel(await requireUser(), id)) ?? notFound());

export async function generateMetadata({ params }: PageProps<"/models/[id]/breakdown">): Promise<Metadata> {
  return { title: `Breakdown of ${(await loadModel((await params).id)).name}` };
}

export default async function ModelBreakdownPage({ params }: PageProps<"/models/[id]/breakdown">) {
  const model = await loadModel((await params).id);
  return (
    <CommentsProvider key={model.id} modelId={model.id} actions={commentActions}>
      <BreakdownPage model={model} />
      <CommentsDrawer />
    </CommentsProvider>
  );
}
