import type { MoneySpan } from "@/lib/export/charts/description";
import { formatTick } from "@/lib/value/format";
import type { usePalette } from "./use-palette";

type Colours = Pick<ReturnType<typeof usePalette>, "ink" | "rule" | "secondary">;

/**
 * The scale of money of a chart. Zero has its own line, in the colour of the axis, wherever it lies: a credit goes
 * below it and does not shift the others. So the other axis has no border: it would be at the lowest amount.
 */
export function moneyAxis({ ink, rule, secondary }: Colours, span?: MoneySpan) {
  return {
    beginAtZero: true,
    ...(span && { suggestedMin: Math.min(0, span.least), suggestedMax: Math.max(0, span.most) }),
    ticks: { color: secondary, maxTicksLimit: 6, callback: (value: number | string) => formatTick(Number(value)) },
    grid: { color: ({ tick }: { tick?: { value: number } }) => (tick?.value === 0 ? ink : rule) },
    border: { display: false },
  };
}

/** Options of the axis across a scale of money. */
export const noBorder = { display: false };
