"use client";

import { type ReactNode, useRef } from "react";
import styles from "./chart-frame.module.css";
import { chartPicture, type PictureText } from "./chart-picture";
import { download, fileName } from "./download";

interface ChartFrameProps {
  title: string;
  unit: string;
  /** The name of the model, for the file and the picture. */
  model: string;
  legend?: () => PictureText["legend"];
  /** The chart's figures, a row each, the first row the names of the columns. Called when they are asked for. */
  rows: () => readonly (readonly string[])[];
  canDownload?: boolean;
  children: ReactNode;
}

/** A chart with its downloads: as a picture that explains itself, and as its figures. */
export function ChartFrame({ title, unit, model, legend, rows, canDownload = true, children }: ChartFrameProps) {
  const frame = useRef<HTMLDivElement>(null);

  async function takePicture() {
    const canvas = frame.current?.querySelector("canvas");
    if (!canvas) return;
    await untilDrawn(canvas);
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const text = { title, unit, source: `${model} · Peerbalance`, legend: legend?.() ?? [] };
    download(
      await chartPicture(canvas, text, colour("--paper"), colour("--ink")),
      fileName(`${model} ${title}`, "png"),
    );
  }

  async function takeFigures() {
    const { byteOrderMark, csvLines } = await import("@/lib/export/csv");
    const text = byteOrderMark + csvLines(rows());
    download(new Blob([text], { type: "text/csv;charset=utf-8" }), fileName(`${model} ${title}`, "csv"));
  }

  return (
    <div className={styles.frame}>
      <div ref={frame} className={styles.canvas}>
        {children}
      </div>
      {canDownload ? (
        <p className={styles.tools}>
          <button type="button" className={styles.tool} onClick={takePicture} aria-label={`Download as PNG: ${title}`}>
            Download as PNG
          </button>
          <button type="button" className={styles.tool} onClick={takeFigures} aria-label={`Download as CSV: ${title}`}>
            Download as CSV
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** Until a chart shows the figures that it was given: one that comes into sight is drawn a few frames later. */
async function untilDrawn(canvas: HTMLCanvasElement): Promise<void> {
  while (canvas.isConnected && canvas.dataset.behind !== undefined) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
