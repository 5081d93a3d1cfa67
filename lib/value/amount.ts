import { minorDigits } from "./currencies";

const formats = new Map<string, Intl.NumberFormat>();

/** Digits behind the point of a currency's minor unit. */
function plainFormat(currency: string): Intl.NumberFormat {
  let format = formats.get(currency);
  if (!format) {
    const digits = minorDigits(currency);
    format = new Intl.NumberFormat("en", {
      useGrouping: false,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      roundingMode: "halfEven",
      signDisplay: "negative",
    });
    formats.set(currency, format);
  }
  return format;
}

/** Money as a plain number, rounded half-even to the currency's minor unit: "-1234.50". Never "-0.00". */
export function plainAmount(amount: number, currency: string): string {
  return plainFormat(currency).format(amount);
}
