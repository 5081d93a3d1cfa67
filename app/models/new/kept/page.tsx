import type { Metadata } from "next";
import { KeepFigures } from "@/app/_components/home/keep-figures";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { templates } from "@/lib/model/templates";
import { requireUser } from "@/lib/server/access/current-user";
import { createModelAction } from "../actions";

export const metadata: Metadata = { title: "Keep the figures" };

export default async function KeptPage() {
  await requireUser();
  return (
    <PlainPage title="Keep the figures">
      <KeepFigures
        titles={Object.fromEntries(templates.map(({ key, title }) => [key, title]))}
        create={createModelAction}
      />
    </PlainPage>
  );
}
