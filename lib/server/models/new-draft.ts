import "server-only";
import { beginningOf } from "@/lib/draft/beginning";
import type { Checked } from "@/lib/draft/inputs";
import type { ModelDraft, Notes } from "@/lib/draft/model";
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
 * The draft of a new model: what was given, and for the rest the template's figures, dollars, and next month.
 *
 * @param given fields of a draft, not checked yet
 */
export function newDraft(
  templateKey: string | null,
  given: Readonly<Record<string, unknown>>,
): Checked<ModelDraft, "draft"> {
  const template = templateKey === null ? undefined : templateOf(templateKey);
  if (templateKey !== null && !template) {
    const message = `There is no template "${templateKey.slice(0, 60)}". Choose another, or none.`;
    return refused("templateKey", message);
  }
  return checkDraft({
    description: "",
    startMonth: monthText(nextMonth(new Date())),
    currency: declaredCurrency,
    inputs: template?.inputs ?? {},
    customLines: [],
    ...given,
  });
}

/** Of the inputs that came with a new model, those that the person stated: the others are the template's. */
export function typedOver(templateKey: string | null, inputs: Partial<Inputs>): string[] {
  const template: Partial<Inputs> = (templateKey === null ? undefined : templateOf(templateKey))?.inputs ?? {};
  return (Object.keys(inputs) as InputKey[]).filter((key) => inputs[key] !== template[key]);
}

/** The inputs of whose value something is stated beside it: how it spreads, or where it comes from. A note alone may be of any value. */
export function statedBeside(notes: Notes): string[] {
  return Object.entries(notes).flatMap(([key, { note: _, ...ofValue }]) =>
    Object.keys(ofValue).length > 0 ? [key] : [],
  );
}

/**
 * What a new model begins with where the first questions were answered.
 *
 * @param begun in dollars: the template's figures, and over them those of the organisation
 * @param answers checked
 */
export function answeredDraft(begun: ModelDraft, answers: StartingAnswers): Checked<ModelDraft, "draft"> {
  // What is noted is stored, and read by others.
  const { figures, faults } = withCanonicalMarks(() => answeredFigures(begun, answers, dayText(new Date())));
  if (faults.length > 0) return { ok: false, faults: [...faults] };
  return checkDraft({ ...begun, ...beginningOf([begun, figures]) });
}
