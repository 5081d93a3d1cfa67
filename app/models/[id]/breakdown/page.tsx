import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BreakdownPage } from "@/app/_components/breakdown/breakdown-page";
import { CommentsBeside } from "@/app/_components/comments/comments-beside";
import { CommentsProvider } from "@/app/_components/comments/comments-context";
import { requireUser } from "@/lib/server/access/current-user";
import { getScenarios } from "@/lib/server/scenarios/get-scenarios";
import { commentActions } from "../comments/comment-actions";
import { modelActions } from "../model-actions";

const load = cache(async (id: string) => (await getScenarios(await requireUser(), id)) ?? notFound());

export async function generateMetadata({ params }: PageProps<"/models/[id]/breakdown">): Promise<Metadata> {
  return { title: `Breakdown of ${(await load((await params).id)).model.name}` };
}

export default async function ModelBreakdownPage({ params }: PageProps<"/models/[id]/breakdown">) {
  const { model, scenarios } = await load((await params).id);
  return (
    <CommentsProvider key={model.id} modelId={model.id} actions={commentActions}>
      <BreakdownPage model={model} actions={modelActions} scenarios={scenarios} />
      <CommentsBeside />
    </CommentsProvider>
  );
}
