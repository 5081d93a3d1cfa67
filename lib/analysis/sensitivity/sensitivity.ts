import type { Steps } from "@/lib/analysis/steps";
import type { Architecture } from "@/lib/model/architectures";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { InputDeclaration, NumberInput } from "@/lib/model/inputs/declaration";
import type { ModelResult } from "@/lib/model/result";
import { isOwnRange, type OwnRanges, triedRange } from "./input-range";
import type { Trial } from "./trial";

/** One end of an input's range, and what is then said. */
export interface Reach {
  readonly value: number;
  /** Net present cost of the second less that of the first, money: below 0 they have changed places. Null where there is no result. */
  readonly difference: number | null;
  /** Who then ranks first. */
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
  /** Where in its range another comes to rank first; null where none does. */
  readonly turning: { readonly value: number; readonly side: "low" | "high"; readonly leader: Architecture } | null;
}

export interface Sensitivity {
  readonly first: Architecture;
  readonly second: Architecture;
  /** Net present cost of the second less that of the first, money. */
  readonly difference: number;
  /** The inputs that move the difference most, the most first. */
  readonly movements: readonly Movement[];
  /** The swing of every input that moves the difference, money; the greatest first. */
  readonly swings: Readonly<Partial<Record<InputKey, number>>>;
  /** Those that bring another to the first place, each alone: at which value. At most twelve, the greatest swing first. */
  readonly turning: readonly Movement[];
  /** How many uncertain inputs move it at all. */
  readonly moving: number;
  /** How many inputs, each alone and within its range, bring another to the first place. */
  readonly turners: number;
  /** The share of all movement that comes from assumptions which nobody has changed; null where nothing moves it. */
  readonly untouchedShare: number | null;
  readonly untouchedMoving: number;
}

interface Given {
  inputs: Inputs;
  /** Every input as it is declared, in the model's currency. */
  declared: readonly InputDeclaration[];
  /** The ends of a person's own ranges, by the key of their input. */
  ranges: OwnRanges;
  trial: Trial;
  /** Whether the value of an input is an assumption that stands as it was given. */
  isUntouchedAssumption: (key: InputKey) => boolean;
}

const shown = 5;
const mostTurned = 12;
/** Halvings of a range in the search for the value at which the order turns: to a thousandth of it. */
const halvings = 10;

/**
 * What the verdict rests on: each uncertain input is set to the ends of its range, alone, and the difference in net present
 * cost between the first two of the ranking is taken anew.
 *
 * @returns null where the model as it stands has no result
 */
export function* sensitivity({
  inputs,
  declared,
  ranges,
  trial,
  isUntouchedAssumption,
}: Given): Steps<Sensitivity | null> {
  const base = trial({});
  if (base === null) return null;
  const [first, second] = base.ranking as [Architecture, Architecture];
  const differenceIn = ({ architectures }: ModelResult) =>
    architectures[second].netPresentCost - architectures[first].netPresentCost;
  const difference = differenceIn(base);
  const reach = (key: InputKey, value: number): Reach => {
    const result = value === inputs[key] ? base : trial({ [key]: value });
    return {
      value,
      difference: result && differenceIn(result),
      leader: result?.ranking[0] ?? null,
    };
  };

  const all: Movement[] = [];
  for (const input of declared) {
    if (input.format === "choice") continue;
    const key = input.key as InputKey;
    const value = inputs[key] as number;
    const range = triedRange(input as NumberInput, value, ranges[key]);
    if (range === null) continue;
    const low = reach(key, range.low);
    yield;
    const high = reach(key, range.high);
    yield;
    const differences = [difference, low.difference, high.difference].filter((one) => one !== null);
    const swing = Math.max(...differences) - Math.min(...differences);
    // Dust of floating point is no movement. A target missed turns the order without moving money.
    const isDust = swing <= 1e-9 * Math.max(Math.abs(difference), base.architectures[first].netPresentCost, 1);
    if (isDust && !isTurned(low, first) && !isTurned(high, first)) continue;
    all.push({
      key,
      value,
      low,
      high,
      isOwnRange: isOwnRange(ranges[key]),
      swing,
      isUntouchedAssumption: isUntouchedAssumption(key),
      turning: null,
    });
  }

  all.sort((a, b) => b.swing - a.swing);
  const turning = new Map<InputKey, Movement["turning"]>();
  const turners = all.filter(({ low, high }) => isTurned(low, first) || isTurned(high, first));
  for (const movement of turners.slice(0, mostTurned)) {
    const isWhole = declared.some((each) => each.key === movement.key && each.format !== "choice" && each.integer);
    turning.set(movement.key, yield* turningOf(movement, first, reach, isWhole));
  }
  const withTurning = (movement: Movement) => ({ ...movement, turning: turning.get(movement.key) ?? null });
  const sum = (some: readonly Movement[]) => some.reduce((total, { swing }) => total + swing, 0);
  const untouched = all.filter((movement) => movement.isUntouchedAssumption);
  return {
    first,
    second,
    difference,
    movements: all.slice(0, shown).map(withTurning),
    swings: Object.fromEntries(all.map(({ key, swing }) => [key, swing])),
    turning: turners.slice(0, mostTurned).map(withTurning),
    moving: all.length,
    turners: turners.length,
    untouchedShare: all.length === 0 ? null : sum(untouched) / sum(all),
    untouchedMoving: untouched.length,
  };
}

function isTurned({ leader }: Reach, first: Architecture): boolean {
  return leader !== null && leader !== first;
}

/** The value nearest to the present one at which another ranks first, on the side where one does. */
function* turningOf(
  { key, value, low, high }: Movement,
  first: Architecture,
  reach: (key: InputKey, value: number) => Reach,
  isWhole: boolean,
): Steps<Movement["turning"]> {
  const end = isTurned(high, first) ? high : isTurned(low, first) ? low : null;
  if (end === null) return null;
  let [holds, turned] = [value, end];
  for (let i = 0; i < halvings; i++) {
    const half = (holds + turned.value) / 2;
    const next = isWhole ? Math.floor(half) : half;
    if (next === holds || next === turned.value) break;
    const middle = reach(key, next);
    yield;
    if (isTurned(middle, first)) turned = middle;
    else holds = middle.value;
  }
  return { value: turned.value, side: end === high ? "high" : "low", leader: turned.leader as Architecture };
}
