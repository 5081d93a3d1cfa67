"use client";

import { useMemo } from "react";
import { factorWords } from "@/lib/analysis/sensitivity/scale-words";
import { type ChartLine, drawnName, type LineChart } from "@/lib/export/charts/description";
import { isPowerOfTen, labelSide, roomAroundOne } from "@/lib/export/charts/marks";
import { formatExact, formatNumber, formatTick, toDigits } from "@/lib/value/format";
import type { ChartOptions } from "./chart";
import { ChartCanvas } from "./chart-canvas";
import { lineData, tooltipColours } from "./line-data";
import { lineEndNames } from "./plugins/line-end-names";
import { pointMarkers } from "./plugins/point-markers";
import { usePalette } from "./use-palette";

const plugins = [pointMarkers(isPowerOfTen), lineEndNames];

/** The chart's lines where a logarithmic axis has a place for them: above nothing. */
const positive = (points: ChartLine["points"]) => points.flatMap(({ x, y }) => (y !== null && y > 0 ? [{ x, y }] : []));

interface ScaleCostChartProps {
  chart: LineChart & { across: { kind: "demand" } };
}

export default function ScaleCostChart({ chart }: ScaleCostChartProps) {
  const { lines, marks, currency, summary } = chart;
  const { from, to, isAgainstToday = false } = chart.across;
  const palette = usePalette();
  const data = useMemo(() => lineData(lines, palette, positive), [lines, palette]);
  const options = useMemo((): ChartOptions<"line"> => {
    const longestName = Math.max(0, ...lines.map((line) => drawnName(line).length));
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
          ...tooltipColours(palette),
          usePointStyle: true,
          callbacks: {
            title: ([item]) => `${factorWords(item?.parsed.x ?? 0)} times the demand`,
            label: (item) =>
              ` ${item.dataset.label}: ${
                isAgainstToday
                  ? `${formatNumber(toDigits(item.parsed.y ?? 0, 3))} times going on as now`
                  : `${formatExact(item.parsed.y, currency)} ${currency} per user and month`
              }`,
          },
        },
        annotation: {
          annotations: [
            upright(1, "this model", false, roomAroundOne(marks) === "before" ? -38 : 38),
            ...marks.map(({ x, label }, place) => {
              const halfOfWords = label.length * 3.5;
              const aside = { before: -halfOfWords, above: 0, after: halfOfWords }[labelSide(marks, place)];
              return upright(x, label, true, aside);
            }),
          ],
          clip: false,
        },
      },
    };
  }, [lines, marks, from, to, isAgainstToday, currency, palette]);
  return <ChartCanvas type="line" data={data} options={options} plugins={plugins} role="img" aria-label={summary} />;
}
