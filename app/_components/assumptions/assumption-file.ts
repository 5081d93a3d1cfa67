import type { LastChange } from "@/lib/draft/history";
import { input } from "@/lib/model/inputs";
import { type CsvCell, figure } from "@/lib/value/csv-format";
import { unitInCurrency } from "@/lib/value/unit-label";
import type { Assumption } from "./assumptions";
import type { AssumptionFacts } from "./sorted-assumptions";

/** The rows of a file of assumptions, with a head. Figures are exact and plain; what is not known yet is empty. */
export function assumptionFile(
  assumptions: readonly Assumption[],
  { swings, influences, changes }: AssumptionFacts,
  currency: string,
): CsvCell[][] {
  const head = [
    ["key", "group", "label", "value", "unit", "differsFrom", "range", "low", "high", "inWords", "evidence"],
    ["note", "source", "untouched", "changedBy", "changedAt", `swing (${currency})`, "shareOfVariance"],
    [`worthKnowing (${currency})`, `worthKnowingError (${currency})`],
  ].flat();
  const figureOf = (value: number | null | undefined) => (value == null ? "" : figure(String(value)));
  const valueCell = (value: number | string) => (typeof value === "number" ? figure(String(value)) : value);
  const rows = assumptions.map((one) => {
    const { key, declared } = one;
    const influence = influences?.get(key);
    const { by, at }: Partial<LastChange> = (!one.isUntouched && changes[key]) || {};
    const unit = declared.format === "choice" ? "" : unitInCurrency(declared.unit, currency);
    return [
      ...[key, one.group, input[key].label, valueCell(one.value), unit, one.startWords],
      ...[one.rangeKind ?? "", figureOf(one.low), figureOf(one.high), one.range, one.evidence],
      ...[one.note, one.source, one.isUntouched ? "yes" : "no", by ?? "", at ?? ""],
      ...[figureOf(swings?.[key]), figureOf(influence?.firstOrder)],
      ...[figureOf(influence?.evppi), figureOf(influence?.standardError)],
    ];
  });
  return [head, ...rows];
}
