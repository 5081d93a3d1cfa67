import { type Architecture, architectures } from "@/lib/model/architectures";
import { completeInputs } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { type OwnRows, ownRowsOf } from "@/lib/model/rows/own-rows";
import type { Steps } from "@/lib/steps";
import { type Waterfall, type Waterfalls, type WaterfallsOutcome, waterfalls } from "./waterfall";

interface Figures extends OwnRows {
  inputs: Partial<Inputs>;
  currency: string;
  currencyRate: number;
}

/**
 * In steps of one evaluation: what each difference between two revisions, or a model and its scenario, costs, in net present terms: first the own rows, as one step without keys, then the inputs
 * one after another. The changes add up to the whole difference.
 *
 * @param earlier in the currency and at the rate of `later`
 * @param keys every input in which the two differ, in the order in which they are put in place
 */
export function* revisionCosts(earlier: Figures, later: Figures, keys?: readonly InputKey[]): Steps<WaterfallsOutcome> {
  const from = completeInputs(earlier.inputs, earlier.currencyRate);
  const to = completeInputs(later.inputs, later.currencyRate);
  const byInputs = yield* waterfalls(from, to, later, later.currency, keys);
  if (!byInputs.ok || JSON.stringify(ownRowsOf(earlier)) === JSON.stringify(ownRowsOf(later))) return byInputs;
  const before = yield* waterfalls(from, from, earlier, later.currency);
  if (!before.ok) return before;
  const withLines = (name: Architecture): Waterfall => {
    const { start } = before.waterfalls[name];
    const { start: next, end, steps } = byInputs.waterfalls[name];
    // Of whole smallest coins, as the other steps are: what a double leaves is rounded away.
    const change = Number((next - start).toFixed(4));
    return { start, end, steps: [{ keys: [], from: start, to: next, change }, ...steps] };
  };
  return {
    ok: true,
    waterfalls: Object.fromEntries(architectures.map((name) => [name, withLines(name)])) as Waterfalls,
  };
}
