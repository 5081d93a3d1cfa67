"use client";

import { type ReactNode, useMemo, useRef, useState } from "react";
import { chartRows } from "@/lib/export/charts/chart-rows";
import type { ChartDescription } from "@/lib/export/charts/description";
import { chartSvg } from "@/lib/export/charts/svg/chart-svg";
import type { CsvCell } from "@/lib/value/csv-format";
import { DisabledUntilHydrated } from "../ui/hydration/disabled-until-hydrated";
import { MenuButton } from "../ui/menu/menu-button";
import type { MenuEntry } from "../ui/menu/menu-entries";
import styles from "./chart-frame.module.css";
import { FramedChart } from "./chart-loading";
import { download, downloadRows, fileName } from "./download";
import { stackLegend } from "./stack-legend";

interface ChartFrameProps {
  /** Null while its figures are worked out. */
  chart: ChartDescription | null;
  /** What it is called until then. */
  title?: string;
  /** The name of the model, for the file and the picture. */
  model: string;
  /** The rows of the file of figures, where it holds more than the chart shows. Called on a download. */
  rows?: () => readonly (readonly CsvCell[])[];
  /** A table of its figures, shown below it on request. */
  figures?: ReactNode;
  canDownload?: boolean;
  children: ReactNode;
}

const menuLook = { variant: "subtle", size: "compact-sm", color: "gray" } as const;

/** A chart, and at its title a menu: a drawing, a picture that explains itself, and its figures as a file and as a table. */
export function ChartFrame(props: ChartFrameProps) {
  const { chart, title = chart?.title ?? "", model, rows, figures, canDownload = true, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [areFiguresShown, showFigures] = useState(false);
  const hasFigures = figures !== undefined;
  const entries = useMemo((): MenuEntry[] => {
    const nameOf = (extension: string) => fileName(`${model} ${title}`, extension);
    const source = `${model} · Peerbalance`;
    const press = (label: string, take: (drawn: ChartDescription) => void): MenuEntry => ({
      kind: "press",
      label,
      onPress: () => chart !== null && take(chart),
    });
    const downloads = [
      press("Download as PNG", async (drawn) => {
        const canvas = frame.current?.querySelector("canvas");
        // What the page draws of elements has its drawing taken.
        const picture = canvas
          ? pictureOf(canvas, drawn, title, source)
          : import("./drawing-picture").then(({ drawingPicture }) => drawingPicture(chartSvg(drawn, source)));
        download(await picture, nameOf("png"));
      }),
      press("Download as SVG", (drawn) =>
        download(new Blob([chartSvg(drawn, source)], { type: "image/svg+xml;charset=utf-8" }), nameOf("svg")),
      ),
      press("Download as CSV", (drawn) => downloadRows(rows?.() ?? chartRows(drawn), nameOf("csv"))),
    ];
    const toggle: MenuEntry = {
      kind: "press",
      label: areFiguresShown ? "Hide the figures" : "Show the figures",
      onPress: () => showFigures(!areFiguresShown),
    };
    return [...(canDownload ? downloads : []), ...(hasFigures ? [toggle] : [])];
  }, [chart, title, model, rows, canDownload, hasFigures, areFiguresShown]);
  return (
    <div className={styles.frame}>
      {entries.length === 0 ? null : (
        <div className={styles.menu} data-chart-menu>
          <DisabledUntilHydrated>
            <MenuButton
              label="⋯"
              button={{ ...menuLook, "aria-label": `Download and figures: ${title}` }}
              position="bottom-end"
              width={200}
              entries={entries}
            />
          </DisabledUntilHydrated>
        </div>
      )}
      <div ref={frame} className={styles.canvas}>
        <FramedChart value={chart}>{children}</FramedChart>
      </div>
      {areFiguresShown ? <div className={styles.figures}>{figures}</div> : null}
    </div>
  );
}

/** The chart as it stands, on the page's paper. */
async function pictureOf(
  canvas: HTMLCanvasElement,
  chart: ChartDescription,
  title: string,
  source: string,
): Promise<Blob> {
  await untilDrawn(canvas);
  const { chartPicture } = await import("./chart-picture");
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const text = { title, unit: chart.unit, source, legend: chart.kind === "stacks" ? stackLegend(chart) : [] };
  return chartPicture(canvas, text, colour("--paper"), colour("--ink"));
}

/** Waits until a chart shows its current figures: one that comes into sight is drawn a few frames later. */
async function untilDrawn(canvas: HTMLCanvasElement): Promise<void> {
  while (canvas.isConnected && canvas.dataset.behind !== undefined) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
