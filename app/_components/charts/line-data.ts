import { architectureStyles } from "@/lib/export/charts/architecture-style";
import { type ChartLine, drawnName, type LineChart } from "@/lib/export/charts/description";
import { faint } from "@/lib/export/charts/tint";
import type { ChartData } from "./chart";
import type { Palette } from "./use-palette";

declare module "chart.js" {
  interface LineControllerDatasetOptions {
    /** The colour of the name at a line's end. */
    nameColour?: string;
  }
}

/** The lines of a chart as Chart.js takes them. @param pointsOf which points of a line are drawn */
export function lineData(
  lines: LineChart["lines"],
  palette: Palette,
  pointsOf: (points: ChartLine["points"]) => { x: number; y: number }[],
): ChartData<"line", { x: number; y: number }[]> {
  return {
    datasets: lines.map((line) => {
      const { architecture, points, isExcluded = false } = line;
      const { dash, marker } = architectureStyles[architecture];
      const full = palette.architecture[architecture] ?? palette.ink;
      const colour = isExcluded ? faint(full, palette.paper) : full;
      return {
        label: drawnName(line),
        // Words stay legible where the line is pale.
        nameColour: isExcluded ? palette.secondary : full,
        data: pointsOf(points),
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
  };
}

/** The colours of what appears beside the pointer. */
export function tooltipColours({ raised, rule, ink }: Palette) {
  return { backgroundColor: raised, borderColor: rule, borderWidth: 1, titleColor: ink, bodyColor: ink };
}
