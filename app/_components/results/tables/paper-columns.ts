/** Between the margins of A4, in CSS pixels: 210 mm less twice 14 mm. Letter paper is wider. */
const paperWidth = 688;
/** The column of names. */
const namesWidth = 96;
/** Of the letters on paper, px; figure-table and figures-table have the same for print. */
const letterSize = 10;
const gap = 6;

/** The width of a figure on paper, px: all digits are equally wide, separators narrower. */
function widthOf(text: string): number {
  const digits = text.replaceAll(/\D/g, "").length;
  return letterSize * (0.66 * digits + 0.33 * (text.length - digits)) + gap;
}

/**
 * Splits the columns of a wide table into parts for paper: as many columns as fit, and about as many in each part.
 *
 * @param count how many columns there are
 * @param texts the figures, row by row
 * @param year how many columns belong together: the months of a year are parted into halves, thirds or quarters of it
 * @param leading how many columns stand before the first of those
 * @returns the places of the columns of each part
 */
export function paperParts(count: number, texts: readonly (readonly string[])[], year = 1, leading = 0): number[][] {
  const widest = Math.max(40, ...texts.flatMap((row) => row.map(widthOf)));
  const most = Math.max(2, Math.floor((paperWidth - namesWidth) / widest));
  const all = Array.from({ length: count }, (_, place) => place);
  if (count <= most) return [all];
  if (year === 1) return inParts(all, Math.ceil(count / Math.ceil(count / most)));
  const size = [12, 6, 4, 3, 2, 1].find((each) => year % each === 0 && each <= most) ?? 1;
  const parts = inParts(all.slice(leading), size);
  const [first = []] = parts;
  if (leading + first.length <= most) parts[0] = [...all.slice(0, leading), ...first];
  else if (leading > 0) parts.unshift(all.slice(0, leading));
  return parts;
}

function inParts(places: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(places.length / size) }, (_, part) =>
    places.slice(part * size, (part + 1) * size),
  );
}
