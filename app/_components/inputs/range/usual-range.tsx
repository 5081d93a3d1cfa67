import { SourceText } from "@/app/_components/ui/source-text";
import { triedRange } from "@/lib/analysis/sensitivity/input-range";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import type { DeclaredRange, Scale } from "@/lib/model/ranges/declaration";
import { declaredRanges } from "@/lib/model/ranges/declared-ranges";
import { drivers } from "@/lib/model/ranges/drivers";
import type { Evidence } from "@/lib/model/spread/own-range";
import { toDigits } from "@/lib/value/format";
import { describeRange, gradeWords, scaleWords } from "@/lib/value/range-words";

interface UsualRangeProps {
  /** In the model's currency. */
  input: NumberInput;
  value: number;
  evidence: Evidence | undefined;
  currency: string;
}

/** The declared range of an input, at the model's value, and what says so. */
export function UsualRange({ input, value, evidence, currency }: UsualRangeProps) {
  const declared = declaredRanges[input.key];
  if (declared === undefined) return <p>No usual range: it is a choice, or a fact.</p>;
  const tried = triedRange(input, value, evidence === undefined ? {} : { evidence });
  return (
    <p>
      {tried === null
        ? evidence === "certain"
          ? "Contracted figures are not drawn."
          : "At the end of its scale the figure is not drawn."
        : `Usually ${describeRange(input, { kind: "range", low: toDigits(tried.low, 3), high: toDigits(tried.high, 3) }, currency)}, ${scaleWords[declared.scale satisfies Scale]}.`}{" "}
      {driverText(declared)}
      {gradeWords[declared.grade]}: <SourceText text={declared.basis} />.
    </p>
  );
}

function driverText({ driver, sign }: DeclaredRange): string {
  if (driver === undefined) return "";
  return `${sign === 1 ? "Rises" : "Falls"} with “${drivers[driver].label}”. `;
}
