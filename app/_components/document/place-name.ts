import type { Place, Setting } from "@/lib/draft/place";
import { input } from "@/lib/model/inputs";

/** What a part of a model is called: "Users", "note on Users", "own line". */
export function placeName(place: Place): string {
  switch (place.kind) {
    case "input":
      return input[place.key].label;
    case "note":
      return `${place.field} ${isEnd[place.field] ? "of" : "on"} ${input[place.key].label}`;
    case "line":
      return "own line";
    default:
      return names[place.kind];
  }
}

/** The same at the head of a row. */
export function placeTitle(place: Place): string {
  const name = placeName(place);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const isEnd = { note: false, source: false, low: true, high: true };

const names: Readonly<Record<Setting | "currency", string>> = {
  name: "name",
  description: "description",
  startMonth: "first month",
  fiscalYearStart: "first month of the fiscal year",
  currency: "currency",
};
