import type { NoteField, Place, Setting } from "@/lib/draft/place";
import { input } from "@/lib/model/inputs";
import { drivers } from "@/lib/model/ranges/drivers";
import { rowNames, tableNames } from "@/lib/model/rows/table-names";

/** What a part of a model is called: "Users", "note on Users", "own line". */
export function placeName(place: Place): string {
  switch (place.kind) {
    case "input":
      return input[place.key].label;
    case "note":
      return `${noteWords[place.field]} ${input[place.key].label}`;
    case "driver":
      return `strength of “${drivers[place.key].label}”`;
    case "order":
      return `order of ${tableNames[place.table].toLowerCase()}`;
    case "row":
      return rowNames[place.table].toLowerCase();
    default:
      return names[place.kind];
  }
}

/** The same at the head of a row. */
export function placeTitle(place: Place): string {
  const name = placeName(place);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const noteWords: Readonly<Record<NoteField, string>> = {
  note: "note on",
  source: "source on",
  range: "range of",
  evidence: "evidence for",
  follows: "organisation’s figure for",
};

const names: Readonly<Record<Setting | "currency", string>> = {
  name: "name",
  description: "description",
  startMonth: "first month",
  fiscalYearStart: "first month of the fiscal year",
  currency: "currency",
  trials: "number of trials",
  seed: "seed of the trials",
};
