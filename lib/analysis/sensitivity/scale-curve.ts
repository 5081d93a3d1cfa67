import type { Steps } from "@/lib/analysis/steps";
import { log10 } from "@/lib/math/log10";
import { pow } from "@/lib/math/pow";
import { type Architecture, architectures } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import { type TrialResult, type Trials, trialOf } from "./trial";

export interface ScalePoint {
  /** Times the demand of the model. */
  readonly factor: number;
  /** Cash cost per user and month, money; null where there are no users. */
  readonly costs: Readonly<Record<Architecture, number | null>>;
}

/** Where two change places in the ranking as demand grows. */
export interface OrderChange {
  /** Times the demand of the model at which the new order is known to hold, */
  readonly factor: number;
  /** and just below it the old one. */
  readonly notYetAt: number;
  readonly passer: Architecture;
  readonly passed: Architecture;
  /** Whether it is their cost that turns, or whether one begins or ceases to meet what is asked of it. */
  readonly because: "cost" | "passer becomes eligible" | "passed is out";
  /** Whether the passer ranks first from here. */
  readonly takesTheLead: boolean;
}

export interface ScaleCurve {
  readonly points: readonly ScalePoint[];
  /** By rising factor. */
  readonly changes: readonly OrderChange[];
  /** Factors at which a figure would be too large to mean anything. */
  readonly tooLarge: readonly number[];
}

export const smallestFactor = 0.01;
export const largestFactor = 10_000;
const perDecade = 6;
/** Halvings of the step between two points: to 0.15 % of the factor. */
const halvings = 8;

type Order = Pick<TrialResult, "ranking"> & { readonly eligible: Readonly<Record<Architecture, boolean>> };

interface At extends Order {
  readonly factor: number;
}

/** Cost per user and month from a hundredth to ten thousand times the demand, and where the ranking changes on the way. */
export function* scaleCurve({ inputs, trials }: { inputs: Inputs; trials: Trials }): Steps<ScaleCurve> {
  const decades = log10(largestFactor / smallestFactor);
  const factors = Array.from({ length: decades * perDecade + 1 }, (_, i) => smallestFactor * pow(10, i / perDecade));
  const resultAt = (factor: number) => trialOf(trials, { demandScale: inputs.demandScale * factor });

  const points: ScalePoint[] = [];
  const tooLarge: number[] = [];
  const changes: OrderChange[] = [];
  let before: At | null = null;
  for (const given of factors) {
    // So that 1 and the other powers of ten are just that.
    const factor = Number(given.toPrecision(12));
    const result = resultAt(factor);
    yield;
    if (result === null) {
      tooLarge.push(factor);
      before = null;
      continue;
    }
    points.push({
      factor,
      costs: Object.fromEntries(
        architectures.map((name) => [name, result.architectures[name].perUserMonth]),
      ) as ScalePoint["costs"],
    });
    const here: At = { factor, ...orderOf(result) };
    if (before !== null) changes.push(...(yield* changesBetween(before, here, resultAt, halvings)));
    before = here;
  }
  return { points, changes, tooLarge };
}

function orderOf({ ranking, architectures: results }: TrialResult): Order {
  return {
    ranking,
    eligible: Object.fromEntries(architectures.map((name) => [name, results[name].eligible])) as Order["eligible"],
  };
}

function* changesBetween(
  low: At,
  high: At,
  resultAt: (factor: number) => TrialResult | null,
  left: number,
): Steps<OrderChange[]> {
  if (low.ranking.join() === high.ranking.join()) return [];
  const middle = Math.sqrt(low.factor * high.factor);
  const result = left > 0 ? resultAt(middle) : null;
  if (left > 0) yield;
  if (result === null) return passesBetween(low, high);
  const at: At = { factor: middle, ...orderOf(result) };
  return [
    ...(yield* changesBetween(low, at, resultAt, left - 1)),
    ...(yield* changesBetween(at, high, resultAt, left - 1)),
  ];
}

function passesBetween(low: At, high: At): OrderChange[] {
  return architectures.flatMap((passer) =>
    architectures
      .filter(
        (passed) =>
          low.ranking.indexOf(passer) > low.ranking.indexOf(passed) &&
          high.ranking.indexOf(passer) < high.ranking.indexOf(passed),
      )
      .map((passed): OrderChange => {
        const because =
          !low.eligible[passer] && high.eligible[passer]
            ? "passer becomes eligible"
            : low.eligible[passed] && !high.eligible[passed]
              ? "passed is out"
              : "cost";
        return {
          factor: high.factor,
          notYetAt: low.factor,
          passer,
          passed,
          because,
          takesTheLead: high.ranking[0] === passer && low.ranking[0] === passed,
        };
      }),
  );
}
