import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ScenariosPage } from "@/app/_components/scenarios/scenarios-page";
import { requireUser } from "@/lib/server/access/current-user";
import { getScenarios } from "@/lib/server/scenarios/get-scenarios";
import { modelActions } from "../model-actions";
import { createScenarioAction, deleteScenarioAction, saveScenarioAction } from "./actions";

const load = cache(async (id: string) => (await getScenarios(await requireUser(), id)) ?? notFound());

export async function generateMetadata({ params }: PageProps<"/models/[id]/scenarios">): Promise<Metadata> {
  return { title: `Scenarios of ${(await load((await params).id)).model.name}` };
}

const actions = { create: createScenarioAction, save: saveScenarioAction, remove: deleteScenarioAction };

export default async function ModelScenariosPage({ params }: PageProps<"/models/[id]/scenarios">) {
  const { model, scenarios } = await load((await params).id);
  return (
    <ScenariosPage key={model.id} model={model} scenarios={scenarios} actions={actions} modelActions={modelActions} />
  );
}
