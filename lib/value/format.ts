import { minorDigits } from "./currencies";
import { inReadersMarks } from "./number-marks";
import { roundedText, timesHundred, toSignificant } from "./rounding";

// Figures as a person reads them, in the reader's marks; examples here have the canonical ones. Every function takes plain
// numbers and gives words; none gives "NaN" or "-0". Nothing that is stored, sent or read by a program may come from here but
// in canonical marks (lib/server/runtime/canonical-marks.ts).

const noBreak = "\u00a0";
const minus = "\u2212";

/** What stands where there is no figure. */
export const nothing = "–";

function isMissing(value: number | null | undefined): value is null | undefined {
  return value === null || value === undefined || !Number.isFinite(value);
}

function withSign(value: number, text: string): string {
  return value < 0 && /[1-9]/.test(text) ? minus + text : text;
}

function plain(value: number, options: Intl.NumberFormatOptions): string {
  return withSign(value, inReadersMarks(roundedText(Math.abs(value), options)));
}

/** Money in a table, without its currency, which stands in the header: "1,234.56". */
export function formatExact(amount: number | null | undefined, currency: string): string {
  if (isMissing(amount)) return nothing;
  const digits = minorDigits(currency);
  return plain(amount, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A ratio of money in a column, with as many digits behind the point as the column asks for. */
export function formatDigits(value: number | null | undefined, digits: number): string {
  if (isMissing(value)) return nothing;
  return plain(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Whole money in a dense table: "1,235". */
export function formatWhole(amount: number | null | undefined): string {
  return isMissing(amount) ? nothing : plain(amount, { maximumFractionDigits: 0 });
}

const magnitudes = [
  { from: 1e12, divisor: 1e12, sign: "tn" },
  { from: 1e9, divisor: 1e9, sign: "bn" },
  { from: 1e6, divisor: 1e6, sign: "M" },
];

/** Three significant digits, with M, bn or tn from a million: "4.22 M", "42,200", "0.146". */
export function formatShort(value: number | null | undefined): string {
  return isMissing(value) ? nothing : short(value, 3);
}

/** The same without zeros at the end, for the scale of a chart: "50 M", "2.5 M". */
export function formatTick(value: number): string {
  return isMissing(value) ? nothing : short(value, 1);
}

function short(value: number, fewestDigits: number): string {
  // Rounded before the magnitude is chosen, or 999,999 would come out as "1,000,000" beside "1.00 M".
  const rounded = toSignificant(Math.abs(value), 3);
  const magnitude = magnitudes.find(({ from }) => rounded >= from);
  if (magnitude === undefined) return plain(value, { maximumSignificantDigits: 3 });
  const scaled = rounded / magnitude.divisor;
  const text = plain(
    scaled,
    scaled < 1000 ? { minimumSignificantDigits: fewestDigits, maximumSignificantDigits: 3 } : {},
  );
  return withSign(value, `${text}${noBreak}${magnitude.sign}`);
}

/** Money in a sentence or on a chart: "4.22 M USD". */
export function formatMoney(amount: number | null | undefined, currency: string): string {
  return isMissing(amount) ? nothing : `${formatShort(amount)}${noBreak}${currency}`;
}

/** A share as a percentage: "17 %", "1.7 %". Whole from 10 % on, else two significant digits; below all of it, it is not 100 %. */
export function formatPercent(share: number | null | undefined): string {
  if (isMissing(share)) return nothing;
  const percent = timesHundred(share);
  if (percent >= 99.5 && percent < 100) {
    const digits = Math.min(4, Math.ceil(-Math.log10(100 - percent) - 1e-9));
    return `${plain(upPercent(100 - percent, Math.max(1, digits)), { maximumFractionDigits: 4 })}${noBreak}%`;
  }
  const text =
    Math.abs(percent) >= 9.95
      ? plain(percent, { maximumFractionDigits: 0 })
      : plain(percent, { maximumSignificantDigits: 2 });
  return `${text}${noBreak}%`;
}

/** A figure with all its digits and separators, as an input shows it: "50,000", "0.146", "1e-11". */
export function formatNumber(value: number | null | undefined): string {
  if (isMissing(value)) return nothing;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-6 || size >= 1e15)) {
    return withSign(value, inReadersMarks(size.toExponential().replace("e+", "e")));
  }
  return plain(value, { maximumSignificantDigits: 15, maximumFractionDigits: 20 });
}

/** A share as the number of a percentage, exact: "5" for 0.05. */
export function formatPercentNumber(share: number): string {
  return formatNumber(timesHundred(share));
}

const fewestUpDigits = 2;
const mostUpDigits = 10;

/** What a percentage lacks to 100, cut to so many digits behind the point: up, so that nothing reads better than it is. */
function upPercent(percentDown: number, digits: number): number {
  // From the downtime, whose digits are exact where those of 1 − downtime are dust.
  const steps = Math.max(1, Math.ceil(percentDown * 10 ** digits - 1e-6));
  return Number((100 - steps / 10 ** digits).toFixed(digits));
}

/**
 * The share of the time in which a service is up, with two digits of its downtime: "99.986 %". Never rounded up, and with more digits where
 * it would read as missing a target that it meets.
 */
export function formatAvailability(unavailability: number | null | undefined, targetDown?: number): string {
  if (isMissing(unavailability)) return nothing;
  const percentDown = Math.min(Math.max(unavailability, 0), 1) * 100;
  if (percentDown === 0) return `100${noBreak}%`;
  if (percentDown < 10 ** -mostUpDigits) return `over ${inReadersMarks("99.9999999999")}${noBreak}%`;
  let digits = Math.min(mostUpDigits, Math.max(fewestUpDigits, Math.ceil(-Math.log10(percentDown) - 1e-9) + 1));
  if (targetDown !== undefined && unavailability <= targetDown) {
    while (digits < mostUpDigits && upPercent(percentDown, digits) < (1 - targetDown) * 100 - 1e-11) digits++;
  }
  const up = upPercent(percentDown, digits);
  const text = up.toFixed(fewestUpDigits);
  return `${inReadersMarks(Number(text) === up ? text : String(up))}${noBreak}%`;
}

/**
 * A figure to so many significant digits, for a text that rounds; a share below 1 stays below it, with two digits of what it lacks.
 */
export function toDigits(value: number, digits: number): number {
  const rounded = toSignificant(value, digits);
  return value < 1 && rounded >= 1 ? toSignificant(1 - toSignificant(1 - value, 2), 15) : rounded;
}

const hoursPerYear = 8760;

/** Downtime a year in words: "1.6 h a year". A year has 8,760 hours. */
export function formatDowntime(unavailability: number | null | undefined): string {
  if (isMissing(unavailability)) return nothing;
  if (unavailability <= 0) return "none";
  const hours = Math.min(unavailability, 1) * hoursPerYear;
  const seconds = hours * 3600;
  const two = (value: number) => plain(value, { maximumSignificantDigits: value >= 100 ? 3 : 2 });
  if (hours >= 47.5) return `${two(hours / 24)} days a year`;
  if (hours >= 0.995) return `${two(hours)}${noBreak}h a year`;
  if (seconds >= 59.5) return `${two(seconds / 60)}${noBreak}min a year`;
  if (seconds >= 0.95) return `${two(seconds)}${noBreak}s a year`;
  return "less than a second a year";
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const largeWords = [
  { from: 1e12, word: "trillion" },
  { from: 1e9, word: "billion" },
  { from: 1e6, word: "million" },
];

/**
 * A small yearly chance in words: "1 in 100 million". From one in two on, as a percentage. With more than two digits where it would
 * read as the accepted one, and is above it.
 */
export function formatYearlyChance(chance: number | null | undefined, accepted?: number): string {
  if (isMissing(chance)) return nothing;
  if (chance <= 0) return "none";
  if (chance >= 0.4) return formatPercent(Math.min(chance, 1));
  let digits = 2;
  const inDigits = (of: number) => toSignificant(1 / of, digits);
  if (accepted !== undefined && chance > accepted && accepted > 0) {
    while (digits < 6 && inDigits(chance) === inDigits(accepted)) digits++;
  }
  const oneIn = inDigits(chance);
  if (oneIn >= 1e15) {
    const power = Math.floor(Math.log10(oneIn) + 1e-9);
    const raised = [...String(power)].map((digit) => superscripts[Number(digit)]).join("");
    const times = toSignificant(oneIn / 10 ** power, digits);
    return `1 in ${times === 1 ? "" : `${plain(times, {})} × `}10${raised}`;
  }
  const large = largeWords.find(({ from }) => oneIn >= from);
  if (large === undefined) return `1 in ${plain(oneIn, { maximumFractionDigits: 1 })}`;
  return `1 in ${plain(oneIn / large.from, {})} ${large.word}`;
}
