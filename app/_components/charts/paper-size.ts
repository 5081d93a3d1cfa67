/** Between the margins of A4, and as high as two charts and the answer leave room for on the first page; px. */
const usual = { width: 688, height: 216 };

/** Dots to a pixel: what is sharp on a screen is not so on paper. */
export const paperDots = 3;

/**
 * How large a chart is drawn for paper, px. The page still has the widths of the screen when the browser announces that it prints,
 * so that what stands beside others there says in `--paper-width` how much of the paper is its own.
 */
export function paperSize(canvas: HTMLCanvasElement): { width: number; height: number } {
  const frame = canvas.parentElement;
  if (frame === null) return usual;
  const style = getComputedStyle(frame);
  const width = Number.parseFloat(style.getPropertyValue("--paper-width")) || usual.width;
  // One that needs a height of its own keeps it: bars with a name each would run into each other.
  const isOwnHeight = style.getPropertyValue("--chart-height") !== "";
  return { width, height: isOwnHeight ? frame.clientHeight : usual.height };
}
