import { type Architecture, architectures } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";

/** From this month on, `passer` has cost less in all than `passed` and stays so. */
export interface Crossover {
  month: number;
  passer: Architecture;
  passed: Architecture;
}

/** The pairs in which one costs more at first and less in the end, the earliest first. */
export function crossoversOf(result: ModelResult): Crossover[] {
  const shown = result.ranking;
  const found: Crossover[] = [];
  for (const passer of shown) {
    for (const passed of shown) {
      const month = result.breakEven[passer]?.[passed];
      // Month 0 is no crossing: it was never above. Both directions at once are a tie to the end.
      if (month === undefined || month === null || month === 0) continue;
      const back = result.breakEven[passed]?.[passer];
      if (back !== undefined && back !== null && architectures.indexOf(passer) > architectures.indexOf(passed))
        continue;
      found.push({ month, passer, passed });
    }
  }
  return found.sort((a, b) => a.month - b.month);
}
