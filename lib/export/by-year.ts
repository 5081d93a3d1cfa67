import type { Series } from "@/lib/model/result";
import { yearOf } from "./document";

/** A series by year: set-up first, then each year; the last may be a part of one. */
export function byYear(series: Series): number[] {
  const sums = new Array<number>(yearOf(series.length - 1) + 1).fill(0);
  for (const [month, amount] of series.entries()) sums[yearOf(month)] = (sums[yearOf(month)] as number) + amount;
  return sums;
}
