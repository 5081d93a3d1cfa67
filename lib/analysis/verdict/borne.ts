import { formatMoney, formatTick } from "@/lib/value/format";
import { toSignificant } from "@/lib/value/rounding";

/**
 * Money to no more digits than its standard error bears: the last digit is the first uncertain one; at most three.
 *
 * @param error the standard error, money
 */
export function formatBorne(amount: number, error: number, currency: string): string {
  if (!(error > 0) || amount === 0) return formatMoney(amount, currency);
  // The power of ten of how many errors the amount is.
  const digits = Number((Math.abs(amount) / error).toExponential().split("e")[1]) + 1;
  return `${formatTick(toSignificant(amount, Math.min(3, Math.max(1, digits))))}\u00a0${currency}`;
}
