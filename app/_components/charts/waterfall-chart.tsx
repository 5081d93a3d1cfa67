"use client";

import { useMemo } from "react";
import type { WaterfallChart as Waterfall } from "@/lib/export/charts/description";
import { tint } from "@/lib/export/charts/tint";
import { waterfallAxisTitle, waterfallStart } from "@/lib/export/charts/waterfall/waterfall-scale";
import { formatExact } from "@/lib/value/format";
import type { ChartData, ChartOptions } from "./chart";
import { ChartCanvas } from "./chart-canvas";
import { tooltipColours } from "./line-data";
import { moneyAxis, noBorder } from "./money-axis";
import { usePalette } from "./use-palette";

/** Levels and the changes between them, from top to bottom; decreases are paler than increases. */
export default function WaterfallChart({ chart }: { chart: Waterfall }) {
  const { architecture, bars, currency, summary } = chart;
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
    const start = waterfallStart(bars);
    return {
      indexAxis: "y",
      scales: {
        x: {
          ...moneyAxis(palette),
          ...(start !== null && { beginAtZero: false, min: start }),
          title: {
            display: true,
            text: waterfallAxisTitle(currency, start),
            color: palette.secondary,
          },
        },
        // Where the scale does not include zero, bars fade at this edge.
        y: {
          ticks: { color: palette.ink, autoSkip: false },
          grid: { display: false },
          border: start === null ? noBorder : { color: palette.ink },
        },
      },
      plugins: {
        tooltip: {
          ...tooltipColours(palette),
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
  return <ChartCanvas type="bar" data={data} options={options} role="img" aria-label={summary} />;
}
