import { isInputKey } from "@/lib/model/inputs";
import { type DriverKey, driverKeys } from "@/lib/model/ranges/drivers";
import { type OwnRows, type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import type { FieldError } from "@/lib/outcome";
import { type Draft, differingPlaces, type Parts, placesOf } from "./document-parts";
import {
  inputPlace,
  type NoteField,
  noteFields,
  notePlace,
  type Place,
  rowPlace,
  type Setting,
  settings,
} from "./place";
import { isSameValue } from "./same-value";

/**
 * A draft with each part that was refused as it is in `base`, so that the rest of it can be saved; null where a fault is about no part of
 * its own, and where nothing else was changed.
 */
export function withoutRefused<D extends Draft>(
  parts: Parts<D>,
  draft: D,
  base: D,
  faults: readonly FieldError[],
): D | null {
  // Money of the base would stand in another currency.
  if (!parts.isOneCurrency(draft, base)) return null;
  let rest = draft;
  for (const { key } of faults) {
    const differs = (one: Place) => !isSameValue(parts.get(rest, one), parts.get(base, one));
    // Of a whole table, such as shares that do not sum to 1, every row is as it was.
    const table = key.replace(/^rows\./, "");
    const places = isRowTable(table)
      ? placesOf(parts, rest, base).filter((one) => one.kind === "row" && one.table === table && differs(one))
      : placesOfFault(key, draft).filter(differs).slice(0, 1);
    if (places.length === 0) return null;
    const orders = (parts.ordersOf?.(base) ?? []).filter((one) => one.kind === "order" && one.table === table);
    for (const place of [...places, ...orders]) rest = parts.set(rest, place, parts.get(base, place));
  }
  return differingPlaces(parts, rest, base).length === 0 ? null : rest;
}

/**
 * Where what a fault is about stands, as the server names it; none for the currency, in which all money of the draft is. A range and its
 * value are stated beside each other: either may be what is wrong.
 */
function placesOfFault(key: string, draft: Draft & Partial<OwnRows>): Place[] {
  if (isSetting(key)) return [{ kind: key }];
  if (isInputKey(key)) return [inputPlace(key)];
  const [kind = "", name = "", field = ""] = key.split(".");
  if (kind === "notes" && isInputKey(name) && isNoteField(field))
    return field === "range" ? [notePlace(name, field), inputPlace(name)] : [notePlace(name, field)];
  if (kind === "drivers" && isDriverKey(name)) return [{ kind: "driver", key: name }];
  // Rows of a scenario are named by their ids, those of a model by their places.
  if (kind === "rows" && isRowTable(name)) return [rowPlace(name, { id: field })];
  if (!isRowTable(kind)) return [];
  const row = draft[kind]?.[Number(name)];
  return row?.id === undefined ? [] : [rowPlace(kind, row)];
}

function isSetting(key: string): key is Setting {
  return settings.some((one) => one === key);
}

function isDriverKey(key: string): key is DriverKey {
  return driverKeys.some((one) => one === key);
}

function isNoteField(field: string): field is NoteField {
  return noteFields.some((one) => one === field);
}

function isRowTable(key: string): key is RowTable {
  return rowTables.some((one) => one === key);
}
