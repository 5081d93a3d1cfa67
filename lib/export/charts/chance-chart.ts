import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { inTrials } from "@/lib/analysis/verdict/chance";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import type { ChanceChart } from "./description";

/** In how many of 100 trials each comes first, in the order of the ranking. */
export function chanceChart(
  ranking: readonly Architecture[],
  { architectures, noneEligible }: Pick<UncertaintyDocument, "architectures" | "noneEligible">,
  currency: string,
): ChanceChart {
  const bars = ranking.map((architecture) => ({
    architecture,
    name: architectureNames[architecture],
    share: architectures[architecture].cheapest.share,
  }));
  const words = bars.map(({ name, share }) => `${name}: ${inTrials(share)}.`);
  if (noneEligible > 0) words.push(`Nobody: ${inTrials(noneEligible)}.`);
  return {
    kind: "chances",
    title: "Chance to come first",
    unit: "of 100 trials",
    summary: words.join(" "),
    currency,
    bars,
  };
}
