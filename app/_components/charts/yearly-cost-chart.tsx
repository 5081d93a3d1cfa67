"use client";

import { useMemo } from "react";
import type { Architecture } from "@/lib/model/architectures";
import { formatExact } from "@/lib/value/format";
import type { ChartData, ChartOptions, ScriptableScaleContext } from "./chart";
import { ChartCanvas } from "./chart-canvas";
import { type ChartPeriod, inOneLine, isShort, tickOf } from "./chart-period";
import { type MoneySpan, moneyAxis, noBorder } from "./money-axis";
import { stackMarkers } from "./plugins/stack-markers";
import { tint, tintShare } from "./plugins/tint";
import { usePalette } from "./use-palette";

export interface YearlyStack {
  architecture: Architecture;
  name: string;
  /** One list a category, in the order of `categories`: money in each period. */
  amounts: readonly (readonly number[])[];
}

interface YearlyCostChartProps {
  periods: readonly ChartPeriod[];
  /** Names, the largest first. */
  categories: readonly string[];
  stacks: readonly YearlyStack[];
  currency: string;
  span?: MoneySpan | undefined;
  description: string;
}

/** What the scale of money takes, px. */
const scaleWidth = 48;

/** What a period has at the axis, px. */
const roomOf = (chart: { width: number }, periods: number) => (chart.width - scaleWidth) / periods;

export default function YearlyCostChart({
  periods,
  categories,
  stacks,
  currency,
  span,
  description,
}: YearlyCostChartProps) {
  const palette = usePalette();
  const data = useMemo(
    (): ChartData<"bar", number[]> => ({
      labels: periods.map(({ name }) => name),
      datasets: stacks.flatMap(({ architecture, name, amounts }) =>
        categories.flatMap((category, place) => {
          const data = amounts[place] ?? [];
          // Nothing would be drawn for it, in the time of the others.
          if (data.every((amount) => amount === 0)) return [];
          return {
            label: `${name}: ${category}`,
            stack: architecture,
            data: [...data],
            backgroundColor: tint(
              palette.architecture[architecture] ?? palette.ink,
              palette.paper,
              tintShare(place, categories.length),
            ),
            borderColor: palette.paper,
            borderWidth: { top: 0.75, bottom: 0, left: 0, right: 0 },
            borderSkipped: false as const,
            categoryPercentage: 0.82,
            barPercentage: 0.86,
          };
        }),
      ),
    }),
    [periods, categories, stacks, palette],
  );
  const options = useMemo(
    (): ChartOptions<"bar"> => ({
      layout: { padding: { top: 16 } },
      scales: {
        x: {
          stacked: true,
          ticks: {
            color: palette.secondary,
            maxRotation: 0,
            callback(index) {
              return tickOf(periods[Number(index)], isShort(periods, roomOf(this.chart, periods.length)));
            },
          },
          title: {
            display: ({ chart }: ScriptableScaleContext) => isShort(periods, roomOf(chart, periods.length)),
            text: "Year of the model, and fiscal year",
            color: palette.secondary,
            padding: 0,
          } as object,
          grid: { display: false },
          border: noBorder,
        },
        y: {
          stacked: true,
          ...moneyAxis(palette, span),
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
            title: ([item]) => inOneLine(periods[item?.dataIndex ?? -1]),
            label: (item) => `${item.dataset.label}: ${formatExact(item.parsed.y, currency)} ${currency}`,
          },
        },
      },
    }),
    [currency, span, palette, periods],
  );
  const plugins = useMemo(() => [stackMarkers(palette.architecture)], [palette]);
  // Plugins are fixed when a canvas is made: another palette needs another canvas.
  return (
    <ChartCanvas
      key={palette.paper}
      type="bar"
      data={data}
      options={options}
      plugins={plugins}
      role="img"
      aria-label={description}
    />
  );
}
