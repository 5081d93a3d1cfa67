import { drawPoint, type Plugin } from "@/app/_components/charts/chart";

/**
 * Puts each line's marker on some of its points. A separate radius for every point would do so too, but makes Chart.js
 * resolve the options of each point anew with every key, which takes most of the time of drawing a line.
 *
 * @param isMarked which points, by their place on the axis and whether they are the last
 */
export function pointMarkers(isMarked: (x: number, isLast: boolean) => boolean): Plugin<"line"> {
  return {
    id: "pointMarkers",
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      for (const [index, dataset] of chart.data.datasets.entries()) {
        const points = chart.getDatasetMeta(index).data;
        ctx.fillStyle = String(dataset.backgroundColor);
        ctx.strokeStyle = String(dataset.pointBorderColor);
        ctx.lineWidth = 1;
        for (const [place, value] of dataset.data.entries()) {
          const point = points[place];
          if (point === undefined || !isMarked((value as { x: number }).x, place === points.length - 1)) continue;
          const look = { pointStyle: dataset.pointStyle, radius: 4, borderWidth: 1, rotation: 0 };
          drawPoint(ctx, look as never, point.x, point.y);
        }
      }
      ctx.restore();
    },
  };
}
