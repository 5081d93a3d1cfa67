import { type Architecture, architectures } from "@/lib/model/architectures";
import { completeInputs } from "@/lib/model/currency";
import type { CustomLine } from "@/lib/model/custom-lines";
import type { Inputs } from "@/lib/model/inputs";
import { type Waterfall, waterfalls } from "./waterfall";

interface Figures {
  inputs: Partial<Inputs>;
  customLines: readonly CustomLine[];
  currency: string;
  currencyRate: number;
}

/**
 * What each difference between two revisions costs, in net present terms: first the own lines, as one step without keys, then the inputs
 * one after another. The changes add up to the whole difference.
 *
 * @param earlier in the currency and at the rate of `later`
 * @throws ModelError where a figure on the way is too large to mean anything
 */
export function revisionCosts(earlier: Figures, later: Figures): Record<Architecture, Waterfall> {
  const [from, to] = [earlier, later].map(({ inputs, currencyRate }) => completeInputs(inputs, currencyRate)) as [
    Inputs,
    Inputs,
  ];
  const byInputs = waterfalls(from, to, later.customLines, later.currency);
  if (JSON.stringify(earlier.customLines) === JSON.stringify(later.customLines)) return byInputs;
  const before = waterfalls(from, from, earlier.customLines, later.currency);
  const withLines = (name: Architecture): Waterfall => {
    const [{ start }, { start: next, end, steps }] = [before[name], byInputs[name]];
    // Of whole smallest coins, as the other steps are: what a double leaves is rounded away.
    const change = Number((next - start).toFixed(4));
    return { start, end, steps: [{ keys: [], from: start, to: next, change }, ...steps] };
  };
  return Object.fromEntries(architectures.map((name) => [name, withLines(name)])) as Record<Architecture, Waterfall>;
}
