import { formatDigits } from "@/lib/value/format";
import { numberMarks } from "@/lib/value/number-marks";

/** Rows of written figures; the last row of a group is the total of those above it. */
export type ShownGroup = readonly (readonly string[])[];

const decimalsOf = (text: string) => {
  const mark = text.lastIndexOf(numberMarks()[1] as string);
  return mark < 0 ? 0 : text.length - mark - 1;
};

/** A written figure in steps of its last digit; null where there is none. */
function stepsOf(text: string | undefined): bigint | null {
  const digits = text?.replace(/\D/g, "");
  if (!digits) return null;
  return text?.startsWith("\u2212") ? -BigInt(digits) : BigInt(digits);
}

const distance = (a: bigint, b: bigint) => (a > b ? a - b : b - a);

function gap(parts: readonly (string | undefined)[], total: string | undefined): bigint {
  const [steps, whole] = [parts.map(stepsOf), stepsOf(total)];
  if (whole === null || steps.includes(null)) return 0n;
  return distance(
    (steps as bigint[]).reduce((sum, part) => sum + part, 0n),
    whole,
  );
}

/** Written parts, and the figure that is their sum. */
export type ShownSum = readonly [parts: readonly (string | undefined)[], total: string | undefined];

/**
 * By how much sums of rounded figures differ from the rounded totals at most, written as they are: "0.02". Each figure
 * is rounded by itself. Null where all add up.
 */
export function largestSumGap(sums: readonly ShownSum[]): string | null {
  let largest = 0n;
  let decimals = 0;
  for (const [parts, total] of sums) {
    decimals = Math.max(decimals, total === undefined ? 0 : decimalsOf(total));
    const each = gap(parts, total);
    if (each > largest) largest = each;
  }
  return largest === 0n ? null : formatDigits(Number(largest) / 10 ** decimals, decimals);
}

/**
 * The same of tables whose last row is the total of those above it.
 *
 * @param hasTotalColumn whether the last figure of a row is the total of those before it
 */
export function largestGap(groups: readonly ShownGroup[], hasTotalColumn: boolean): string | null {
  return largestSumGap(
    groups.flatMap((rows) => [
      ...(rows.at(-1) ?? []).map((text, column): ShownSum => [rows.slice(0, -1).map((row) => row[column]), text]),
      ...(hasTotalColumn ? rows.map((row): ShownSum => [row.slice(0, -1), row.at(-1)]) : []),
    ]),
  );
}

/** The same where a rounded difference stands beside its two figures. */
export function largestDifferenceGap(triples: readonly (readonly [string, string, string])[]): string | null {
  return largestGap(
    triples.map(([figure, than, difference]) => [[than], [difference.replace(/^\+/, "")], [figure]]),
    false,
  );
}
