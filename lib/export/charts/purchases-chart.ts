import { byYear } from "@/lib/export/by-year";
import { architectureNames } from "@/lib/model/architectures";
import type { Series } from "@/lib/model/result";
import { type RegisterKind, registerKindNames } from "@/lib/model/rows/choices";
import type { Calendar } from "@/lib/value/fiscal-year";
import { formatMoney } from "@/lib/value/format";
import { chartPeriods } from "./chart-periods";
import type { ChartStack, StackChart } from "./description";

/** What is bought of each kind, money by month; set-up is month 0. */
export type Purchases = Readonly<Record<RegisterKind, Series>>;

interface Bought {
  readonly months: Series;
  /** Of the architectures that have machines of their own. */
  readonly purchases: Readonly<Record<"onPremises" | "hybrid", Purchases>>;
  readonly calendar: Calendar;
  readonly currency: string;
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);

/** What is bought in each year: to renew what stands, and for what is needed beside it. Null where nothing is bought. */
export function purchasesChart({ months, purchases, calendar, currency }: Bought): StackChart | null {
  const kinds = (Object.keys(registerKindNames) as RegisterKind[])
    .map((kind) => ({ kind, size: sum(purchases.onPremises[kind]) + sum(purchases.hybrid[kind]) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
    .map(({ kind }) => kind);
  if (kinds.length === 0) return null;
  const periods = chartPeriods(months, calendar);
  const stacks = (["onPremises", "hybrid"] as const).map(
    (architecture): ChartStack => ({
      architecture,
      name: architectureNames[architecture],
      amounts: kinds.map((kind) => byYear(purchases[architecture][kind])),
    }),
  );
  const peaks = stacks.map(({ name, amounts }) => {
    const totals = periods.map((_, period) => sum(amounts.map((list) => list[period] ?? 0)));
    const highest = Math.max(...totals);
    return `${name} most in ${periods[totals.indexOf(highest)]?.name.toLowerCase()}, ${formatMoney(highest, currency)}`;
  });
  const title = "What is bought, by year";
  return {
    kind: "stacks",
    title,
    unit: `${currency}, cash`,
    summary: `${title}. ${peaks.join("; ")}.`,
    currency,
    periods,
    categories: kinds.map((kind) => registerKindNames[kind]),
    stacks,
  };
}
