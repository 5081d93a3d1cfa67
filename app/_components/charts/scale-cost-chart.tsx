"use client";

import { useMemo } from "react";
import type { Architecture } from "@/lib/model/architectures";
import { formatExact, formatNumber, formatTick } from "@/lib/value/format";
import { architectureStyles } from "./architecture-style";
import type { ChartData, ChartOptions } from "./chart";
import { ChartCanvas } from "./chart-canvas";
import { lineEndNames } from "./plugins/line-end-names";
import { pointMarkers } from "./plugins/point-markers";
import { usePalette } from "./use-palette";

export interface ScaleLine {
  architecture: Architecture;
  name: string;
  /** Times the demand, and money per user and month there. */
  values: readonly { x: number; y: number }[];
}

interface ScaleCostChartProps {
  lines: readonly ScaleLine[];
  /** Where the first place changes hands. */
  marked: readonly { factor: number; label: string }[];
  from: number;
  to: number;
  currency: string;
  description: string;
}

/** Marks nearer than this to each other have their words on either side: above them these would run into each other. */
const near = 10;
const isPowerOfTen = (value: number) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
const plugins = [pointMarkers(isPowerOfTen), lineEndNames];

/** On which side of this model's demand the next mark is farther away. */
function roomAround(marked: ScaleCostChartProps["marked"]): "before" | "after" {
  const ratios = (isBefore: boolean) =>
    marked.flatMap(({ factor }) => (factor < 1 === isBefore ? [Math.abs(Math.log(factor))] : []));
  return Math.min(...ratios(true)) > Math.min(...ratios(false)) ? "before" : "after";
}

export default function ScaleCostChart(props: ScaleCostChartProps) {
  const { lines, marked, from, to, currency, description } = props;
  const palette = usePalette();
  const data = useMemo(
    (): ChartData<"line", { x: number; y: number }[]> => ({
      datasets: lines.map(({ architecture, name, values }) => {
        const { dash, marker } = architectureStyles[architecture];
        const colour = palette.architecture[architecture] ?? palette.ink;
        return {
          label: name,
          data: [...values],
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
    const longestName = Math.max(0, ...lines.map(({ name }) => name.length));
    const upright = (factor: number, text: string, isMarked: boolean, aside: number) => ({
      type: "line" as const,
      xMin: factor,
      xMax: factor,
      borderColor: isMarked ? palette.ink : palette.secondary,
      borderWidth: 1,
      borderDash: isMarked ? [] : [1, 3],
      label: {
        display: true,
        content: text,
        position: "end" as const,
        xAdjust: aside,
        yAdjust: isMarked ? -16 : 0,
        backgroundColor: isMarked ? "transparent" : palette.paper,
        color: isMarked ? palette.ink : palette.secondary,
        font: { size: 12, weight: isMarked ? (600 as const) : (400 as const) },
        padding: 0,
      },
    });
    return {
      layout: { padding: { right: 16 + longestName * 7, top: 20 } },
      interaction: { mode: "index", intersect: false },
      scales: {
        x: {
          type: "logarithmic",
          min: from,
          max: to,
          ticks: {
            color: palette.secondary,
            maxRotation: 0,
            autoSkip: false,
            callback(value) {
              const power = Math.log10(Number(value));
              // "1,000" and "10,000" would touch: every second one where there is little room.
              const isTold = isPowerOfTen(Number(value)) && (this.chart.width >= 400 || Math.round(power) % 2 === 0);
              return isTold ? formatNumber(Number(value)) : null;
            },
          },
          title: { display: true, text: "Times the demand (logarithmic)", color: palette.secondary, padding: 0 },
          grid: { display: false },
          border: { color: palette.ink },
        },
        y: {
          type: "logarithmic",
          ticks: {
            color: palette.secondary,
            autoSkip: false,
            callback: (value) => (isPowerOfTen(Number(value)) ? formatTick(Number(value)) : null),
          },
          grid: { color: ({ tick }) => (isPowerOfTen(tick.value) ? palette.rule : "transparent") },
          border: { display: false },
        },
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
            title: ([item]) => `${formatNumber(Number((item?.parsed.x ?? 0).toPrecision(3)))} times the demand`,
            label: (item) =>
              ` ${item.dataset.label}: ${formatExact(item.parsed.y, currency)} ${currency} per user and month`,
          },
        },
        annotation: {
          annotations: [
            upright(1, "this model", false, roomAround(marked) === "before" ? -38 : 38),
            ...marked.map(({ factor, label }, place) => {
              const [before, after] = [marked[place - 1], marked[place + 1]];
              const halfOfWords = label.length * 3.5;
              const isAfter = before !== undefined && factor / before.factor < near;
              const isBefore = after !== undefined && after.factor / factor < near;
              return upright(factor, label, true, isAfter === isBefore ? 0 : isAfter ? halfOfWords : -halfOfWords);
            }),
          ],
          clip: false,
        },
      },
    };
  }, [lines, marked, from, to, currency, palette]);
  return (
    <ChartCanvas type="line" data={data} options={options} plugins={plugins} role="img" aria-label={description} />
  );
}
