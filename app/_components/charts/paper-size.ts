import type { Chart as ChartOf, ChartType } from "chart.js";

/** Between the margins of A4 (global.css), px of CSS. */
const paperWidth = 688;
/** As high as chart-frame.module.css makes it on paper. */
const paperHeight = 240;
/** A printer has at least three dots for each pixel of a screen. */
const dotsOnPaper = 3;

/** Draws a chart in its printed size: the browser prints a canvas as it is, without a new layout. */
export function sizeForPaper<Type extends ChartType, Data>(chart: ChartOf<Type, Data>): void {
  const box = chart.canvas.parentElement;
  const part = box?.closest("section") ?? box;
  // Its neighbours on the screen are its neighbours on paper.
  const share = box !== null && part !== null && part.clientWidth > 0 ? box.clientWidth / part.clientWidth : 1;
  if (chart.options) chart.options.devicePixelRatio = dotsOnPaper;
  chart.resize(Math.round(paperWidth * share), paperHeight);
}

/** Draws it in its size on the screen again. */
export function sizeForScreen<Type extends ChartType, Data>(chart: ChartOf<Type, Data>): void {
  delete chart.options?.devicePixelRatio;
  chart.resize();
}

/** Draws it with so many dots for a pixel while `take` looks at it; on the page it keeps its size. */
export function withDots<Type extends ChartType, Data>(
  chart: ChartOf<Type, Data>,
  dots: number,
  take: () => void,
): void {
  if (chart.options) chart.options.devicePixelRatio = dots;
  chart.resize();
  take();
  sizeForScreen(chart);
}
