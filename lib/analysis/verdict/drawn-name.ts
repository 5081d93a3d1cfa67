import { type InputKey, input, isInputKey } from "@/lib/model/inputs";
import { inputName, inputNameInSentence } from "@/lib/value/input-name";

/** What was drawn, by name: an input's, or an own line's where its label is known. */
export function nameOfDrawn(key: string): string {
  return isInputKey(key) ? inputName(input[key as InputKey]) : "An own line";
}

/** The same within a sentence. */
export function nameOfDrawnInSentence(key: string): string {
  return isInputKey(key) ? inputNameInSentence(key) : "an own line";
}
