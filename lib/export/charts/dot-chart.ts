import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { spoken, verb } from "@/lib/value/spoken";
import type { DotChart } from "./description";

interface Dotted {
  readonly above: Architecture;
  readonly below: Architecture;
  /** What the amounts are. */
  readonly amounts: string;
  /** What happens where an amount is above zero: "The cloud costs less". */
  readonly happens: string;
  /** What holds right of zero, and left of it. */
  readonly sides: readonly [string, string];
}

/** @param dots money, ascending, each for one trial in so many */
function dotChart(
  { above, below, amounts, happens, sides }: Dotted,
  dots: readonly number[],
  currency: string,
): DotChart {
  const ahead = dots.filter((amount) => amount > 0).length;
  return {
    ...{ kind: "dots", title: "One dot, one trial in twenty", unit: `${amounts}, ${currency}` },
    summary: `${happens} in ${ahead} of ${dots.length}.`,
    ...{ currency, above, below, dots },
    legend: `Right of the dashed line at 0 ${sides[0]}, left of it ${sides[1]}.`,
  };
}

/** What the rival of the first costs more. */
export function differenceDotChart(
  first: Architecture,
  rival: Architecture,
  dots: readonly number[],
  currency: string,
): DotChart {
  const dotted = {
    ...{ above: first, below: rival, happens: `${verb(first, "costs", "cost")} less` },
    amounts: `what ${spoken[rival].within} ${spoken[rival].isPlural ? "cost" : "costs"} more`,
    sides: [architectureNames[first].toLowerCase(), architectureNames[rival].toLowerCase()] as const,
  };
  return dotChart(dotted, dots, currency);
}

/** What moving saves against going on as now. */
export function savingDotChart(
  to: Architecture,
  today: Architecture,
  dots: readonly number[],
  currency: string,
): DotChart {
  const moving = `oving to ${spoken[to].within}`;
  const dotted = {
    ...{ above: to, below: today, amounts: `what m${moving} saves`, happens: `M${moving} saves` },
    sides: ["it saves", "going on as now costs less"] as const,
  };
  return dotChart(dotted, dots, currency);
}
