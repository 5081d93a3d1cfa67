import { convertInputs } from "@/lib/model/currency";
import { inputPlaces, type Parts, withValue } from "./document-parts";
import { namePlace } from "./place";
import { isSameValue } from "./same-value";
import type { ScenarioDraft } from "./scenario";

/** The parts of a scenario: its name, and its inputs by key; its currency is the model's. */
export const scenarioParts: Parts<ScenarioDraft> = {
  placesOf: ({ inputs }) => [namePlace, ...inputPlaces(inputs)],
  get: ({ name, inputs }, place) => {
    if (place.kind === "name") return name;
    return place.kind === "input" ? inputs[place.key] : undefined;
  },
  set: (draft, place, value) => {
    if (isSameValue(scenarioParts.get(draft, place), value)) return draft;
    if (place.kind === "name") return { ...draft, name: String(value ?? "") };
    return place.kind === "input" ? { ...draft, inputs: withValue(draft.inputs, place.key, value) } : draft;
  },
  inCurrencyOf: (draft, { currencyRate }) =>
    draft.currencyRate === currencyRate
      ? draft
      : { ...draft, inputs: convertInputs(draft.inputs, draft.currencyRate, currencyRate), currencyRate },
  isOneCurrency: (one, other) => one.currencyRate === other.currencyRate,
};
