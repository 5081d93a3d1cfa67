import { isInputKey } from "@/lib/model/inputs";
import type { FieldError } from "@/lib/outcome";
import type { ModelDraft } from "./model";
import {
  currencyPart,
  draftOfParts,
  inputPlace,
  isSameValue,
  linePlace,
  notePlace,
  type Place,
  partsOf,
} from "./parts";

/**
 * A draft with each part that was refused as it is in `base`, so that the rest of it can be saved; null where a fault is about no part of
 * its own, and where nothing else was changed.
 */
export function withoutRefused(draft: ModelDraft, base: ModelDraft, faults: readonly FieldError[]): ModelDraft | null {
  // Money of the base would stand in another currency.
  if (!isSameValue(currencyPart(draft), currencyPart(base))) return null;
  const places = faults.map(({ key }) => placeOf(key, draft));
  const parts = partsOf(draft);
  const before = partsOf(base);
  if (places.some((place) => place === null || isSameValue(parts.get(place), before.get(place)))) return null;
  for (const place of places as Place[]) {
    if (before.has(place)) parts.set(place, before.get(place));
    else parts.delete(place);
  }
  const order = [...draft.customLines, ...base.customLines].map(({ id = "" }) => id);
  const rest = draftOfParts(parts, [...new Set(order)]);
  return isSameValue(rest, base) ? null : rest;
}

/** Where what a fault is about stands; null for the currency, in which all money of the draft is. */
function placeOf(key: string, draft: ModelDraft): Place | null {
  if (key === "name" || key === "description" || key === "startMonth" || key === "fiscalYearStart") return key;
  if (isInputKey(key)) return inputPlace(key);
  const [kind, name = "", field = ""] = key.split(".");
  if (kind === "notes" && isInputKey(name) && field !== "") return notePlace(name, field);
  const line = kind === "customLines" ? draft.customLines[Number(name)] : undefined;
  return line?.id === undefined ? null : linePlace(line);
}
