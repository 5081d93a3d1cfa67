import type { Place } from "@/lib/draft/parts";
import { type InputKey, input, isInputKey } from "@/lib/model/inputs";

/** What a part of a model is called: "Users", "note on Users", "own line". */
export function placeName(place: Place): string {
  const [kind = "", key = "", field = ""] = place.split(" ");
  if (kind === "input" && isInputKey(key)) return input[key].label;
  if (kind === "note" && isInputKey(key)) return `${field} on ${input[key as InputKey].label}`;
  if (kind === "line") return "own line";
  return settingNames[place] ?? place;
}

const settingNames: Readonly<Record<Place, string>> = {
  name: "name",
  description: "description",
  startMonth: "first month",
  fiscalYearStart: "first month of the fiscal year",
  currency: "currency",
};
