import "server-only";
import { beginningOf } from "@/lib/draft/beginning";
import type { Checked } from "@/lib/draft/inputs";
import type { ModelDraft } from "@/lib/draft/model";
import type { StartingAnswers } from "@/lib/draft/starting-answers";
import { declaredCurrency } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { templateOf } from "@/lib/model/templates";
import { refused } from "@/lib/outcome";
import { checkDraft } from "@/lib/schemas/draft";
import { withCanonicalMarks } from "@/lib/server/runtime/canonical-marks";
import { answeredFigures } from "@/lib/starting/answered-figures";
import { dayText, monthText, nextMonth } from "./start-month";

/**
 * The draft of a new model: what was given, and for the rest the figures it begins with, dollars, and next month. It begins with the
 * template's figures and, over them, what was answered.
 *
 * @param given fields of a draft, not checked yet
 * @param answers to the first questions, checked
 */
export function newDraft(
  templateKey: string | null,
  given: Readonly<Record<string, unknown>>,
  answers?: StartingAnswers,
): Checked<ModelDraft, "draft"> {
  const template = templateKey === null ? undefined : templateOf(templateKey);
  if (templateKey !== null && !template) {
    const message = `There is no template "${templateKey.slice(0, 60)}". Choose another, or none.`;
    return refused("templateKey", message);
  }
  const now = new Date();
  const begun = beginningOf(template ? [template] : []);
  // What is noted is stored, and read by others.
  const answered = answers && withCanonicalMarks(() => answeredFigures(begun, answers, dayText(now)).figures);
  return checkDraft({
    description: "",
    startMonth: monthText(nextMonth(now)),
    currency: declaredCurrency,
    ...(answered ? beginningOf([begun, answered]) : begun),
    ...given,
  });
}

/** Of the inputs that came with a new model, those that the person stated: the others are the template's. */
export function typedOver(templateKey: string | null, inputs: Partial<Inputs>): string[] {
  const template: Partial<Inputs> = (templateKey === null ? undefined : templateOf(templateKey))?.inputs ?? {};
  return (Object.keys(inputs) as InputKey[]).filter((key) => inputs[key] !== template[key]);
}
