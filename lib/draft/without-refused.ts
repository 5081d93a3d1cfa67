import type { CustomLine } from "@/lib/model/custom-lines";
import { isInputKey } from "@/lib/model/inputs";
import { type DriverKey, driverKeys } from "@/lib/model/ranges/drivers";
import type { FieldError } from "@/lib/outcome";
import { type Draft, differingPlaces, type Parts } from "./document-parts";
import {
  inputPlace,
  linePlace,
  type NoteField,
  noteFields,
  notePlace,
  type Place,
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
    const place = placesOfFault(key, draft).find((one) => !isSameValue(parts.get(rest, one), parts.get(base, one)));
    if (place === undefined) return null;
    rest = parts.set(rest, place, parts.get(base, place));
  }
  return differingPlaces(parts, rest, base).length === 0 ? null : rest;
}

/**
 * Where what a fault is about stands, as the server names it; none for the currency, in which all money of the draft is. A range and its
 * value are stated beside each other: either may be what is wrong.
 */
function placesOfFault(key: string, draft: Draft & { customLines?: readonly CustomLine[] }): Place[] {
  if (isSetting(key)) return [{ kind: key }];
  if (isInputKey(key)) return [inputPlace(key)];
  const [kind, name = "", field = ""] = key.split(".");
  if (kind === "notes" && isInputKey(name) && isNoteField(field))
    return field === "range" ? [notePlace(name, field), inputPlace(name)] : [notePlace(name, field)];
  if (kind === "drivers" && isDriverKey(name)) return [{ kind: "driver", key: name }];
  const line = kind === "customLines" ? draft.customLines?.[Number(name)] : undefined;
  return line?.id === undefined ? [] : [linePlace(line)];
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
