import { declaredCurrency } from "@/lib/model/currency";
import { inputGroups } from "@/lib/model/inputs";
import { declaredRanges } from "@/lib/model/ranges/declared-ranges";
import { drivers } from "@/lib/model/ranges/drivers";
import { describeNumber } from "@/lib/value/describe-input";
import { describeRange, gradeWords, scaleWords } from "@/lib/value/range-words";

/** A declared range in words, in US dollars. */
export interface RangeRow {
  readonly key: string;
  readonly label: string;
  readonly default: string;
  /** "8,500 to 24,000 USD in 8 of 10 cases". */
  readonly range: string;
  readonly scale: string;
  /** What makes it move with others: "rises with “Price level of machines”"; empty where it moves alone. */
  readonly driver: string;
  readonly grade: string;
  readonly basis: string;
}

/** The declared ranges by groups of inputs; groups without any are left out. */
export function rangeTable(): readonly { title: string; rows: readonly RangeRow[] }[] {
  return inputGroups
    .map(({ title, inputs }) => ({
      title,
      rows: inputs.flatMap((input): RangeRow[] => {
        const range = declaredRanges[input.key];
        if (range === undefined || input.format === "choice") return [];
        const { low, high, scale, driver, sign, grade, basis } = range;
        return [
          {
            key: input.key,
            label: input.label,
            default: describeNumber(input, input.default, declaredCurrency),
            range: describeRange(input, { kind: "range", low, high }, declaredCurrency),
            scale: scaleWords[scale],
            driver: driver === undefined ? "" : `${sign === 1 ? "rises" : "falls"} with “${drivers[driver].label}”`,
            grade: gradeWords[grade],
            basis,
          },
        ];
      }),
    }))
    .filter(({ rows }) => rows.length > 0);
}
