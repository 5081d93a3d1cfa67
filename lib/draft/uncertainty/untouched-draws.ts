import type { ModelDraft } from "@/lib/draft/model";
import { type InputKey, type Inputs, isInputKey } from "@/lib/model/inputs";

type Stated = Pick<ModelDraft, "inputs" | "notes">;

/**
 * Whether nobody has looked at an input: nobody has changed it from the default or the template's value, nor noted anything beside it.
 *
 * @param starting the template's figures in the model's currency
 */
export function isUntouched(key: InputKey, { inputs, notes }: Stated, starting: Partial<Inputs>): boolean {
  return notes[key] === undefined && (inputs[key] === undefined || inputs[key] === starting[key]);
}

/** How many of the inputs that were drawn nobody has looked at. */
export function untouchedDraws(drawn: readonly string[], stated: Stated, starting: Partial<Inputs>): number {
  return drawn.filter((key) => isInputKey(key) && isUntouched(key, stated, starting)).length;
}
