import { PageTitle } from "@/app/_components/ui/page/page-title";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { defaultInputs } from "@/lib/model/inputs";
import { templates } from "@/lib/model/templates";
import type { Template } from "@/lib/model/templates/declaration";
import { type WorkedExample, workedExamples } from "@/lib/model/worked-examples";
import { page } from "@/lib/server/http/page";
import { noTemplate } from "@/lib/starting/no-template";
import { templateAnswers } from "@/lib/starting/template-answers";
import { formatNumber } from "@/lib/value/format";
import { createModelAction, importModelAction, readNewFiguresAction } from "./actions";
import styles from "./new-model.module.css";
import { NewModelForm } from "./new-model-form";
import { TemplateAnswerChart } from "./template-answer-chart";
import type { TemplateChoice } from "./template-choices";

/** What a new model is where no template is chosen. */
function defaultService(): TemplateChoice {
  const [users, stored, delivered] = [defaultInputs.users, defaultInputs.storedTB, defaultInputs.egressTB].map(
    formatNumber,
  );
  return {
    key: noTemplate,
    title: "Default service",
    what: `Every input has its default: a service with ${users} users, ${stored} TB stored and ${delivered} TB delivered a month.`,
    count: 0,
  };
}

function withAnswer(choice: TemplateChoice): TemplateChoice {
  const answer = templateAnswers[choice.key];
  return answer === undefined ? choice : { ...choice, answer: <TemplateAnswerChart answer={answer} /> };
}

function choiceOf({ key, title, what, sources, isNot, says, inputs }: Template): TemplateChoice {
  return { key, title, what, sources, isNot, says, count: Object.keys(inputs).length };
}

/** The published figures of a template, as printed. */
function lookFor({ figures }: WorkedExample): string {
  const printedFigures = figures.map(({ label, printed, unit }) => `${label}: ${formatNumber(printed)} ${unit}`);
  return `The printed figures, to be compared under “Published case” on the model's page: ${printedFigures.join("; ")}.`;
}

export default page({ name: "/models/new", requires: "user", title: "New model" }, ({ searchParams }) => {
  const { template } = searchParams;
  return (
    <WidePage>
      <PageTitle title="New model" />
      <p className={styles.about}>
        A template replaces some defaults by the figures of one kind of service, each with its basis. Where a basis says
        “stated assumption”, no published figure was found: enter your own. The number of engineers changes most
        verdicts.
      </p>
      <NewModelForm
        chosenAtFirst={templates.some(({ key }) => key === template) ? String(template) : ""}
        templates={[defaultService(), ...templates.map(choiceOf)].map(withAnswer)}
        fromPrint={workedExamples.map((example) => ({ ...choiceOf(example), lookFor: lookFor(example) }))}
        create={createModelAction}
        readFile={readNewFiguresAction}
        createFromFile={importModelAction}
      />
    </WidePage>
  );
});
