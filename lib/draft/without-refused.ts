import type { CustomLine } from "@/lib/model/custom-lines";
import { isInputKey } from "@/lib/model/inputs";
import type { FieldError } from "@/lib/outcome";
import { type Draft, differingPlaces, type Parts } from "./document-parts";
import { inputPlace, linePlace, type NoteField, noteFields, notePlace, type Place } from "./place";
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
    const place = placeOfFault(key, draft);
    if (place === null || isSameValue(parts.get(draft, place), parts.get(base, place))) return null;
    rest = parts.set(rest, place, parts.get(base, place));
  }
  return differingPlaces(parts, rest, base).length === 0 ? null : rest;
}

/** Where what a fault is about stands, as the server names it; null for the currency, in which all money of the draft is. */
function placeOfFault(key: string, draft: Draft & { customLines?: readonly CustomLine[] }): Place | null {
  if (key === "name" || key === "description" || key === "startMonth" || key === "fiscalYearStart")
    return { kind: key };
  if (isInputKey(key)) return inputPlace(key);
  const [kind, name = "", field = ""] = key.split(".");
  if (kind === "notes" && isInputKey(name) && isNoteField(field)) return notePlace(name, field);
  const line = kind === "customLines" ? draft.customLines?.[Number(name)] : undefined;
  return line?.id === undefined ? null : linePlace(line);
}

function isNoteField(field: string): field is NoteField {
  return noteFields.some((one) => one === field);
}
