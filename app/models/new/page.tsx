import type { Metadata } from "next";
import { PageTitle } from "@/app/_components/ui/page-title";
import { WidePage } from "@/app/_components/ui/wide-page";
import { templates } from "@/lib/model/templates";
import { requireUser } from "@/lib/server/auth/current-user";
import { createModelAction } from "./actions";
import { NewModelForm } from "./new-model-form";

export const metadata: Metadata = { title: "New model" };

export default async function NewModelPage() {
  await requireUser();
  return (
    <WidePage>
      <PageTitle title="New model" />
      <NewModelForm
        templates={templates.map(({ key, title, what, sources, isNot, inputs }) => ({
          key,
          title,
          what,
          sources,
          isNot,
          stated: Object.keys(inputs).length,
        }))}
        create={createModelAction}
      />
    </WidePage>
  );
}
