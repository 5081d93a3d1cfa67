import { convertInputs, convertLines, convertRanges } from "@/lib/model/currency";
import { type CustomLine, withLineIds } from "@/lib/model/custom-lines";
import type { InputKey } from "@/lib/model/inputs";
import type { DriverKey } from "@/lib/model/ranges/drivers";
import { inputPlaces, type Parts, withValue } from "./document-parts";
import { changedInputs } from "./inputs";
import type { ModelDraft } from "./model";
import { linePlace, type NoteField, notePlace, type Place, settings } from "./place";
import { isSameValue } from "./same-value";

/** The currency, its rate and the rate's day belong together. */
export type CurrencyPart = Pick<ModelDraft, "currency" | "currencyRate" | "currencyRateDate">;

export function currencyPart({ currency, currencyRate, currencyRateDate }: ModelDraft): CurrencyPart {
  return { currency, currencyRate, currencyRateDate };
}

function placesOf({ inputs, customLines, notes, drivers }: ModelDraft): Place[] {
  return [
    ...settings.map((kind) => ({ kind })),
    ...Object.keys(drivers).map((key) => ({ kind: "driver" as const, key: key as DriverKey })),
    { kind: "currency" },
    ...inputPlaces(inputs),
    ...withLineIds(customLines).map(linePlace),
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
    case "line":
      return withLineIds(draft.customLines).find(({ id }) => id === place.id);
    default:
      return draft[place.kind];
  }
}

/** Another currency turns all money over. A line that is new comes last. */
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
    case "line":
      return { ...draft, customLines: withLine(withLineIds(draft.customLines), place.id, value as CustomLine) };
    default:
      return { ...draft, [place.kind]: value };
  }
}

function withLine(lines: readonly CustomLine[], id: string, line: CustomLine | undefined): readonly CustomLine[] {
  if (line === undefined) return lines.filter((one) => one.id !== id);
  if (lines.every((one) => one.id !== id)) return [...lines, { ...line, id }];
  return lines.map((one) => (one.id === id ? { ...line, id } : one));
}

function inCurrencyOf<D extends ModelDraft>(draft: D, other: ModelDraft): D {
  if (isOneCurrency(draft, other)) return draft;
  const [from, to] = [draft.currencyRate, other.currencyRate];
  return {
    ...draft,
    ...currencyPart(other),
    inputs: changedInputs(convertInputs(draft.inputs, from, to), to),
    customLines: convertLines(draft.customLines, from, to),
    notes: convertRanges(draft.notes, from, to),
  };
}

function isOneCurrency(one: ModelDraft, other: ModelDraft): boolean {
  return isSameValue(currencyPart(one), currencyPart(other));
}

/** The parts of a model: inputs by key, notes by input and field, own lines by id, settings by name, drivers by key, the currency. */
export const modelParts = { placesOf, get, set, inCurrencyOf, isOneCurrency } satisfies Parts<ModelDraft>;
