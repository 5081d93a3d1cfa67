import type { Plugin } from "@/app/_components/charts/chart";
import { spreadLabels } from "@/lib/export/charts/marks";

const lineHeight = 15;

/** Writes each line's name at its end, moved apart where lines end close together. */
export const lineEndNames: Plugin<"line"> = {
  id: "lineEndNames",
  afterDatasetsDraw(chart) {
    const { ctx, chartArea } = chart;
    const names = chart.data.datasets
      .map((dataset, index) => ({
        text: dataset.label ?? "",
        colour: String(dataset.nameColour),
        y: chart.getDatasetMeta(index).data.at(-1)?.y ?? chartArea.bottom,
      }))
      .sort((a, b) => a.y - b.y);
    const heights = spreadLabels(
      names.map(({ y }) => y),
      chartArea.top,
      chartArea.bottom,
      lineHeight,
    );
    ctx.save();
    ctx.font = "600 12px 'Inter Variable', system-ui, sans-serif";
    ctx.textBaseline = "middle";
    for (const [place, { text, colour }] of names.entries()) {
      ctx.fillStyle = colour;
      ctx.fillText(text, chartArea.right + 10, heights[place] as number);
    }
    ctx.restore();
  },
};
