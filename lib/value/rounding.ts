// Rounding for show: half away from zero on the shortest decimal that gives the double, as a spreadsheet's ROUND does. 1.005 is
// written 1.005, so two digits of it are 1.01, though the double lies a little below. `toFixed` and `toPrecision` round the double.

interface Formatter {
  readonly format: Intl.NumberFormat;
  /** What it has written of late: the same figures come again with every key that is typed, and with every reader of a page. */
  readonly written: Map<number, string>;
}

const formatters = new Map<string, Formatter>();
const mostWritten = 2_000;

/** Making a formatter takes far longer than using it, and a table may hold thousands of figures. */
function formatterOf(options: Intl.NumberFormatOptions): Formatter {
  let key = "";
  // Of a few short words: JSON would take longer than the formatting.
  for (const name in options) key += `${name}=${options[name as keyof Intl.NumberFormatOptions]};`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en-GB", { roundingMode: "halfExpand", signDisplay: "negative", ...options });
  const made = { format, written: new Map<number, string>() };
  formatters.set(key, made);
  return made;
}

/** A figure in canonical marks, rounded to what the options ask for. Never "-0". */
export function roundedText(value: number, options: Intl.NumberFormatOptions): string {
  const { format, written } = formatterOf(options);
  const known = written.get(value);
  if (known !== undefined) return known;
  // As text: of a number the standard has Intl round the double, though the engines of today round its shortest decimal.
  const text = format.format(String(value) as `${number}`);
  if (written.size >= mostWritten) written.clear();
  written.set(value, text);
  return text;
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
