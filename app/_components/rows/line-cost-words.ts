import { lineCosts } from "@/lib/analysis/rows/line-costs";
import { architectureNames, architectures } from "@/lib/model/architectures";
import type { EvaluatedModel } from "@/lib/model/evaluate";
import { formatMoney } from "@/lib/value/format";

type LineTable = "customLines" | "equipmentLines" | "staffLines";

/** What each line costs over the horizon, by its id: one amount where all architectures have the same. */
export function lineCostWords(
  evaluated: EvaluatedModel,
  table: LineTable,
  rows: readonly { readonly id?: string }[],
  currency: string,
): ReadonlyMap<string | undefined, string | null> {
  const costs = lineCosts(evaluated);
  const wordsOf = (place: number): string | null => {
    const each = architectures.flatMap((architecture) => {
      const found = costs[architecture].find((one) => one.table === table && one.place === place);
      return found === undefined ? [] : [{ architecture, text: formatMoney(found.total, currency) }];
    });
    const [first] = each;
    if (first === undefined) return null;
    if (each.every(({ text }) => text === first.text)) return first.text;
    return each.map(({ architecture, text }) => `${architectureNames[architecture]} ${text}`).join(" · ");
  };
  return new Map(rows.map(({ id }, place) => [id, wordsOf(place)]));
}
