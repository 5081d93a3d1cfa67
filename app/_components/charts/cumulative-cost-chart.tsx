"use client";

import { useMemo } from "react";
import type { Architecture } from "@/lib/model/architectures";
import { formatExact } from "@/lib/value/format";
import { architectureStyles } from "./architecture-style";
import type { ChartData, ChartOptions } from "./chart";
import { ChartCanvas } from "./chart-canvas";
import { type MoneySpan, moneyAxis, noBorder } from "./money-axis";
import { lineEndNames } from "./plugins/line-end-names";
import { pointMarkers } from "./plugins/point-markers";
import { usePalette } from "./use-palette";

export interface CumulativeLine {
  architecture: Architecture;
  name: string;
  /** Money spent up to each month, from month 0. */
  values: readonly number[];
}

export interface MarkedMonth {
  month: number;
  amount: number;
  label: string;
}

interface CumulativeCostChartProps {
  lines: readonly CumulativeLine[];
  marked: readonly MarkedMonth[];
  currency: string;
  span?: MoneySpan | undefined;
  /** What the chart shows, for those who do not see it. */
  description: string;
}

const plugins = [pointMarkers((month, isLast) => month % 12 === 0 || isLast), lineEndNames];

export default function CumulativeCostChart({ lines, marked, currency, span, description }: CumulativeCostChartProps) {
  const palette = usePalette();
  const data = useMemo(
    (): ChartData<"line", { x: number; y: number }[]> => ({
      datasets: lines.map(({ architecture, name, values }) => {
        const { dash, marker } = architectureStyles[architecture];
        const colour = palette.architecture[architecture] ?? palette.ink;
        return {
          label: name,
          data: values.map((y, x) => ({ x, y })),
          borderColor: colour,
          backgroundColor: colour,
          borderWidth: 2,
          borderDash: dash,
          pointStyle: marker,
          pointRadius: 0,
          pointHoverRadius: 5,
          pointBorderColor: palette.paper,
          pointBorderWidth: 1,
          clip: false,
        };
      }),
    }),
    [lines, palette],
  );
  const options = useMemo((): ChartOptions<"line"> => {
    const horizon = (lines[0]?.values.length ?? 1) - 1;
    const longestName = Math.max(0, ...lines.map(({ name }) => name.length));
    return {
      layout: { padding: { right: 16 + longestName * 7, top: 20 } },
      interaction: { mode: "index", intersect: false },
      scales: {
        x: {
          type: "linear",
          min: 0,
          max: horizon,
          ticks: {
            stepSize: horizon > 72 ? 24 : 12,
            color: palette.secondary,
            maxRotation: 0,
            callback: (month) => (month === 0 ? "Set-up" : month),
          },
          title: { display: true, text: "Month", color: palette.secondary, padding: 0 },
          grid: { display: false },
          border: noBorder,
        },
        y: moneyAxis(palette, span),
      },
      plugins: {
        tooltip: {
          backgroundColor: palette.raised,
          borderColor: palette.rule,
          borderWidth: 1,
          titleColor: palette.ink,
          bodyColor: palette.ink,
          usePointStyle: true,
          callbacks: {
            title: ([item]) => (item?.parsed.x === 0 ? "Set-up" : `To month ${item?.parsed.x}`),
            label: (item) => ` ${item.dataset.label}: ${formatExact(item.parsed.y, currency)} ${currency}`,
          },
        },
        annotation: {
          annotations: marked.flatMap(({ month, amount, label }) => [
            {
              type: "line" as const,
              xMin: month,
              xMax: month,
              borderColor: palette.secondary,
              borderWidth: 1,
              borderDash: [1, 3],
              label: {
                display: true,
                content: label,
                position: "end" as const,
                yAdjust: -16,
                backgroundColor: "transparent",
                color: palette.ink,
                font: { size: 12, weight: 600 },
                padding: 0,
              },
            },
            {
              type: "point" as const,
              xValue: month,
              yValue: amount,
              radius: 7,
              backgroundColor: "transparent",
              borderColor: palette.ink,
              borderWidth: 1.5,
            },
          ]),
          clip: false,
        },
      },
    };
  }, [lines, marked, currency, span, palette]);
  return (
    <ChartCanvas type="line" data={data} options={options} plugins={plugins} role="img" aria-label={description} />
  );
}
