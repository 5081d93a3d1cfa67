import { type InputKey, input, isInputKey } from "@/lib/model/inputs";
import { inputName, inputNameInSentence } from "@/lib/value/input-name";

/** The figures of equipment and staff lines that may be drawn, by the end of their key: "line:rack/price". */
const ofLines: Readonly<Record<string, string>> = {
  price: "the price of an equipment line",
  pieces: "the pieces of an equipment line",
  pay: "the pay of a staff line",
  fte: "the people of a staff line",
};

/** What was drawn, by name within a sentence: an input's, or what a line has of it. */
export function nameOfDrawnInSentence(key: string): string {
  if (isInputKey(key)) return inputNameInSentence(key);
  return ofLines[key.split("/")[1] ?? ""] ?? "an own line";
}

/** The same by itself. */
export function nameOfDrawn(key: string): string {
  if (isInputKey(key)) return inputName(input[key as InputKey]);
  const name = nameOfDrawnInSentence(key);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
