import type { ModelDraft } from "@/lib/draft/model";
import { modelParts } from "@/lib/draft/model-parts";
import type { Place } from "@/lib/draft/place";
import { isSameValue } from "@/lib/draft/same-value";
import { declaredAt } from "@/lib/model/currency";
import { type InputKey, inputList } from "@/lib/model/inputs";
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

/** What would change if one draft took the other's place, in the order of the inputs. */
export function figureDifferences(now: ModelDraft, next: ModelDraft): Difference[] {
  type Of<T> = (draft: ModelDraft) => T;
  const row = (key: string, label: string, value: Of<unknown>, words: Of<string>): Difference[] =>
    isSameValue(value(now), value(next)) ? [] : [{ key, label, now: words(now), next: words(next) }];
  return [
    ...settings.flatMap((place) => {
      const value: Of<unknown> = (draft) => modelParts.get(draft, place);
      return row(place.kind, placeTitle(place), value, (draft) => partWords(place, value(draft), draft.currency));
    }),
    ...inputList
      // Untouched defaults follow the currency, which is said above.
      .filter(({ key }) => Object.hasOwn(now.inputs, key) || Object.hasOwn(next.inputs, key))
      .flatMap(({ key, label }) => {
        const words: Of<string> = (draft) => inputWords(draft, key as InputKey);
        return row(key, inputName({ key, label }), words, words);
      }),
    ...row("customLines", "Own lines", drafted("customLines"), (draft) => count(draft.customLines.length, "line")),
    ...row("notes", "Notes, sources and ranges", drafted("notes"), noted),
  ];
}

const drafted = (key: keyof ModelDraft) => (draft: ModelDraft) => draft[key];
const count = (many: number, one: string) => `${many} ${many === 1 ? one : `${one}s`}`;
const noted = ({ notes }: ModelDraft) => `on ${count(Object.keys(notes).length, "input")}`;

function inputWords(draft: ModelDraft, key: InputKey): string {
  return describeInput(declaredAt(draft.currencyRate).input[key], inputsOf(draft)[key], draft.currency);
}
