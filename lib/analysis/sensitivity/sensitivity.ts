import type { Steps } from "@/lib/analysis/steps";
import type { Architecture } from "@/lib/model/architectures";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { InputDeclaration, NumberInput } from "@/lib/model/inputs/declaration";
import { todayOf } from "@/lib/model/today-of";
import { isOwnRange, type OwnRanges, triedRange } from "./input-range";
import { type TrialResult, type Trials, trialOf } from "./trial";

/** One end of an input's range, and what is then said. */
export interface Reach {
  readonly value: number;
  /** Net present cost of the second less that of the first, money: below 0 they have changed places. Null where there is no result. */
  readonly difference: number | null;
  /** Who then leads: of all, or of the two where only these are compared. */
  readonly leader: Architecture | null;
}

export interface Movement {
  readonly key: InputKey;
  readonly value: number;
  readonly low: Reach;
  readonly high: Reach;
  /** The range, or an end of it, is the user's. */
  readonly isOwnRange: boolean;
  /** From the smallest to the largest difference, money. */
  readonly swing: number;
  /** Nobody has stated this figure: it is an assumption, and stands as it was given. */
  readonly isUntouchedAssumption: boolean;
  /** Where in its range another comes to lead, and the difference there; null where none does. */
  readonly turning:
    | (Pick<Reach, "value" | "difference"> & { readonly side: "low" | "high"; readonly leader: Architecture })
    | null;
}

/** What the order of two architectures rests on. */
export interface PairSensitivity {
  readonly first: Architecture;
  readonly second: Architecture;
  /** Who leads at the values as they are. */
  readonly leader: Architecture;
  /** Net present cost of the second less that of the first, money. */
  readonly difference: number;
  /** The inputs that move the difference most, the most first. */
  readonly movements: readonly Movement[];
  /** The swing of every input that moves the difference, money; the greatest first. */
  readonly swings: Readonly<Partial<Record<InputKey, number>>>;
  /** Those that bring another to lead, each alone: at which value. At most twelve, the greatest swing first. */
  readonly turning: readonly Movement[];
  /** How many uncertain inputs move it at all. */
  readonly moving: number;
  /** How many inputs, each alone and within its range, bring another to lead. */
  readonly turners: number;
  /** The share of all movement that comes from assumptions which nobody has changed; null where nothing moves it. */
  readonly untouchedShare: number | null;
  readonly untouchedMoving: number;
}

/** Of the first two of the ranking, where who ranks first of all is who leads. */
export interface Sensitivity extends PairSensitivity {
  /**
   * The same of each architecture that meets the targets (`first`) against going on as now (`second`), where who ranks before the other
   * leads: the difference is what moving there saves. Empty where nothing runs today.
   */
  readonly againstToday: Readonly<Partial<Record<Architecture, PairSensitivity>>>;
}

interface Given {
  inputs: Inputs;
  /** Every input as it is declared, in the model's currency. */
  declared: readonly InputDeclaration[];
  /** The ends of a person's own ranges, by the key of their input. */
  ranges: OwnRanges;
  trials: Trials;
  /** Whether the value of an input is an assumption that stands as it was given. */
  isUntouchedAssumption: (key: InputKey) => boolean;
}

interface Pair {
  readonly first: Architecture;
  readonly second: Architecture;
  readonly leaderOf: (result: Pick<TrialResult, "ranking">) => Architecture;
}

const shown = 5;
const mostTurned = 12;
/** Halvings of a range in the search for the value at which the order turns: to a thousandth of it. */
const halvings = 10;

/**
 * What the verdict rests on: each uncertain input is set to the ends of its range, alone, and the difference in net present
 * cost between two architectures is taken anew.
 *
 * @returns null where the model as it stands has no result
 */
export function* sensitivity(given: Given): Steps<Sensitivity | null> {
  const { inputs, declared, ranges, trials, isUntouchedAssumption } = given;
  const base = trialOf(trials, {});
  if (base === null) return null;
  const pairs = pairsOf(base, todayOf(inputs));
  const resultAt: ResultAt = (key, value) => (value === inputs[key] ? base : trialOf(trials, { [key]: value }));
  const found = pairs.map((): Movement[] => []);
  for (const input of declared) {
    if (input.format === "choice") continue;
    const key = input.key as InputKey;
    const value = inputs[key] as number;
    const range = triedRange(input as NumberInput, value, ranges[key]);
    if (range === null) continue;
    const [low = null, high = null] = trials([{ [key]: range.low }, { [key]: range.high }]);
    yield;
    for (const [place, pair] of pairs.entries()) {
      const ends = { low: reachOf(pair, range.low, low), high: reachOf(pair, range.high, high) };
      const now = differenceIn(pair, base);
      const differences = [now, ends.low.difference, ends.high.difference].filter((one) => one !== null);
      const swing = Math.max(...differences) - Math.min(...differences);
      // Dust of floating point is no movement. A target missed turns the order without moving money.
      const isDust = swing <= 1e-9 * Math.max(Math.abs(now), base.architectures[pair.first].netPresentCost, 1);
      const leader = pair.leaderOf(base);
      if (isDust && !isTurned(ends.low, leader) && !isTurned(ends.high, leader)) continue;
      found[place]?.push({
        ...{ key, value, ...ends, swing, turning: null },
        isOwnRange: isOwnRange(ranges[key]),
        isUntouchedAssumption: isUntouchedAssumption(key),
      });
    }
  }
  const of: PairSensitivity[] = [];
  for (const [place, pair] of pairs.entries())
    of.push(yield* pairSensitivity(pair, base, found[place] ?? [], resultAt, declared));
  const [ofAll, ...moving] = of as [PairSensitivity, ...PairSensitivity[]];
  return { ...ofAll, againstToday: Object.fromEntries(moving.map((one) => [one.first, one])) };
}

/** The first two of the ranking, and each that meets the targets against what runs today. */
function pairsOf({ ranking, architectures: of }: TrialResult, today: Architecture | null): [Pair, ...Pair[]] {
  const [first, second] = ranking as [Architecture, Architecture];
  const moving =
    today === null
      ? []
      : ranking
          .filter((name) => name !== today && of[name].eligible)
          .map(
            (to): Pair => ({
              first: to,
              second: today,
              leaderOf: ({ ranking }) => (ranking.indexOf(to) < ranking.indexOf(today) ? to : today),
            }),
          );
  return [{ first, second, leaderOf: ({ ranking }) => ranking[0] as Architecture }, ...moving];
}

type ResultAt = (key: InputKey, value: number) => TrialResult | null;

const differenceIn = ({ first, second }: Pair, { architectures: of }: TrialResult) =>
  of[second].netPresentCost - of[first].netPresentCost;

const reachOf = (pair: Pair, value: number, result: TrialResult | null): Reach => ({
  value,
  difference: result && differenceIn(pair, result),
  leader: result && pair.leaderOf(result),
});

function* pairSensitivity(
  pair: Pair,
  base: TrialResult,
  found: readonly Movement[],
  resultAt: ResultAt,
  declared: Given["declared"],
): Steps<PairSensitivity> {
  const all = found.toSorted((a, b) => b.swing - a.swing);
  const leader = pair.leaderOf(base);
  const turning = new Map<InputKey, Movement["turning"]>();
  const turners = all.filter(({ low, high }) => isTurned(low, leader) || isTurned(high, leader));
  const reach = (key: InputKey, value: number) => reachOf(pair, value, resultAt(key, value));
  for (const movement of turners.slice(0, mostTurned)) {
    const isWhole = declared.some((each) => each.key === movement.key && each.format !== "choice" && each.integer);
    turning.set(movement.key, yield* turningOf(movement, leader, reach, isWhole));
  }
  const withTurning = (movement: Movement) => ({ ...movement, turning: turning.get(movement.key) ?? null });
  const sum = (some: readonly Movement[]) => some.reduce((total, { swing }) => total + swing, 0);
  const untouched = all.filter((movement) => movement.isUntouchedAssumption);
  return {
    ...{ first: pair.first, second: pair.second, leader, difference: differenceIn(pair, base) },
    movements: all.slice(0, shown).map(withTurning),
    swings: Object.fromEntries(all.map(({ key, swing }) => [key, swing])),
    turning: turners.slice(0, mostTurned).map(withTurning),
    moving: all.length,
    turners: turners.length,
    untouchedShare: all.length === 0 ? null : sum(untouched) / sum(all),
    untouchedMoving: untouched.length,
  };
}

function isTurned({ leader }: Reach, now: Architecture): boolean {
  return leader !== null && leader !== now;
}

/** The value nearest to the present one at which another leads, on the side where one does. */
function* turningOf(
  { key, value, low, high }: Movement,
  leader: Architecture,
  reach: (key: InputKey, value: number) => Reach,
  isWhole: boolean,
): Steps<Movement["turning"]> {
  const end = isTurned(high, leader) ? high : isTurned(low, leader) ? low : null;
  if (end === null) return null;
  let [holds, turned] = [value, end];
  for (let i = 0; i < halvings; i++) {
    const half = (holds + turned.value) / 2;
    const next = isWhole ? Math.floor(half) : half;
    if (next === holds || next === turned.value) break;
    const middle = reach(key, next);
    yield;
    if (isTurned(middle, leader)) turned = middle;
    else holds = middle.value;
  }
  const { value: at, difference } = turned;
  return { value: at, difference, side: end === high ? "high" : "low", leader: turned.leader as Architecture };
}
