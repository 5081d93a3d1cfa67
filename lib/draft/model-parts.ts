import { convertInputs, convertRanges } from "@/lib/model/currency";
import type { InputKey } from "@/lib/model/inputs";
import type { DriverKey } from "@/lib/model/ranges/drivers";
import { convertRows } from "@/lib/model/rows/convert-rows";
import { type OwnRows, ownRowsOf, type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { withIds } from "@/lib/model/rows/row-ids";
import { inputPlaces, type Parts, withValue } from "./document-parts";
import { changedInputs } from "./inputs";
import type { ModelDraft } from "./model";
import { type NoteField, notePlace, type Place, type RowPlace, rowPlace, settings } from "./place";
import { isSameValue } from "./same-value";

/** The currency, its rate and the rate's day belong together. */
export type CurrencyPart = Pick<ModelDraft, "currency" | "currencyRate" | "currencyRateDate">;

export function currencyPart({ currency, currencyRate, currencyRateDate }: ModelDraft): CurrencyPart {
  return { currency, currencyRate, currencyRateDate };
}

type OneRow = OwnRows[RowTable][number];

function placesOf(draft: ModelDraft): Place[] {
  const { inputs, notes, drivers } = draft;
  return [
    ...settings.map((kind) => ({ kind })),
    ...Object.keys(drivers).map((key) => ({ kind: "driver" as const, key: key as DriverKey })),
    { kind: "currency" },
    ...inputPlaces(inputs),
    ...rowTables.flatMap((table) => rowsIn(draft, table).map((row) => rowPlace(table, row))),
    ...Object.entries(notes).flatMap(([key, note]) =>
      Object.keys(note).map((field) => notePlace(key as InputKey, field as NoteField)),
    ),
  ];
}

function get(draft: ModelDraft, place: Place): unknown {
  switch (place.kind) {
    case "currency":
      return currencyPart(draft);
    case "input":
      return draft.inputs[place.key];
    case "note":
      return draft.notes[place.key]?.[place.field];
    case "driver":
      return draft.drivers[place.key];
    case "row":
      return rowsIn(draft, place.table).find(({ id }) => id === place.id);
    case "order":
      return rowsIn(draft, place.table).map(({ id }) => id);
    default:
      return draft[place.kind];
  }
}

/** The rows of a table, each with an id. */
function rowsIn(draft: ModelDraft, table: RowTable): readonly OneRow[] {
  return withIds<OneRow>(table, draft[table]);
}

/** Another currency turns all money over. A row that is new comes last. */
function set<D extends ModelDraft>(draft: D, place: Place, value: unknown): D {
  if (isSameValue(get(draft, place), value)) return draft;
  switch (place.kind) {
    case "currency":
      return inCurrencyOf(draft, { ...draft, ...(value as CurrencyPart) });
    case "input":
      return { ...draft, inputs: withValue(draft.inputs, place.key, value) };
    case "note": {
      const note = withValue(draft.notes[place.key] ?? {}, place.field, value);
      const isEmpty = Object.keys(note).length === 0;
      return { ...draft, notes: withValue(draft.notes, place.key, isEmpty ? undefined : note) };
    }
    case "driver":
      return { ...draft, drivers: withValue(draft.drivers, place.key, value) };
    case "row":
      return { ...draft, [place.table]: withRow(rowsIn(draft, place.table), place, value as OneRow | undefined) };
    case "order":
      return { ...draft, [place.table]: inOrder(rowsIn(draft, place.table), value as readonly string[]) };
    default:
      return { ...draft, [place.kind]: value };
  }
}

function withRow(rows: readonly OneRow[], { id }: RowPlace, row: OneRow | undefined): readonly OneRow[] {
  if (row === undefined) return rows.filter((one) => one.id !== id);
  if (rows.every((one) => one.id !== id)) return [...rows, { ...row, id }];
  return rows.map((one) => (one.id === id ? { ...row, id } : one));
}

/** Rows as a list of ids has them; one that it does not name stays behind the row that it follows. */
function inOrder(rows: readonly OneRow[], ids: readonly string[]): readonly OneRow[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  let last = -1;
  const placed = rows.map((row) => {
    last = place.get(row.id ?? "") ?? last;
    return { row, at: last };
  });
  return placed.sort((one, other) => one.at - other.at).map(({ row }) => row);
}

const ordersOf = (): Place[] => rowTables.map((table) => ({ kind: "order", table }));

function inCurrencyOf<D extends ModelDraft>(draft: D, other: ModelDraft): D {
  if (isOneCurrency(draft, other)) return draft;
  const [from, to] = [draft.currencyRate, other.currencyRate];
  return {
    ...draft,
    ...currencyPart(other),
    inputs: changedInputs(convertInputs(draft.inputs, from, to), to),
    ...convertRows(ownRowsOf(draft), from, to),
    notes: convertRanges(draft.notes, from, to),
  };
}

function isOneCurrency(one: ModelDraft, other: ModelDraft): boolean {
  return isSameValue(currencyPart(one), currencyPart(other));
}

/**
 * The parts of a model: inputs by key, notes by input and field, rows by table and id and their order, settings by name, drivers by key,
 * the currency.
 */
export const modelParts = { placesOf, get, set, inCurrencyOf, isOneCurrency, ordersOf } satisfies Parts<ModelDraft>;
