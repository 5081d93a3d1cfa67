/** Marks nearer than this to each other have their words on either side: above them these would run into each other. */
const near = 10;

/** On which side of its mark a label on a logarithmic scale stands: before it, above it or after it. */
export function labelSide(marks: readonly { x: number }[], place: number): "before" | "above" | "after" {
  const [before, mark, after] = [marks[place - 1], marks[place], marks[place + 1]];
  if (mark === undefined) return "above";
  const isAfter = before !== undefined && mark.x / before.x < near;
  const isBefore = after !== undefined && after.x / mark.x < near;
  return isAfter === isBefore ? "above" : isAfter ? "after" : "before";
}

/** On which side of 1 the nearest mark is farther away. */
export function roomAroundOne(marks: readonly { x: number }[]): "before" | "after" {
  const distances = (isBefore: boolean) =>
    marks.flatMap(({ x }) => (x < 1 === isBefore ? [Math.abs(Math.log(x))] : []));
  return Math.min(...distances(true)) > Math.min(...distances(false)) ? "before" : "after";
}

/**
 * Moves labels apart that would lie on each other, keeping their order.
 *
 * @param heights where each would stand, ascending, px from above
 * @returns where they stand, each at least `lineHeight` below the one before, none below `bottom` while there is room
 */
export function spreadLabels(heights: readonly number[], top: number, bottom: number, lineHeight: number): number[] {
  const spread: number[] = [];
  for (const height of heights) {
    const above = spread.at(-1);
    spread.push(Math.max(height, above === undefined ? top : above + lineHeight));
  }
  const overflow = Math.max(0, (spread.at(-1) ?? bottom) - bottom);
  return spread.map((height) => height - overflow);
}

export const isPowerOfTen = (value: number) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;

/** Every year, or every second one where the horizon is long, months. */
export const monthStep = (horizon: number) => (horizon > 72 ? 24 : 12);

/** How much of a band's colour is seen: four of them lie on each other. */
export const bandOpacity = 0.16;

/** A label by month stands above its mark where it is short, else on the side with more room. */
export function monthLabelSide(
  { x, label }: { x: number; label: string },
  horizon: number,
): "before" | "above" | "after" {
  if (label.length < 12) return "above";
  return x > horizon / 2 ? "before" : "after";
}
