import { type CsvCell, figure } from "./csv-format";
import { minorDigits } from "./currencies";
import { roundedText } from "./rounding";

/** Money as a plain number, rounded to the currency's minor unit: "-1234.50". Never "-0.00". */
export function plainAmount(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  return roundedText(amount, { useGrouping: false, minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The same as a cell of a file. */
export const moneyCell = (amount: number, currency: string): CsvCell => figure(plainAmount(amount, currency));
