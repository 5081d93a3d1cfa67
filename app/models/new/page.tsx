import type { Metadata } from "next";
import { PageTitle } from "@/app/_components/ui/page-title";
import { WidePage } from "@/app/_components/ui/wide-page";
import { formatNumber } from "@/lib/format";
import { templates } from "@/lib/model/templates";
import type { Template } from "@/lib/model/templates/declaration";
import { type WorkedExample, workedExamples } from "@/lib/model/worked-examples";
import { requireUser } from "@/lib/server/auth/current-user";
import { createModelAction } from "./actions";
import { NewModelForm, type TemplateChoice } from "./new-model-form";

function choiceOf({ key, title, what, sources, isNot, inputs }: Template): TemplateChoice {
  return { key, title, what, sources, isNot, stated: Object.keys(inputs).length };
}

/** Which published figures come out, as they are printed. */
function lookFor({ figures }: WorkedExample): string {
  const said = figures.map(({ label, printed, unit }) => `${label}: ${formatNumber(printed)} ${unit}`);
  return `Look for what is printed, under “From print” on the model's page: ${said.join("; ")}.`;
}

export const metadata: Metadata = { title: "New model" };

export default async function NewModelPage() {
  await requireUser();
  return (
    <WidePage>
      <PageTitle title="New model" />
      <NewModelForm
        templates={templates.map(choiceOf)}
        fromPrint={workedExamples.map((example) => ({ ...choiceOf(example), lookFor: lookFor(example) }))}
        create={createModelAction}
      />
    </WidePage>
  );
}
