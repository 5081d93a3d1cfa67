import "server-only";
import type { Checked } from "@/lib/draft/inputs";
import type { ModelDraft, Notes } from "@/lib/draft/model";
import { declaredCurrency } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { startingFigures, templateOf } from "@/lib/model/templates";
import { refused } from "@/lib/outcome";
import { checkDraft } from "@/lib/schemas/draft";
import { monthText, nextMonth } from "./start-month";

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
  const { starting } = startingFigures(templateKey);
  return (Object.keys(inputs) as InputKey[]).filter((key) => inputs[key] !== starting[key]);
}

/** The inputs of whose value something is stated beside it: how it spreads, or where it comes from. A note alone may be of any value. */
export function statedBeside(notes: Notes): string[] {
  return Object.entries(notes).flatMap(([key, { note: _, ...ofValue }]) =>
    Object.keys(ofValue).length > 0 ? [key] : [],
  );
}
