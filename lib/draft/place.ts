import type { InputKey } from "@/lib/model/inputs";
import type { DriverKey } from "@/lib/model/ranges/drivers";
import type { RowTable } from "@/lib/model/rows/own-rows";

/** What is stated of a model beside its figures, each on its own. */
export const settings = ["name", "description", "startMonth", "fiscalYearStart", "trials", "seed"] as const;
export type Setting = (typeof settings)[number];

/** A text that is noted beside an input. */
export type NoteText = "note" | "source";
export const noteFields = ["note", "source", "range", "evidence", "follows"] as const;
/** What is stated beside an input. */
export type NoteField = (typeof noteFields)[number];

export interface RowPlace {
  readonly kind: "row";
  readonly table: RowTable;
  readonly id: string;
}

export interface OrderPlace {
  readonly kind: "order";
  readonly table: RowTable;
}

export interface NotePlace {
  readonly kind: "note";
  readonly key: InputKey;
  readonly field: NoteField;
}

/** Where in a draft something stands that people change on its own. Two drafts are compared and merged place by place. */
export type Place =
  | { readonly kind: Setting }
  /** The currency, its rate and the rate's day belong together. */
  | { readonly kind: "currency" }
  | { readonly kind: "input"; readonly key: InputKey }
  | NotePlace
  /** How strongly the members of a driver move together. */
  | { readonly kind: "driver"; readonly key: DriverKey }
  /** A row of a table, by its id, which may be any text. */
  | RowPlace
  /** In which order the rows of a table stand: their ids. */
  | OrderPlace;

export const namePlace: Place = { kind: "name" };
export const descriptionPlace: Place = { kind: "description" };
export const inputPlace = (key: InputKey): Place => ({ kind: "input", key });
export const notePlace = (key: InputKey, field: NoteField): NotePlace => ({ kind: "note", key, field });
export const rowPlace = (table: RowTable, { id = "" }: { readonly id?: string }): RowPlace => ({
  kind: "row",
  table,
  id,
});
export const linePlace = (line: { readonly id?: string }): RowPlace => rowPlace("customLines", line);

/** A place as a text, where it must be one: as a key, or an attribute. No two places have the same. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case "input":
      return `input ${place.key}`;
    case "driver":
      return `driver ${place.key}`;
    case "note":
      return `note ${place.key} ${place.field}`;
    case "order":
      return `order ${place.table}`;
    case "row":
      return `row ${place.table} ${place.id}`;
    default:
      return place.kind;
  }
}

/** The opposite of `placeText`. */
export function readPlace(text: string): Place {
  const end = text.indexOf(" ");
  if (end < 0) return { kind: text as Setting | "currency" };
  const [kind, rest] = [text.slice(0, end), text.slice(end + 1)];
  if (kind === "row") {
    const gap = rest.indexOf(" ");
    return { kind, table: rest.slice(0, gap) as RowTable, id: rest.slice(gap + 1) };
  }
  if (kind === "order") return { kind, table: rest as RowTable };
  if (kind === "driver") return { kind, key: rest as DriverKey };
  const [key, field] = rest.split(" ") as [InputKey, NoteField];
  return kind === "note" ? notePlace(key, field) : inputPlace(key);
}

export function isSamePlace(one: Place, other: Place): boolean {
  return placeText(one) === placeText(other);
}
