"use client";

import { useMemo } from "react";
import type { Architecture } from "@/lib/model/architectures";
import { formatExact } from "@/lib/value/format";
import type { ChartData, ChartOptions } from "./chart";
import { ChartCanvas } from "./chart-canvas";
import { moneyAxis, noBorder } from "./money-axis";
import { tint } from "./plugins/tint";
import { usePalette } from "./use-palette";

export interface WaterfallBar {
  label: string;
  from: number;
  to: number;
  /** A level stands on zero; a change hangs between two levels. */
  kind: "level" | "change";
}

interface WaterfallChartProps {
  architecture: Architecture;
  bars: readonly WaterfallBar[];
  currency: string;
  description: string;
}

/** Levels and the changes between them, from above to below; less is paler than more. */
export default function WaterfallChart({ architecture, bars, currency, description }: WaterfallChartProps) {
  const palette = usePalette();
  const colour = palette.architecture[architecture] ?? palette.ink;
  const data = useMemo(
    (): ChartData<"bar", [number, number][]> => ({
      labels: bars.map(({ label }) => (label.length > 34 ? `${label.slice(0, 33)}…` : label)),
      datasets: [
        {
          data: bars.map(({ from, to }) => [from, to]),
          backgroundColor: bars.map(({ kind, from, to }) =>
            kind === "level" ? palette.secondary : to >= from ? colour : tint(colour, palette.paper, 0.35),
          ),
          borderColor: bars.map(({ kind }) => (kind === "level" ? palette.secondary : colour)),
          borderWidth: 1,
          borderSkipped: false as const,
          minBarLength: 2,
          barPercentage: 0.7,
        },
      ],
    }),
    [bars, palette, colour],
  );
  const options = useMemo((): ChartOptions<"bar"> => {
    // A scale from zero would hide small changes between large levels; levels then run out at the left edge, and the table has them in full.
    const ends = bars.flatMap(({ kind, from, to }) => (kind === "level" ? [to] : [from, to]));
    const [least, most] = [Math.min(...ends), Math.max(...ends)];
    const isNarrow = least > 0 && most - least < 0.25 * most;
    return {
      indexAxis: "y",
      scales: {
        x: {
          ...moneyAxis(palette),
          ...(isNarrow && { beginAtZero: false, min: Math.max(0, least - (most - least)) }),
          title: {
            display: true,
            text: isNarrow ? `${currency}, scale does not begin at zero` : currency,
            color: palette.secondary,
          },
        },
        // Where the scale does not reach zero, bars run out at this edge.
        y: {
          ticks: { color: palette.ink, autoSkip: false },
          grid: { display: false },
          border: isNarrow ? { color: palette.ink } : noBorder,
        },
      },
      plugins: {
        tooltip: {
          backgroundColor: palette.raised,
          borderColor: palette.rule,
          borderWidth: 1,
          titleColor: palette.ink,
          bodyColor: palette.ink,
          displayColors: false,
          callbacks: {
            title: ([item]) => bars[item?.dataIndex ?? 0]?.label ?? "",
            label: ({ dataIndex }) => {
              const bar = bars[dataIndex];
              if (bar === undefined) return "";
              const amount = bar.kind === "level" ? bar.to : bar.to - bar.from;
              return `${bar.kind === "change" && amount > 0 ? "+" : ""}${formatExact(amount, currency)} ${currency}`;
            },
          },
        },
      },
    };
  }, [bars, currency, palette]);
  return <ChartCanvas type="bar" data={data} options={options} role="img" aria-label={description} />;
}
