import type { LastChange } from "@/lib/draft/history";
import { input } from "@/lib/model/inputs";
import { unitInCurrency } from "@/lib/value/unit-label";
import type { Assumption } from "./assumptions";
import type { AssumptionFacts } from "./sorted-assumptions";

/** The rows of a file of assumptions, with a head. Figures are exact and plain; what is not known yet is empty. */
export function assumptionFile(
  assumptions: readonly Assumption[],
  { swings, influences, changes }: AssumptionFacts,
  currency: string,
): string[][] {
  const head = [
    ["key", "group", "label", "value", "unit", "differsFrom", "range", "low", "high", "inWords", "evidence"],
    ["note", "source", "untouched", "changedBy", "changedAt", `swing (${currency})`, "shareOfVariance"],
    [`worthKnowing (${currency})`, `worthKnowingError (${currency})`],
  ].flat();
  const figure = (value: number | null | undefined) => (value == null ? "" : String(value));
  const rows = assumptions.map((one) => {
    const { key, declared } = one;
    const influence = influences?.get(key);
    const { by, at }: Partial<LastChange> = (!one.isUntouched && changes[key]) || {};
    const unit = declared.format === "choice" ? "" : unitInCurrency(declared.unit, currency);
    return [
      ...[key, one.group, input[key].label, String(one.value), unit, one.startWords],
      ...[one.rangeKind ?? "", figure(one.low), figure(one.high), one.range, one.evidence],
      ...[one.note, one.source, one.isUntouched ? "yes" : "no", by ?? "", at ?? ""],
      ...[figure(swings?.[key]), figure(influence?.firstOrder)],
      ...[figure(influence?.evppi), figure(influence?.standardError)],
    ];
  });
  return [head, ...rows];
}
