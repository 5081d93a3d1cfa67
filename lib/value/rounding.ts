// Rounding for show: half away from zero on the shortest decimal that gives the double, as a spreadsheet's ROUND does. 1.005 is
// written 1.005, so two digits of it are 1.01, though the double lies a little below. `toFixed` and `toPrecision` round the double.

const formats = new Map<string, Intl.NumberFormat>();

/** Making a formatter takes far longer than using it, and a table may hold thousands of figures. */
function formatOf(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  let key = "";
  // Of a few short words: JSON would take longer than the formatting.
  for (const name in options) key += `${name}=${options[name as keyof Intl.NumberFormatOptions]};`;
  const known = formats.get(key) ?? new Intl.NumberFormat("en-GB", { roundingMode: "halfExpand", ...options });
  formats.set(key, known);
  return known;
}

/** A figure in canonical marks, rounded to what the options ask for. Never "-0". */
export function roundedText(value: number, options: Intl.NumberFormatOptions): string {
  // As text: of a number the standard has Intl round the double, though the engines of today round its shortest decimal.
  return formatOf({ signDisplay: "negative", ...options }).format(String(value) as `${number}`);
}

/** A figure to so many significant digits. */
export function toSignificant(value: number, digits: number): number {
  return rounded(value, { maximumSignificantDigits: digits });
}

/** A figure to so many digits behind the point. */
export function toDecimals(value: number, digits: number): number {
  return rounded(value, { maximumFractionDigits: digits });
}

function rounded(value: number, options: Intl.NumberFormatOptions): number {
  return Number.isFinite(value) ? Number(roundedText(value, { useGrouping: false, ...options })) : value;
}

/** A share as a percentage. The point is moved in the digits: 0.07 times 100 is 7.000000000000001. */
export function timesHundred(share: number): number {
  const [digits, exponent = 0] = String(share).split("e");
  return Number(`${digits}e${Number(exponent) + 2}`);
}
