"use client";

import { createContext, use, useSyncExternalStore } from "react";
import { isPrinting, subscribeToPrinting } from "@/app/_components/ui/printing";
import type { ChartDescription } from "@/lib/export/charts/description";
import { chartSvg } from "@/lib/export/charts/svg/chart-svg";
import styles from "./chart-loading.module.css";

/** The chart that a frame holds; null while its figures are worked out. */
export const FramedChart = createContext<ChartDescription | null>(null);

/**
 * Stands in a chart's place while its program is loaded. Paper cannot wait for that, nor can a browser without scripts: for them the
 * chart is drawn as an SVG.
 */
export function ChartLoading() {
  const chart = use(FramedChart);
  // Before the page runs nobody knows when it is printed, so the server's page holds the drawing.
  const isNeeded = useSyncExternalStore(subscribeToPrinting, isPrinting, () => true);
  return (
    <>
      <p className={styles.loading}>
        <span className={styles.screen}>Drawing the chart…</span>
        {chart === null ? (
          <span className={styles.paper}>This chart was not ready yet. Print the page again.</span>
        ) : null}
      </p>
      {chart !== null && isNeeded ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the writer escapes every text.
        <div className={styles.drawing} dangerouslySetInnerHTML={{ __html: chartSvg(chart) }} />
      ) : null}
    </>
  );
}
