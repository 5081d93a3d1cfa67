import { type InputKey, input, inputGroups } from "@/lib/model/inputs";

/** The title of the group of an input. */
export const groupOf: ReadonlyMap<string, string> = new Map(
  inputGroups.flatMap(({ title, inputs }) => inputs.map(({ key }) => [key, title] as const)),
);
const labels = inputGroups.flatMap(({ inputs }) => inputs.map(({ label }) => label));
const shared = new Set(labels.filter((label, place) => labels.indexOf(label) !== place));

/** The name of an input outside of its group: with the group's where another group has an input of the same label. */
export function inputName({ key, label }: { readonly key: string; readonly label: string }): string {
  return shared.has(label) ? `${label} (${groupOf.get(key)?.toLowerCase()})` : label;
}

/** An input by name and, as some names stand in several groups, its group: "Cloud: Compliance and audit". */
export function inputNameInGroup(key: InputKey): string {
  return `${groupOf.get(key)}: ${input[key].label}`;
}

/** The same within a sentence: "software engineers (cloud)"; "CDN price" stays as it is. */
export function inputNameInSentence(key: InputKey): string {
  return inputName(input[key]).replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
}
