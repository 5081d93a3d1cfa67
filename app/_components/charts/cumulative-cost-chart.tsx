"use client";

import { useMemo } from "react";
import { type ChartLine, drawnName, type LineChart } from "@/lib/export/charts/description";
import { monthLabelSide, monthStep } from "@/lib/export/charts/marks";
import { formatExact } from "@/lib/value/format";
import type { Chart, ChartOptions } from "./chart";
import { ChartCanvas } from "./chart-canvas";
import { lineData, tooltipColours } from "./line-data";
import { moneyAxis, noBorder } from "./money-axis";
import { type BandOptions, bands as bandsPlugin } from "./plugins/bands";
import { lineEndNames } from "./plugins/line-end-names";
import { pointMarkers } from "./plugins/point-markers";
import { usePalette } from "./use-palette";

const allPoints = (points: ChartLine["points"]) => points.map(({ x, y }) => ({ x, y: y ?? Number.NaN }));
const plugins = [bandsPlugin, pointMarkers((month, isLast) => month % 12 === 0 || isLast), lineEndNames];

export default function CumulativeCostChart({ chart }: { chart: LineChart }) {
  const { lines, bands, marks, currency, span, summary } = chart;
  const palette = usePalette();
  const data = useMemo(() => lineData(lines, palette, allPoints), [lines, palette]);
  const options = useMemo((): ChartOptions<"line"> => {
    const horizon = lines[0]?.points.at(-1)?.x ?? 1;
    const longestName = Math.max(0, ...lines.map((line) => drawnName(line).length));
    return {
      layout: { padding: { right: 16 + longestName * 7, top: 20 } },
      interaction: { mode: "index", intersect: false },
      scales: {
        x: {
          type: "linear",
          min: 0,
          max: horizon,
          ticks: {
            stepSize: monthStep(horizon),
            color: palette.secondary,
            maxRotation: 0,
            callback: (month) => (month === 0 ? "Set-up" : month),
          },
          title: { display: true, text: "Month", color: palette.secondary, padding: 0 },
          grid: { display: false },
          border: noBorder,
        },
        y: moneyAxis(palette, spanOf(bands, span)),
      },
      plugins: {
        tooltip: {
          ...tooltipColours(palette),
          usePointStyle: true,
          callbacks: {
            title: ([item]) => (item?.parsed.x === 0 ? "Set-up" : `To month ${item?.parsed.x}`),
            label: (item) => ` ${item.dataset.label}: ${formatExact(item.parsed.y, currency)} ${currency}`,
          },
        },
        annotation: {
          annotations: marks.flatMap(({ x, y, label }, place) => [
            {
              type: "line" as const,
              xMin: x,
              xMax: x,
              borderColor: palette.secondary,
              borderWidth: 1,
              borderDash: [1, 3],
              label: {
                display: true,
                content: label,
                position: "end" as const,
                ...labelPlace({ x, label }, horizon, place),
                backgroundColor: "transparent",
                color: palette.ink,
                font: { size: 12, weight: 600 },
                padding: 0,
              },
            },
            {
              type: "point" as const,
              xValue: x,
              yValue: y ?? 0,
              radius: 7,
              backgroundColor: "transparent",
              borderColor: palette.ink,
              borderWidth: 1.5,
            },
          ]),
          clip: false,
        },
        // The plugin's own, which the types of Chart.js do not know.
        ...({ bands: { list: bands ?? [], colours: palette.architecture } satisfies BandOptions } as object),
      },
    };
  }, [lines, bands, marks, currency, span, palette]);
  return <ChartCanvas type="line" data={data} options={options} plugins={plugins} role="img" aria-label={summary} />;
}

/** The ends of the scale with room for the bands. */
function spanOf(bands: LineChart["bands"] = [], span: LineChart["span"]): LineChart["span"] {
  const ends = bands.flatMap(({ points }) => points.flatMap(({ low, high }) => [low, high]));
  if (ends.length === 0) return span;
  return { least: Math.min(span?.least ?? 0, ...ends), most: Math.max(span?.most ?? 0, ...ends) };
}

/** Half of what a letter of a mark's label takes, px. */
const halfLetter = 3.3;

/** Where a mark's label stands: above it; or beside it, each a line lower than the one before. */
function labelPlace(mark: { x: number; label: string }, horizon: number, place: number) {
  const side = monthLabelSide(mark, horizon);
  if (side === "above") return { yAdjust: -16 };
  // Labels are centred on their line, and stay within the chart where it is narrow.
  const half = mark.label.length * halfLetter;
  const aside = side === "after" ? half + 8 : -half - 8;
  const xAdjust = ({ chart: { scales, chartArea, width } }: { chart: Chart }) => {
    const at = scales.x?.getPixelForValue(mark.x) ?? 0;
    return Math.max(chartArea.left + half, Math.min(width - half, at + aside)) - at;
  };
  return { yAdjust: 15 * place, xAdjust };
}
