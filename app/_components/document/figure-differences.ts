import type { ModelDraft } from "@/lib/draft/model";
import { modelParts } from "@/lib/draft/model-parts";
import { notePlace, type Place, placeText } from "@/lib/draft/place";
import { isSameValue } from "@/lib/draft/same-value";
import { declaredAt } from "@/lib/model/currency";
import { type InputKey, inputList } from "@/lib/model/inputs";
import { driverKeys, drivers } from "@/lib/model/ranges/drivers";
import { type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { tableNames } from "@/lib/model/rows/table-names";
import { describeInput } from "@/lib/value/describe-input";
import { inputName } from "@/lib/value/input-name";
import { inputsOf } from "./model-kind";
import { partWords } from "./part-words";
import { placeTitle } from "./place-name";

/** Something in which two drafts differ, as each has it. */
export interface Difference {
  key: string;
  label: string;
  now: string;
  next: string;
}

const settings: readonly Place[] = [{ kind: "currency" }, { kind: "startMonth" }, { kind: "fiscalYearStart" }];
const ofTrials: readonly Place[] = [
  { kind: "trials" },
  { kind: "seed" },
  ...driverKeys.map((key) => ({ kind: "driver" as const, key })),
];

/** What would change if one draft took the other's place, in the order of the inputs. */
export function figureDifferences(now: ModelDraft, next: ModelDraft): Difference[] {
  type Of<T> = (draft: ModelDraft) => T;
  const row = (key: string, label: string, value: Of<unknown>, words: Of<string>): Difference[] =>
    isSameValue(value(now), value(next)) ? [] : [{ key, label, now: words(now), next: words(next) }];
  const at = (place: Place) => {
    const value: Of<unknown> = (draft) => modelParts.get(draft, place);
    return row(placeText(place), placeTitle(place), value, (draft) => wordsAt(place, draft));
  };
  return [
    ...settings.flatMap(at),
    ...inputList
      // Untouched defaults follow the currency, which is said above.
      .filter(({ key }) => Object.hasOwn(now.inputs, key) || Object.hasOwn(next.inputs, key))
      .flatMap(({ key, label }) => {
        const words: Of<string> = (draft) => inputWords(draft, key as InputKey);
        return row(key, inputName({ key, label }), words, words);
      }),
    ...rowTables.flatMap((table) =>
      row(table, tableNames[table], drafted(table), (draft) => count(draft[table].length, wordOf[table])),
    ),
    ...rangePlaces(now, next).flatMap(at),
    ...row("notes", "Notes and sources", texts, (draft) => `on ${count(Object.keys(texts(draft)).length, "input")}`),
    ...ofTrials.flatMap(at),
  ];
}

const drafted = (key: keyof ModelDraft) => (draft: ModelDraft) => draft[key];
const wordOf: Record<RowTable, string> = {
  customLines: "line",
  register: "row",
  equipmentLines: "line",
  staffLines: "line",
  participantKinds: "kind",
  billLines: "line",
};
const count = (many: number, one: string) => `${many} ${many === 1 ? one : `${one}s`}`;

/** Where ranges and evidence stand in one of two drafts, in the order of the inputs. */
function rangePlaces(...drafts: readonly ModelDraft[]): Place[] {
  return inputList.flatMap(({ key }) =>
    (["range", "evidence", "follows"] as const)
      .filter((field) => drafts.some(({ notes }) => notes[key as InputKey]?.[field] !== undefined))
      .map((field) => notePlace(key as InputKey, field)),
  );
}

/** What is written beside inputs. */
function texts({ notes }: ModelDraft) {
  return Object.fromEntries(
    Object.entries(notes).flatMap(([key, { note, source }]) => (note || source ? [[key, { note, source }]] : [])),
  );
}

function wordsAt(place: Place, draft: ModelDraft): string {
  const value = modelParts.get(draft, place);
  if (value !== undefined) return partWords(place, value, draft.currency);
  if (place.kind === "driver") return drivers[place.key].strength;
  return place.kind === "note" && place.field !== "follows" ? "as usual" : partWords(place, value, draft.currency);
}

function inputWords(draft: ModelDraft, key: InputKey): string {
  return describeInput(declaredAt(draft.currencyRate).input[key], inputsOf(draft)[key], draft.currency);
}
