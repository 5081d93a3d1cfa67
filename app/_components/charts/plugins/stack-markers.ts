import { drawPoint, type Plugin } from "@/app/_components/charts/chart";
import { architectureStyles } from "@/lib/export/charts/architecture-style";
import type { Architecture } from "@/lib/model/architectures";

/** Puts each architecture's marker above its stack of bars, so that colour is not the only difference. */
export function stackMarkers(colours: Readonly<Record<string, string>>): Plugin<"bar"> {
  return {
    id: "stackMarkers",
    afterDatasetsDraw(chart) {
      const tops = new Map<string, { x: number; y: number; architecture: Architecture }>();
      for (const [index, dataset] of chart.data.datasets.entries()) {
        const architecture = dataset.stack as Architecture;
        for (const [place, bar] of chart.getDatasetMeta(index).data.entries()) {
          const key = `${architecture} ${place}`;
          const top = tops.get(key);
          // A credit hangs from zero, so its upper end is where it begins.
          const { y = bar.y, base = y } = bar.getProps(["y", "base"]);
          tops.set(key, { x: bar.x, y: Math.min(y, base, top?.y ?? Number.POSITIVE_INFINITY), architecture });
        }
      }
      const { ctx } = chart;
      ctx.save();
      for (const { x, y, architecture } of tops.values()) {
        const colour = colours[architecture] ?? "";
        ctx.fillStyle = colour;
        ctx.strokeStyle = colour;
        drawPoint(
          ctx,
          { pointStyle: architectureStyles[architecture].marker, radius: 3, borderWidth: 0, rotation: 0 } as never,
          x,
          y - 7,
        );
      }
      ctx.restore();
    },
  };
}
