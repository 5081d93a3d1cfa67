import { type Architecture, architectures } from "@/lib/model/architectures";
import { type Criterion, criteriaWith, isComputed, isJudged, type JudgedLevels, type OwnCriterion } from "./criteria";
import { type Ends, proposedEnds, worthOf } from "./ends";
import { exchangeRate, type Weighted } from "./exchange";
import { judgedCriteria } from "./judged";
import type { ComputedLevels } from "./levels";
import { contributions, dominates, leastFlips, normalised, ranked, scoreOf, type WeightFlip } from "./scores";

/** What people have set; ends of money in the currency in which it is compared. */
export interface ComparisonSettings {
  readonly criteria: readonly (Ends & { readonly key: string })[];
  readonly own: readonly OwnCriterion[];
  readonly levels: Readonly<Record<string, JudgedLevels | undefined>>;
  readonly swings: Readonly<Record<string, number>>;
}

export type LevelsByArchitecture = Readonly<Record<Architecture, ComputedLevels>>;

/** The level in the middle, where nobody has judged a criterion of the team's own. */
const unjudged = { level: 5, reason: "Nobody has judged it yet." };

/** The level of an architecture by a criterion, and why where it is judged. */
export function levelOf(
  key: string,
  a: Architecture,
  levels: LevelsByArchitecture,
  { levels: judged }: Pick<ComparisonSettings, "levels">,
) {
  if (isComputed(key)) return { level: levels[a][key], reason: "" };
  return judged[key]?.[a] ?? (isJudged(key) ? judgedCriteria[key].proposed[a] : unjudged);
}

/** What stands before anybody has set anything: every criterion that can be compared, by ends from the present levels; cost alone counts. */
export function proposedSettings(levels: LevelsByArchitecture): ComparisonSettings {
  const criteria = criteriaWith([]).flatMap((criterion) => {
    const { key } = criterion;
    const known = isComputed(key) ? architectures.map((a) => levels[a][key]) : [];
    const ends = proposedEnds(criterion, known);
    return ends === null ? [] : [{ key, ...ends }];
  });
  return { criteria, own: [], levels: {}, swings: { cost: 100 } };
}

/** The same with ends of money in another currency. @param ratio of the rates, the new one over that in which they were set */
export function inCurrency(settings: ComparisonSettings, ratio: number): ComparisonSettings {
  if (ratio === 1) return settings;
  const money = new Set(criteriaWith([]).flatMap(({ key, kind }) => (kind === "money" ? [key] : [])));
  const times = (x: number) => Number((x * ratio).toPrecision(12));
  const criteria = settings.criteria.map((each) =>
    money.has(each.key) ? { ...each, worst: times(each.worst), best: times(each.best) } : each,
  );
  return { ...settings, criteria };
}

/** The same without an own criterion, its levels and its weight. */
export function withoutCriterion(settings: ComparisonSettings, key: string): ComparisonSettings {
  const { [key]: _, ...levels } = settings.levels;
  const { [key]: __, ...swings } = settings.swings;
  const others = <C extends { readonly key: string }>(list: readonly C[]) => list.filter((each) => each.key !== key);
  return { criteria: others(settings.criteria), own: others(settings.own), levels, swings };
}

export interface ComparedCriterion extends Weighted {
  /** Its share of all weight. */
  readonly weight: number;
  /** Money for one of its units; null where cost has no weight. */
  readonly rate: number | null;
  readonly flip: WeightFlip | null;
}

export interface Comparison {
  readonly criteria: readonly ComparedCriterion[];
  /** In the order of the list of architectures, and of the criteria. */
  readonly values: readonly (readonly number[])[];
  readonly parts: readonly (readonly number[])[];
  readonly scores: readonly number[];
  /** The places of those that may rank, the greatest score first. */
  readonly ranking: readonly number[];
  /** Of each architecture, the place of one that is better or as good in everything; null where none is. */
  readonly beatenBy: readonly (number | null)[];
}

/** The criteria with which settings compare, declared and with their ends. */
export function comparedCriteria({ criteria, own, swings }: ComparisonSettings): Weighted[] {
  const known = new Map(criteriaWith(own).map((criterion) => [criterion.key, criterion]));
  return criteria.flatMap(({ key, worst, best }) => {
    const criterion: Criterion | undefined = known.get(key);
    return criterion === undefined ? [] : [{ criterion, ends: { worst, best }, swing: swings[key] ?? 0 }];
  });
}

/** @param among the places of the architectures that may rank: gates are no weights */
export function compare(
  settings: ComparisonSettings,
  levels: LevelsByArchitecture,
  among: readonly number[],
): Comparison {
  const weighted = comparedCriteria(settings);
  const weights = normalised(weighted.map(({ swing }) => swing));
  const values = architectures.map((a) =>
    weighted.map(({ criterion, ends }) => worthOf(criterion, ends, levelOf(criterion.key, a, levels, settings).level)),
  );
  const flips = leastFlips(values, weights, among);
  const cost = weighted.find(({ criterion }) => criterion.key === "cost");
  return {
    criteria: weighted.map((each, k) => ({
      ...each,
      weight: weights[k] as number,
      rate: exchangeRate(each, cost),
      flip: flips[k] ?? null,
    })),
    values,
    parts: values.map((each) => contributions(each, weights)),
    scores: values.map((each) => scoreOf(each, weights)),
    ranking: ranked(values, weights, among),
    beatenBy: values.map((each) => {
      const by = among.find((other) => dominates(values[other] as number[], each));
      return by ?? null;
    }),
  };
}
