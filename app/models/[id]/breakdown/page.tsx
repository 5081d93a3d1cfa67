import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BreakdownPage } from "@/app/_components/breakdown/breakdown-page";
import { requireUser } from "@/lib/server/auth/current-user";
import { getModel } from "@/lib/server/models/get-model";

const loadModel = cache(async (id: string) => (await getModel(await requireUser(), id)) ?? notFound());

export async function generateMetadata({ params }: PageProps<"/models/[id]/breakdown">): Promise<Metadata> {
  return { title: `Breakdown of ${(await loadModel((await params).id)).name}` };
}

export default async function ModelBreakdownPage({ params }: PageProps<"/models/[id]/breakdown">) {
  const model = await loadModel((await params).id);
  return <BreakdownPage key={model.id} model={model} />;
}
