import type { RowTable } from "@/lib/model/rows/own-rows";
import { rowDifferences } from "./row-differences";
import { rowWords } from "./row-summary";
import type { AnyRow } from "./row-words";

/**
 * What a scenario makes of a row, in words that say in what it differs.
 *
 * @param own the scenario's; null where it leaves the row out, undefined where it says nothing of it
 */
export function ownRowWords(
  table: RowTable,
  base: AnyRow | undefined,
  own: AnyRow | null | undefined,
  currency: string,
) {
  if (own === undefined) return base === undefined ? "not in it" : "as the base";
  if (own === null) return "left out";
  if (base === undefined) return `added: ${rowWords(table, own, currency)}`;
  const differences = rowDifferences(table, base, own, currency);
  return differences.length === 0 ? "as the base is now, whatever it becomes" : `changed: ${differences.join(", ")}`;
}
