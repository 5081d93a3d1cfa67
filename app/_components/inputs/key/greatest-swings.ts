import type { Sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import type { InputKey } from "@/lib/model/inputs";

/** The inputs that move the answer most, the greatest first. Those that only turn the order, and move no money, are none of them. */
export function greatestSwings(swings: Sensitivity["swings"], most: number): InputKey[] {
  return Object.entries(swings)
    .filter(([, swing]) => swing > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([key]) => key as InputKey);
}
