import type { Comparison } from "@/lib/analysis/objectives/comparison";
import { scoreText, scoreWords } from "@/lib/analysis/objectives/objective-words";
import { architectureNames, architectures } from "@/lib/model/architectures";
import type { BarChart, ChartBar } from "./description";

/**
 * Scores as bars, made of what each criterion adds.
 *
 * @param isOpen whether those that do not pass the gates are drawn too
 */
export function scoreChart(comparison: Comparison, currency: string, isOpen = false): BarChart {
  const { ranking, parts, scores, criteria } = comparison;
  const out = isOpen ? architectures.flatMap((_, place) => (ranking.includes(place) ? [] : [place])) : [];
  const weighed = criteria.flatMap(({ weight }, k) => (weight > 0 ? [k] : []));
  return {
    kind: "bars",
    of: "points",
    title: "Scores by criterion",
    unit: "of 100, among those that pass the gates",
    summary: scoreWords(comparison),
    currency,
    categories: weighed.map((k) => criteria[k]?.criterion.name ?? ""),
    bars: [...ranking, ...out].flatMap((place): ChartBar[] => {
      const architecture = architectures[place];
      if (architecture === undefined) return [];
      const isExcluded = !ranking.includes(place);
      return [
        {
          ...{ architecture, isExcluded, name: architectureNames[architecture] },
          amounts: weighed.map((k) => 100 * (parts[place]?.[k] ?? 0)),
          total: scoreText(scores[place] ?? 0),
        },
      ];
    }),
  };
}
