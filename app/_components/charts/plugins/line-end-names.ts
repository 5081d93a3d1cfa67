import type { Plugin } from "@/app/_components/charts/chart";

const lineHeight = 15;

/** Writes each line's name at its end, moved apart where lines end close together. */
export const lineEndNames: Plugin<"line"> = {
  id: "lineEndNames",
  afterDatasetsDraw(chart) {
    const { ctx, chartArea } = chart;
    const names = chart.data.datasets
      .map((dataset, index) => ({
        text: dataset.label ?? "",
        colour: String(dataset.borderColor),
        y: chart.getDatasetMeta(index).data.at(-1)?.y ?? chartArea.bottom,
      }))
      .sort((a, b) => a.y - b.y);
    for (const [index, name] of names.entries()) {
      const above = names[index - 1];
      name.y = Math.max(name.y, above === undefined ? chartArea.top : above.y + lineHeight);
    }
    const lowest = names.at(-1);
    const overflow = lowest === undefined ? 0 : Math.max(0, lowest.y - chartArea.bottom);
    ctx.save();
    ctx.font = "600 12px 'Inter Variable', system-ui, sans-serif";
    ctx.textBaseline = "middle";
    for (const { text, colour, y } of names) {
      ctx.fillStyle = colour;
      ctx.fillText(text, chartArea.right + 10, y - overflow);
    }
    ctx.restore();
  },
};
