"use client";

import { useMemo } from "react";
import { inOneLine, isShort, tickOf } from "@/lib/export/charts/chart-period";
import { drawnName, type StackChart } from "@/lib/export/charts/description";
import { faint, tint, tintShare } from "@/lib/export/charts/tint";
import { formatExact } from "@/lib/value/format";
import type { ChartData, ChartOptions, ScriptableScaleContext } from "./chart";
import { ChartCanvas } from "./chart-canvas";
import { tooltipColours } from "./line-data";
import { moneyAxis, noBorder } from "./money-axis";
import { stackMarkers } from "./plugins/stack-markers";
import { usePalette } from "./use-palette";

/** The width of the scale of money, px. */
const scaleWidth = 48;

/** The width of a period at the axis, px. */
const roomOf = (canvas: { width: number }, periods: number) => (canvas.width - scaleWidth) / periods;

export default function YearlyCostChart({ chart }: { chart: StackChart }) {
  const { periods, categories, stacks, currency, span, summary } = chart;
  const palette = usePalette();
  const data = useMemo(
    (): ChartData<"bar", number[]> => ({
      labels: periods.map(({ name }) => name),
      datasets: stacks.flatMap((of) => {
        const { architecture, amounts } = of;
        const full = palette.architecture[architecture] ?? palette.ink;
        const colour = of.isExcluded ? faint(full, palette.paper) : full;
        return categories.flatMap((category, place) => {
          const data = amounts[place] ?? [];
          // It would draw nothing and take as long as the others.
          if (data.every((amount) => amount === 0)) return [];
          return {
            label: `${drawnName(of)}: ${category}`,
            stack: architecture,
            data: [...data],
            backgroundColor: tint(colour, palette.paper, tintShare(place, categories.length)),
            borderColor: palette.paper,
            borderWidth: { top: 0.75, bottom: 0, left: 0, right: 0 },
            borderSkipped: false as const,
            categoryPercentage: 0.82,
            barPercentage: 0.86,
          };
        });
      }),
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
          ...tooltipColours(palette),
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
      aria-label={summary}
    />
  );
}
