import type { InputKey } from "@/lib/model/inputs";

/** What is stated of a model beside its figures, each on its own. */
export type Setting = "name" | "description" | "startMonth" | "fiscalYearStart";

/** A text that is noted beside an input, and an end of its range to try. */
export type NoteText = "note" | "source";
export type RangeEnd = "low" | "high";
export type NoteField = NoteText | RangeEnd;
export const noteFields: readonly NoteField[] = ["note", "source", "low", "high"];

/** Where in a draft something stands that people change on its own. Two drafts are compared and merged place by place. */
export type Place =
  | { readonly kind: Setting }
  /** The currency, its rate and the rate's day belong together. */
  | { readonly kind: "currency" }
  | { readonly kind: "input"; readonly key: InputKey }
  | { readonly kind: "note"; readonly key: InputKey; readonly field: NoteField }
  /** An own line, by its id, which may be any text. */
  | { readonly kind: "line"; readonly id: string };

export const namePlace: Place = { kind: "name" };
export const inputPlace = (key: InputKey): Place => ({ kind: "input", key });
export const notePlace = (key: InputKey, field: NoteField): Place => ({ kind: "note", key, field });
export const linePlace = ({ id = "" }: { readonly id?: string }): Place => ({ kind: "line", id });

/** A place as a text, where it must be one: as a key, or an attribute. No two places have the same. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case "input":
      return `input ${place.key}`;
    case "note":
      return `note ${place.key} ${place.field}`;
    case "line":
      return `line ${place.id}`;
    default:
      return place.kind;
  }
}

/** The opposite of `placeText`. */
export function readPlace(text: string): Place {
  const end = text.indexOf(" ");
  if (end < 0) return { kind: text as Setting | "currency" };
  const [kind, rest] = [text.slice(0, end), text.slice(end + 1)];
  if (kind === "line") return { kind, id: rest };
  const [key, field] = rest.split(" ") as [InputKey, NoteField];
  return kind === "note" ? notePlace(key, field) : inputPlace(key);
}

export function isSamePlace(one: Place, other: Place): boolean {
  return placeText(one) === placeText(other);
}
