import type { ModelDraft } from "@/lib/draft/model";
import { type Inputs, isInputKey } from "@/lib/model/inputs";

/**
 * How many of the inputs that were drawn nobody has looked at: nobody has changed them from the default or the template's value, nor noted
 * anything beside them.
 *
 * @param starting the template's figures in the model's currency
 */
export function untouchedDraws(
  drawn: readonly string[],
  { inputs, notes }: Pick<ModelDraft, "inputs" | "notes">,
  starting: Partial<Inputs>,
): number {
  return drawn.filter((key) => {
    if (!isInputKey(key) || notes[key] !== undefined) return false;
    return inputs[key] === undefined || inputs[key] === starting[key];
  }).length;
}
