import { evaluate } from "@/lib/formula/evaluate";
import type { Quantity } from "@/lib/formula/node";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { type CostModel, costModel } from "@/lib/model/cost-model";
import { figureOf, tryEvaluate } from "@/lib/model/evaluate";
import { type InputKey, type Inputs, inputList } from "@/lib/model/inputs";
import { rank } from "@/lib/model/ranking";
import type { ArchitectureResult, ModelResult } from "@/lib/model/result";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { withoutNames } from "@/lib/model/rows/without-names";
import { keepsOrder, orderRules } from "@/lib/model/rules";
import { manyPoints } from "../many-points";

const sums = ["total", "netPresentCost"] as const;
const conditions = ["meetsAvailability", "meetsAnnualLoss", "eligible"] as const;
const names = [...sums, ...conditions, "perUserMonth"] as const;

/** What analyses read of an architecture. */
type TrialFigures = Pick<ArchitectureResult, (typeof names)[number]>;

/** What analyses read of a result. */
export interface TrialResult extends Pick<ModelResult, "ranking"> {
  readonly architectures: Readonly<Record<Architecture, TrialFigures>>;
}

/** The results with some inputs changed, for each set of changes one; null where the model refuses these. Two take little more than one. */
export type Trials = (all: readonly Partial<Inputs>[]) => (TrialResult | null)[];

/** The same for one set of changes. */
export const trialOf = (trials: Trials, changes: Partial<Inputs>): TrialResult | null => trials([changes])[0] ?? null;

/** All that machine code can change: the horizon says how many months there are, and no program is made for several. */
const changing: readonly InputKey[] = inputList
  .filter(({ key, format }) => format !== "choice" && key !== "horizonMonths")
  .map(({ key }) => key as InputKey);

/**
 * Works out who ranks first where some inputs have other values, by machine code where it can run: several times faster
 * than the whole result, and with its digits.
 *
 * @param inputs complete, and within their bounds
 */
export function trialsOf(inputs: Inputs, rows: OwnRows): Trials {
  const whole = (changes: Partial<Inputs>): TrialResult | null => {
    const outcome = tryEvaluate({ ...inputs, ...changes }, rows);
    return outcome.ok ? readWhole(outcome.result) : null;
  };
  const compiled = byMachineCode(inputs, withoutNames(rows));
  return (all) => {
    const keys = all.flatMap(Object.keys) as InputKey[];
    return compiled && keys.every((key) => changing.includes(key)) ? compiled(all) : all.map(whole);
  };
}

function readWhole({ ranking, architectures: results }: ModelResult): TrialResult {
  const figuresOf = (result: ArchitectureResult) => Object.fromEntries(names.map((name) => [name, result[name]]));
  const each = architectures.map((name) => [name, figuresOf(results[name])]);
  return { ranking, architectures: Object.fromEntries(each) as TrialResult["architectures"] };
}

function byMachineCode(inputs: Inputs, rows: OwnRows): Trials | undefined {
  const model = costModel(rows);
  const base = evaluate(model.program, figureOf(inputs, rows), inputs.horizonMonths);
  const points = manyPoints({ program: model.program, base, terms: changing, wanted: wantedOf(model) }, (figure) =>
    readTrial(model, figure),
  );
  return (
    points &&
    ((all) => {
      const changed = all.map((changes) => ({ ...inputs, ...changes }));
      const found = points(changed.map((each) => changing.map((key) => each[key] as number)));
      return found.map((result, i) =>
        orderRules.every((rule) => keepsOrder(rule, changed[i] as Inputs)) ? result : null,
      );
    })
  );
}

const wantedOf = ({ architectures: results }: CostModel) =>
  architectures.flatMap((architecture) => {
    const { perUserMonth, ...others } = results[architecture];
    return [...[...sums, ...conditions].map((name) => others[name]), perUserMonth.value, perUserMonth.of];
  });

function readTrial({ architectures: results }: CostModel, figure: (quantity: Quantity) => number): TrialResult | null {
  const each = Object.fromEntries(
    architectures.map((name): [Architecture, TrialFigures] => {
      const { total, netPresentCost, perUserMonth, meetsAvailability, meetsAnnualLoss, eligible } = results[name];
      return [
        name,
        {
          total: figure(total),
          netPresentCost: figure(netPresentCost),
          perUserMonth: figure(perUserMonth.of) === 0 ? null : figure(perUserMonth.value),
          meetsAvailability: figure(meetsAvailability) !== 0,
          meetsAnnualLoss: figure(meetsAnnualLoss) !== 0,
          eligible: figure(eligible) !== 0,
        },
      ];
    }),
  ) as TrialResult["architectures"];
  const isWhole = Object.values(each).every(({ netPresentCost }) => Number.isFinite(netPresentCost));
  return isWhole ? { ranking: rank(each), architectures: each } : null;
}
