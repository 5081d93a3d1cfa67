"use client";

import { type ReactNode, useRef } from "react";
import { chartRows } from "@/lib/export/charts/chart-rows";
import type { ChartDescription } from "@/lib/export/charts/description";
import { chartSvg } from "@/lib/export/charts/svg/chart-svg";
import styles from "./chart-frame.module.css";
import { FramedChart } from "./chart-loading";
import { chartPicture } from "./chart-picture";
import { download, fileName } from "./download";
import { stackLegend } from "./stack-legend";

interface ChartFrameProps {
  /** Null while its figures are worked out. */
  chart: ChartDescription | null;
  /** What it is called until then. */
  title?: string;
  /** The name of the model, for the file and the picture. */
  model: string;
  /** The rows of the file of figures, where it holds more than the chart shows. Called on a download. */
  rows?: () => readonly (readonly string[])[];
  canDownload?: boolean;
  children: ReactNode;
}

/** A chart with its downloads: as a drawing, as a picture that explains itself, and as its figures. */
export function ChartFrame({
  chart,
  title = chart?.title ?? "",
  model,
  rows,
  canDownload = true,
  children,
}: ChartFrameProps) {
  const frame = useRef<HTMLDivElement>(null);

  const source = `${model} · Peerbalance`;
  const nameOf = (extension: string) => fileName(`${model} ${title}`, extension);

  async function takePicture() {
    const canvas = frame.current?.querySelector("canvas");
    if (!canvas || chart === null) return;
    await untilDrawn(canvas);
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const text = { title, unit: chart.unit, source, legend: chart.kind === "stacks" ? stackLegend(chart) : [] };
    download(await chartPicture(canvas, text, colour("--paper"), colour("--ink")), nameOf("png"));
  }

  function takeDrawing(drawn: ChartDescription) {
    download(new Blob([chartSvg(drawn, source)], { type: "image/svg+xml;charset=utf-8" }), nameOf("svg"));
  }

  async function takeFigures(drawn: ChartDescription) {
    const { byteOrderMark, csvLines } = await import("@/lib/export/csv");
    const text = byteOrderMark + csvLines(rows?.() ?? chartRows(drawn));
    download(new Blob([text], { type: "text/csv;charset=utf-8" }), nameOf("csv"));
  }

  const tools = [
    { format: "PNG", take: takePicture },
    { format: "SVG", take: takeDrawing },
    { format: "CSV", take: takeFigures },
  ];
  return (
    <div className={styles.frame}>
      <div ref={frame} className={styles.canvas}>
        <FramedChart value={chart}>{children}</FramedChart>
      </div>
      {canDownload ? (
        <p className={styles.tools}>
          <span>Download</span>
          {tools.map(({ format, take }) => (
            <button
              key={format}
              type="button"
              className={styles.tool}
              onClick={() => chart !== null && take(chart)}
              aria-label={`Download as ${format}: ${title}`}
            >
              {format}
            </button>
          ))}
        </p>
      ) : null}
    </div>
  );
}

/** Waits until a chart shows its current figures: one that comes into sight is drawn a few frames later. */
async function untilDrawn(canvas: HTMLCanvasElement): Promise<void> {
  while (canvas.isConnected && canvas.dataset.behind !== undefined) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
