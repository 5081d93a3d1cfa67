import { boundedLeastSquares } from "@/lib/math/bounded-least-squares";
import { declaredAt } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { type BillPart, type BillPlace, billParts } from "@/lib/model/rows/choices";
import { billedQuantities } from "@/lib/model/sections/cloud";
import { fromScale, toScale } from "@/lib/model/spread/scale";
import { type Outcome, refused } from "@/lib/outcome";
import { toDigits } from "@/lib/value/format";
import { type Costs, cloudMonth, costOf, keysBehind, levelOf, sum } from "./cloud-month";
import { type Movable, movableInputs } from "./movable";
import type { BilledAmount, Calibration, CalibrationQuestion, ComparedPart, InputChange } from "./question";

/** Parts with the amount that is billed for them together. */
interface Target {
  readonly place: BillPart | "rest";
  readonly parts: readonly BillPart[];
  readonly billed: number;
}

/** How little a distance counts beside a gap: it decides only between values that come equally near to the bill. */
const distanceWeight = 1e-8;
/** Of half a range: a smaller move is none. */
const smallestMove = 1e-4;
const atAnEnd = 1e-9;
const digits = 6;
/** A smaller gap, as a share of what is billed or worked out, is closed. */
const closeEnough = 1e-4;

function targetsOf(bill: readonly BilledAmount[]): { targets: Target[]; outside: number } {
  const at = (place: BillPlace) => bill.filter((line) => line.place === place).map(({ amount }) => amount);
  const named = billParts.filter((part) => at(part).length > 0);
  const others = billParts.filter((part) => !named.includes(part));
  const targets: Target[] = named.map((part) => ({ place: part, parts: [part], billed: sum(at(part)) }));
  const rest = at("rest");
  if (rest.length > 0 && others.length > 0) targets.push({ place: "rest", parts: others, billed: sum(rest) });
  return { targets, outside: sum(at("outside")) + (others.length > 0 ? 0 : sum(rest)) };
}

/** An input's value by how far it has moved, in halves of its range on its scale, and back. */
const valueAt = ({ scale, input, from, unit }: Movable, moved: number) => fromScale(scale, input, from + moved * unit);
const placeOf = ({ scale, input, from, unit }: Movable, value: number) => (toScale(scale, input, value) - from) / unit;

/** The value to which each input has moved that has. */
type Moved = Readonly<Record<string, number>>;

/** Moves the inputs that are free so that targets come nearest to their bill. */
function moveTo(targets: readonly Target[], free: readonly Movable[], at: (moved: Moved) => Costs): Moved {
  const before = at({});
  const sizes = targets.map(({ parts, billed }) => Math.max(Math.abs(billed), costOf(parts, before), 1e-100));
  const whole = sum(sizes);
  // The square is the squared relative gap times the part's share of the whole.
  const scales = sizes.map((size) => Math.sqrt(size * whole));
  const residuals = (x: readonly number[]) => {
    const costs = at(Object.fromEntries(free.map((one, j) => [one.input.key, valueAt(one, x[j] as number)])));
    return targets.map(({ parts, billed }, i) => (costOf(parts, costs) - billed) / (scales[i] as number));
  };
  const end = (of: "low" | "high") => (one: Movable) => placeOf(one, one.range[of]);
  const [low, high] = [free.map(end("low")), free.map(end("high"))];
  const x = boundedLeastSquares({ residuals, low, high, weight: distanceWeight });
  const nextValue = (one: Movable, j: number) => {
    const moved = x[j] as number;
    const { low: least, high: greatest } = one.range;
    if (moved - (low[j] as number) < atAnEnd) return least;
    if ((high[j] as number) - moved < atAnEnd) return greatest;
    return Math.min(Math.max(toDigits(valueAt(one, moved), digits), least), greatest);
  };
  const moved = free.flatMap((one, j): [string, number][] => {
    const after = Math.abs(x[j] as number) < smallestMove ? one.value : nextValue(one, j);
    return after === one.value ? [] : [[one.input.key, after]];
  });
  return Object.fromEntries(moved);
}

/** The same for all targets: first those on which others stand, whose inputs then stay. */
function moveToBill(targets: readonly Target[], free: readonly Movable[], inputs: Inputs, month: number): Moved {
  const levels = targets.map(({ parts }) => Math.max(...parts.map(levelOf)));
  let moved: Moved = {};
  let left = [...free];
  for (const level of [...new Set(levels)].sort((one, other) => one - other)) {
    const those = targets.filter((_, i) => levels[i] === level);
    const behind = keysBehind(
      those.flatMap(({ parts }) => parts),
      inputs,
    );
    const mine = left.filter(({ input }) => behind.has(input.key as InputKey));
    const settled = moved;
    const found = moveTo(those, mine, (more) => cloudMonth({ ...inputs, ...settled, ...more }, month));
    moved = { ...moved, ...found };
    left = left.filter((one) => !mine.includes(one));
  }
  return moved;
}

function changesOf(movable: readonly Movable[], moved: Moved): InputChange[] {
  return movable.flatMap((one): InputChange[] => {
    const { input, value: before, range } = one;
    const after = moved[input.key as InputKey];
    if (after === undefined) return [];
    return [{ key: input.key as InputKey, before, after, range, isAtEnd: after === range.low || after === range.high }];
  });
}

/** Why a bill cannot be set against a model. */
function faultOf(bill: readonly BilledAmount[], month: number, horizon: number) {
  if (!Number.isInteger(month) || month < 1 || month > horizon)
    return refused(
      "month",
      `The model has months 1 to ${horizon}; the bill would be of month ${month}. Choose a month that the model has.`,
    );
  if (!bill.every(({ amount }) => Number.isFinite(amount)))
    return refused("bill", "Every amount of the bill must be a number.");
  if (bill.every(({ amount }) => amount === 0))
    return refused("bill", "The bill comes to nothing. Add at least one service with its amount.");
  return null;
}

/** What the remainder of a target is, by whether one of its inputs that may move could lessen it. */
function restOf(
  { parts, billed }: Target,
  free: readonly Movable[],
  at: (moved: Moved) => Costs,
): ComparedPart["rest"] {
  const cost = costOf(parts, at({}));
  const gap = Math.abs(billed - cost);
  const least = closeEnough * Math.max(Math.abs(billed), cost);
  if (gap <= least) return "closed";
  const couldLessen = free.some(({ input, range }) =>
    [range.low, range.high].some((end) => {
      // In the right direction counts, also where the end lies beyond the bill.
      const there = costOf(parts, at({ [input.key]: end }));
      return Math.abs(there - cost) > least && there > cost === billed > cost;
    }),
  );
  return couldLessen ? "settledElsewhere" : "outOfReach";
}

/**
 * Finds the utilisation, commitment and prices within their ranges that bring the cloud's month nearest to a bill: the least sum of
 * squared relative gaps, each weighed by the size of its part; of values that come equally near, those that move least on their scales.
 * Parts that are shares of others come after them (docs/decisions/075).
 */
export function calibrate(question: CalibrationQuestion): Outcome<{ calibration: Calibration }> {
  const { inputs, bill, month = 1, held = [], stated = {} } = question;
  const fault = faultOf(bill, month, inputs.horizonMonths);
  if (fault) return fault;
  const { targets, outside } = targetsOf(bill);
  const named = targets.flatMap(({ parts }) => parts);
  const quantities = named.map((part) => billedQuantities[part]);
  const movable = movableInputs(quantities, inputs, declaredAt(question.currencyRate), stated);
  const free = movable.filter(({ input }) => !held.includes(input.key as InputKey));
  const moved = moveToBill(targets, free, inputs, month);
  const before = cloudMonth(inputs, month);
  const at = (more: Moved) => cloudMonth({ ...inputs, ...moved, ...more }, month);
  const after = at({});
  const compared = targets.map((target): ComparedPart => {
    const { parts, billed } = target;
    const behind = keysBehind(parts, inputs);
    const own = (list: readonly Movable[]) => list.filter(({ input }) => behind.has(input.key as InputKey));
    return {
      ...target,
      before: costOf(parts, before),
      after: costOf(parts, after),
      remainder: billed - costOf(parts, after),
      rest: restOf(target, own(free), at),
      movable: own(movable).map(({ input }) => input.key as InputKey),
    };
  });
  const silent = billParts
    .filter((part) => !named.includes(part))
    .map((part): ComparedPart => {
      const costs = { before: before[part], after: after[part] };
      return { place: part, parts: [part], billed: null, ...costs, remainder: 0, rest: "closed", movable: [] };
    });
  const place = ({ parts }: ComparedPart) => billParts.indexOf(parts[0] as BillPart);
  return {
    ok: true,
    calibration: {
      month,
      parts: [...compared, ...silent].sort((one, other) => place(one) - place(other)),
      changes: changesOf(movable, moved),
      movable: movable.map(({ input }) => input.key as InputKey),
      outside,
    },
  };
}
