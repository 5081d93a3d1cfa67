import type { RegisterRowFacts } from "@/lib/analysis/rows/register-facts";
import { dateOf } from "@/lib/export/document";
import { formatMonth } from "@/lib/value/calendar";
import { formatMoney } from "@/lib/value/format";

interface Renewed {
  readonly startMonth: string;
  readonly horizonMonths: number;
  readonly currency: string;
}

/** When a row of the register is replaced and what as much costs then; nothing of one of which none stands. */
export function renewalWords(
  { count, renewedIn, renewal, isOlderThanItsLife }: RegisterRowFacts,
  { startMonth, horizonMonths, currency }: Renewed,
): string {
  if (count === 0) return "";
  const month = formatMonth(dateOf(startMonth, renewedIn));
  if (renewedIn > horizonMonths) return `Replaced in ${month}, after the horizon.`;
  const why = isOlderThanItsLife ? "Older than its life, so replaced" : "Replaced";
  return `${why} in ${month}; as much costs ${formatMoney(renewal, currency)} then.`;
}
