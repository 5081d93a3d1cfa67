import type { Plugin } from "@/app/_components/charts/chart";
import type { ChartBand } from "@/lib/export/charts/description";
import { bandOpacity } from "@/lib/export/charts/marks";

/** Bands and their colours, where a chart's options hold them: `plugins: { bands: … }`. */
export interface BandOptions {
  list: readonly ChartBand[];
  colours: Readonly<Record<string, string>>;
}

/** Draws how far each line is known, below the lines. */
export const bands: Plugin<"line"> = {
  id: "bands",
  beforeDatasetsDraw({ ctx, scales, options }) {
    const { list, colours } = (options.plugins as { bands?: BandOptions } | undefined)?.bands ?? {
      list: [],
      colours: {},
    };
    const { x, y } = scales;
    if (x === undefined || y === undefined) return;
    ctx.save();
    ctx.globalAlpha = bandOpacity;
    for (const { architecture, points } of list) {
      ctx.fillStyle = colours[architecture] ?? "";
      ctx.beginPath();
      for (const point of points) ctx.lineTo(x.getPixelForValue(point.x), y.getPixelForValue(point.high));
      for (const point of points.toReversed()) ctx.lineTo(x.getPixelForValue(point.x), y.getPixelForValue(point.low));
      ctx.fill();
    }
    ctx.restore();
  },
};
