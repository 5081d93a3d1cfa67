import type { Metadata } from "next";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { templates } from "@/lib/model/templates";
import type { Template } from "@/lib/model/templates/declaration";
import { type WorkedExample, workedExamples } from "@/lib/model/worked-examples";
import { page } from "@/lib/server/http/page";
import { formatNumber } from "@/lib/value/format";
import { createModelAction, importModelAction, readNewFiguresAction } from "./actions";
import styles from "./new-model.module.css";
import { NewModelForm, type TemplateChoice } from "./new-model-form";

function choiceOf({ key, title, what, sources, isNot, says, inputs }: Template): TemplateChoice {
  return { key, title, what, sources, isNot, says, stated: Object.keys(inputs).length };
}

/** Which published figures come out, as they are printed. */
function lookFor({ figures }: WorkedExample): string {
  const said = figures.map(({ label, printed, unit }) => `${label}: ${formatNumber(printed)} ${unit}`);
  return `Look for what is printed, under “Published case” on the model's page: ${said.join("; ")}.`;
}

export const metadata: Metadata = { title: "New model" };

export default page({ name: "/models/new", requires: "user" }, ({ searchParams }) => {
  const { template } = searchParams;
  return (
    <WidePage>
      <PageTitle title="New model" />
      <p className={styles.about}>
        A template is the defaults with the figures of one kind of service on top, each with its basis. Where a basis
        says “stated assumption”, no published figure was at hand: put in your own. A different number of engineers on
        one side changes most verdicts.
      </p>
      <NewModelForm
        chosenAtFirst={templates.some(({ key }) => key === template) ? String(template) : ""}
        templates={templates.map(choiceOf)}
        fromPrint={workedExamples.map((example) => ({ ...choiceOf(example), lookFor: lookFor(example) }))}
        create={createModelAction}
        readFile={readNewFiguresAction}
        createFromFile={importModelAction}
      />
    </WidePage>
  );
});
