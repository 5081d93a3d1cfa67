import { type Evaluation, evaluate } from "@/lib/formula/evaluate";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { costModel } from "@/lib/model/cost-model";
import { figureOf, tryEvaluate } from "@/lib/model/evaluate";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { keepsOrder, orderRules } from "@/lib/model/rules";
import { manyPoints } from "../many-points";

/** How the architectures stand at one point. */
export interface Standing {
  /** Who ranks first among the eligible; null where none is. */
  readonly leader: Architecture | null;
  /** Money, in the order of the list of architectures. */
  readonly netPresentCosts: readonly number[];
  /** In the same order. */
  readonly eligible: readonly boolean[];
}

/** The standing at each point, a point being a value for each of the inputs that change; null where the model refuses it. */
export type StandingsAt = (points: readonly (readonly number[])[]) => (Standing | null)[];

function standing(netPresentCosts: readonly number[], eligible: readonly boolean[]): Standing {
  let leader = -1;
  for (let a = 0; a < architectures.length; a++) {
    const isLess = leader < 0 || (netPresentCosts[a] as number) < (netPresentCosts[leader] as number);
    if (eligible[a] && isLess) leader = a;
  }
  return { leader: architectures[leader] ?? null, netPresentCosts, eligible };
}

/** What a standing a is dearer than the first by, money; null where a is not eligible, or nobody is. */
export function gapOf({ leader, netPresentCosts, eligible }: Standing, a: Architecture): number | null {
  const place = architectures.indexOf(a);
  if (leader === null || !eligible[place]) return null;
  return (netPresentCosts[place] as number) - (netPresentCosts[architectures.indexOf(leader)] as number);
}

/**
 * Works out who ranks first where a few inputs have other values, many times faster than the whole result.
 *
 * @param inputs complete, and within their bounds
 */
export class Standings {
  private base: Evaluation | null = null;

  constructor(
    private readonly inputs: Inputs,
    private readonly rows: OwnRows,
  ) {}

  /** Of points that change these inputs. */
  along(keys: readonly InputKey[]): StandingsAt {
    // The horizon says how many months there are: no program is made for several.
    const compiled = keys.includes("horizonMonths") ? undefined : this.compiled(keys);
    return compiled ?? ((points) => points.map((point) => this.whole(keys, point)));
  }

  private changed(keys: readonly InputKey[], point: readonly number[]): Inputs {
    return { ...this.inputs, ...Object.fromEntries(keys.map((key, i) => [key, point[i]])) };
  }

  /** By the whole result: slow, and always there. */
  private whole(keys: readonly InputKey[], point: readonly number[]): Standing | null {
    const outcome = tryEvaluate(this.changed(keys, point), this.rows);
    if (!outcome.ok) return null;
    const results = architectures.map((a) => outcome.result.architectures[a]);
    return standing(
      results.map(({ netPresentCost }) => netPresentCost),
      results.map(({ eligible }) => eligible),
    );
  }

  /** By machine code, two points at once; nothing where such code cannot run. */
  private compiled(keys: readonly InputKey[]): StandingsAt | undefined {
    const { program, architectures: results } = costModel(this.rows);
    this.base ??= evaluate(program, figureOf(this.inputs, this.rows), this.inputs.horizonMonths);
    const wanted = architectures.map((a) => [results[a].netPresentCost, results[a].eligible] as const);
    const rules = orderRules.filter((rule) => rule.keys.some((key) => keys.includes(key)));
    return manyPoints({ program, base: this.base, terms: keys, wanted: wanted.flat() }, (figure, point) => {
      if (rules.length > 0 && !rules.every((rule) => keepsOrder(rule, this.changed(keys, point)))) return null;
      const costs = wanted.map(([cost]) => figure(cost));
      if (!costs.every(Number.isFinite)) return null;
      return standing(
        costs,
        wanted.map(([, eligible]) => figure(eligible) !== 0),
      );
    });
  }
}
