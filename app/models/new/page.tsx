import type { Metadata } from "next";
import { PageTitle } from "@/app/_components/ui/page-title";
import { WidePage } from "@/app/_components/ui/wide-page";
import { templateOf, templates } from "@/lib/model/templates";
import { requireUser } from "@/lib/server/auth/current-user";
import { createModelAction } from "./actions";
import { NewModelForm } from "./new-model-form";

export const metadata: Metadata = { title: "New model" };

export default async function NewModelPage({ searchParams }: PageProps<"/models/new">) {
  await requireUser();
  const { template } = await searchParams;
  return (
    <WidePage>
      <PageTitle title="New model" />
      <NewModelForm
        chosenAtFirst={typeof template === "string" && templateOf(template) ? template : ""}
        templates={templates.map(({ key, title, what, sources, isNot, says, inputs }) => ({
          key,
          title,
          what,
          sources,
          isNot,
          says,
          stated: Object.keys(inputs).length,
        }))}
        create={createModelAction}
      />
    </WidePage>
  );
}
