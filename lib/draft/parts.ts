import { type CustomLine, withLineIds } from "@/lib/model/custom-lines";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { InputNote, ModelDraft, Notes } from "./model";

/**
 * Where in a draft something stands that people change on its own: "name", "currency", "input users", "note users source",
 * "line LINE-ID". Two drafts are compared and merged part by part.
 */
export type Place = string;

/** The currency, its rate and the rate's day belong together. */
export type CurrencyPart = Pick<ModelDraft, "currency" | "currencyRate" | "currencyRateDate">;

export const inputPlace = (key: string): Place => `input ${key}`;
export const notePlace = (key: string, field: string): Place => `note ${key} ${field}`;
export const linePlace = ({ id = "" }: CustomLine): Place => `line ${id}`;

export function currencyPart({ currency, currencyRate, currencyRateDate }: ModelDraft): CurrencyPart {
  return { currency, currencyRate, currencyRateDate };
}

/** The parts of a draft by their places; an input at its default, and a note that is not there, have none. */
export function partsOf(draft: ModelDraft): Map<Place, unknown> {
  const { currency: _c, currencyRate: _r, currencyRateDate: _d, inputs, customLines, notes, ...settings } = draft;
  const parts = new Map<Place, unknown>(Object.entries(settings));
  parts.set("currency", currencyPart(draft));
  for (const [key, value] of Object.entries(inputs)) parts.set(inputPlace(key), value);
  for (const line of withLineIds(customLines)) parts.set(linePlace(line), line);
  for (const [key, note] of Object.entries(notes)) {
    for (const [field, value] of Object.entries(note)) parts.set(notePlace(key, field), value);
  }
  return parts;
}

/** @param order ids of own lines, in the order that they are to have */
export function draftOfParts(parts: ReadonlyMap<Place, unknown>, order: readonly string[]): ModelDraft {
  const settings: Record<string, unknown> = {};
  const inputs: Record<string, unknown> = {};
  const notes: Record<string, Record<string, unknown>> = {};
  for (const [place, value] of parts) {
    const [kind = "", key = "", field = ""] = place.split(" ");
    if (kind === "input") inputs[key] = value;
    else if (kind === "note") notes[key] = { ...notes[key], [field]: value };
    else if (kind === "currency") Object.assign(settings, value);
    else if (kind !== "line") settings[place] = value;
  }
  const customLines = order.flatMap((id) => (parts.get(`line ${id}`) as CustomLine | undefined) ?? []);
  return {
    ...settings,
    inputs: inputs as Partial<Inputs>,
    customLines,
    notes: notes as Partial<Record<InputKey, InputNote>> as Notes,
  } as ModelDraft;
}

/** The places at which two drafts differ. */
export function differingPlaces(a: ReadonlyMap<Place, unknown>, b: ReadonlyMap<Place, unknown>): Place[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((place) => !isSameValue(a.get(place), b.get(place)));
}

export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && inOneOrder(a) === inOneOrder(b));
}

/** JSON with sorted keys: the database gives an object's keys in an order of its own. */
export function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
