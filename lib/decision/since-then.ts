import { isSameValue } from "@/lib/draft/same-value";
import { completeInputs, isMoney } from "@/lib/model/currency";
import { type InputKey, inputList } from "@/lib/model/inputs";
import { declaredOf } from "@/lib/model/released/declared-of";
import { convertRows } from "@/lib/model/rows/convert-rows";
import { figureTables, ownRowsOf, type RowTable } from "@/lib/model/rows/own-rows";
import { type OwnRange, withFigures } from "@/lib/model/spread/own-range";
import { modelVersion } from "@/lib/model/version";
import type { Condition } from "@/lib/schemas/decision/condition";
import type { CalendarDay } from "@/lib/value/calendar";
import { holds, type Watched, watchedValue } from "./condition";
import { type DecisionDocument, watchedThen } from "./document";

type Figure = number | string;

/** A condition of a record, what it watches now, in the record's currency, and whether it holds. */
export interface ConditionNow {
  readonly condition: Condition;
  readonly before: number | null;
  readonly now: number | null;
  readonly holds: boolean;
}

/** A record held against the model as it stands; money is in the record's currency. */
export interface SinceThen {
  readonly inputs: readonly { readonly key: InputKey; readonly before: Figure; readonly now: Figure }[];
  /** Inputs of which the range, or what is known of them, is another. */
  readonly ranges: readonly InputKey[];
  readonly rows: readonly RowTable[];
  /** Scenarios that were added, changed or taken away. */
  readonly scenarios: readonly string[];
  /** Defaults of today that are other ones than those of the record. */
  readonly defaults: readonly { readonly key: InputKey; readonly before: Figure; readonly now: Figure }[];
  readonly versions: { readonly before: number; readonly today: number };
  readonly currency: { readonly before: string; readonly now: string } | null;
  readonly conditions: readonly ConditionNow[];
  readonly review: { readonly on: CalendarDay; readonly isDue: boolean } | null;
  readonly first: { readonly before: string; readonly now: string | null };
  readonly chance: { readonly before: number | null; readonly now: number | null };
}

/** A model as it stands now, as far as it is held against a record. */
export interface Today {
  readonly model: Parameters<typeof ownRowsOf>[0] & {
    readonly inputs: Readonly<Record<string, Figure>>;
    readonly notes: Readonly<Record<string, { readonly range?: OwnRange; readonly evidence?: string } | undefined>>;
    readonly currency: string;
    readonly currencyRate: number;
  };
  readonly scenarios: readonly {
    readonly name: string;
    readonly inputs: Readonly<Record<string, Figure>>;
    readonly rows?: object | undefined;
  }[];
  /** Null where the figures have no result. */
  readonly watched: Watched | null;
  readonly first: string | null;
  readonly day: CalendarDay;
}

/** What has changed since a decision was frozen. */
export function sinceThen(document: DecisionDocument, today: Today): SinceThen {
  const { model, day, watched } = today;
  const rate = document.model.currencyRate;
  const then = watchedThen(document);
  const { decision, uncertainty } = document;
  const chosen = decision.architecture;
  const rows = convertRows(ownRowsOf(model), model.currencyRate, rate);
  return {
    ...inputChanges(document, today),
    rows: figureTables.filter((table) => !isSameValue(document.rows[table] ?? [], rows[table])),
    scenarios: scenarioChanges(document, today),
    defaults: defaultChanges(document),
    versions: { before: document.model.version, today: modelVersion },
    currency:
      document.model.currency === model.currency ? null : { before: document.model.currency, now: model.currency },
    conditions: conditionsNow(decision.conditions, then, watched, rate),
    review: decision.reviewOn === null ? null : { on: decision.reviewOn, isDue: decision.reviewOn <= day },
    first: { before: document.results.ranking[0] ?? "", now: today.first },
    chance: {
      before: uncertainty?.architectures[chosen]?.cheapest.share ?? null,
      now: watched?.cheapest?.[chosen] ?? null,
    },
  };
}

/** The conditions of a record, held against the model as it stands. */
export function conditionsNow(
  conditions: readonly Condition[],
  then: Watched,
  now: Watched | null,
  rate: number,
): ConditionNow[] {
  return conditions.map((condition) => {
    const value = now === null ? null : watchedValue(condition, now, rate);
    return { condition, before: watchedValue(condition, then, rate), now: value, holds: holds(condition, value) };
  });
}

/** Money of one rate at another, with the dust of a double taken off both. */
const isSameFigure = (one: Figure, other: Figure) =>
  one === other || (typeof one === "number" && typeof other === "number" && tidy(one) === tidy(other));
const tidy = (value: number) => Number(value.toPrecision(11));

function inputChanges({ inputs, model: { currencyRate: rate } }: DecisionDocument, { model }: Today) {
  const ratio = rate / model.currencyRate;
  const values = completeInputs(model.inputs, model.currencyRate);
  const known = inputList.filter(({ key }) => inputs[key] !== undefined);
  const changed = known.flatMap((declared) => {
    const key = declared.key as InputKey;
    const then = inputs[key]?.value as Figure;
    const value = values[key];
    const now = isMoney(declared) && typeof value === "number" ? value * ratio : value;
    return isSameFigure(then, now) ? [] : [{ key, before: then, now }];
  });
  const ranges = known.flatMap((declared) => {
    const key = declared.key as InputKey;
    const note = model.notes[key];
    const money = (figure: number) => tidy(isMoney(declared) ? figure * ratio : figure);
    const own = note?.range === undefined ? null : withFigures(note.range, money);
    const stood = inputs[key];
    // A declared range is one of the version, and is told of with its defaults.
    const range = stood?.range?.kind === "declared" ? null : (stood?.range as OwnRange | null);
    const before = range ? withFigures(range, tidy) : null;
    const isSame = isSameValue(before, own) && (stood?.evidence ?? null) === (note?.evidence ?? null);
    return isSame ? [] : [key];
  });
  return { inputs: changed, ranges };
}

function scenarioChanges({ scenarios }: DecisionDocument, { scenarios: now }: Today): string[] {
  const names = [...new Set([...scenarios, ...now].map(({ name }) => name))];
  const of = (list: Today["scenarios"], name: string) => {
    const found = list.find((each) => each.name === name);
    return found === undefined ? null : { inputs: found.inputs, rows: found.rows ?? {} };
  };
  return names.filter((name) => !isSameValue(of(scenarios, name), of(now, name)));
}

function defaultChanges({ inputs, model: { currencyRate } }: DecisionDocument): SinceThen["defaults"] {
  const { defaults } = declaredOf(modelVersion, currencyRate);
  return inputList.flatMap(({ key: name }) => {
    const key = name as InputKey;
    const then = inputs[key]?.default;
    return then === undefined || isSameFigure(then, defaults[key]) ? [] : [{ key, before: then, now: defaults[key] }];
  });
}

/** Whether nothing speaks for reading on: no figure is another, nothing is due, nothing is newer, and the chance reads as it did. */
export function hasNoNews(since: SinceThen): boolean {
  const { conditions, review, first, chance, versions, defaults } = since;
  const isDue = review?.isDue || conditions.some(({ holds: isHolding }) => isHolding);
  const isSame = first.before === first.now && chance.before === chance.now && versions.before === versions.today;
  return !hasChanged(since) && !isDue && isSame && defaults.length === 0;
}

/** Whether anything at all is another than it was. */
export function hasChanged({ inputs, ranges, rows, scenarios, currency }: SinceThen): boolean {
  return inputs.length + ranges.length + rows.length + scenarios.length > 0 || currency !== null;
}
