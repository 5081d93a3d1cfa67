import { convertInputs } from "@/lib/model/currency";
import { rowTables } from "@/lib/model/rows/own-rows";
import { inputPlaces, type Parts, withValue } from "../document-parts";
import { namePlace, type Place, type RowPlace, rowPlace } from "../place";
import { isSameValue } from "../same-value";
import type { ScenarioDraft } from "./scenario";
import { convertScenarioRows, type ScenarioRows, statedRows } from "./scenario-rows";

type OfTable = Readonly<Record<string, unknown>>;

const tableOf = ({ rows = {} }: ScenarioDraft, { table }: Pick<RowPlace, "table">): OfTable => rows[table] ?? {};

/** Null stands where the scenario leaves a row out; undefined where it has the model's. */
function rowAt(draft: ScenarioDraft, place: RowPlace): unknown {
  const table = tableOf(draft, place);
  return Object.hasOwn(table, place.id) ? table[place.id] : undefined;
}

function withRow(draft: ScenarioDraft, place: RowPlace, value: unknown): ScenarioDraft {
  const row = value === undefined || value === null ? value : { ...(value as object), id: place.id };
  const table = withValue(tableOf(draft, place), place.id, row);
  const isEmpty = Object.keys(table).length === 0;
  const { rows = {}, ...rest } = draft;
  return { ...rest, ...statedRows(withValue<ScenarioRows>(rows, place.table, isEmpty ? undefined : table)) };
}

function rowPlaces(draft: ScenarioDraft): Place[] {
  return rowTables.flatMap((table) => Object.keys(tableOf(draft, { table })).map((id) => rowPlace(table, { id })));
}

/** The parts of a scenario: its name, its inputs by key, its rows by table and id; its currency is the model's. */
export const scenarioParts: Parts<ScenarioDraft> = {
  placesOf: (draft) => [namePlace, ...inputPlaces(draft.inputs), ...rowPlaces(draft)],
  get: (draft, place) => {
    if (place.kind === "name") return draft.name;
    if (place.kind === "row") return rowAt(draft, place);
    return place.kind === "input" ? draft.inputs[place.key] : undefined;
  },
  set: (draft, place, value) => {
    if (isSameValue(scenarioParts.get(draft, place), value)) return draft;
    if (place.kind === "name") return { ...draft, name: String(value ?? "") };
    if (place.kind === "row") return withRow(draft, place, value);
    return place.kind === "input" ? { ...draft, inputs: withValue(draft.inputs, place.key, value) } : draft;
  },
  inCurrencyOf: (draft, { currencyRate }) => {
    if (draft.currencyRate === currencyRate) return draft;
    const { rows, ...rest } = draft;
    return {
      ...rest,
      inputs: convertInputs(draft.inputs, draft.currencyRate, currencyRate),
      ...statedRows(rows && convertScenarioRows(rows, draft.currencyRate, currencyRate)),
      currencyRate,
    };
  },
  isOneCurrency: (one, other) => one.currencyRate === other.currencyRate,
};
