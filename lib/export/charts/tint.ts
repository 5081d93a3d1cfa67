/** A colour mixed with the paper it stands on; both "#rrggbb" or, as a build shortens them, "#rgb". @param share of the colour, 0 to 1 */
export function tint(colour: string, paper: string, share: number): string {
  const part = (hex: string, at: number) =>
    hex.length === 4 ? 17 * Number.parseInt(hex.charAt((at + 1) / 2), 16) : Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(part(colour, at) * share + part(paper, at) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** The share of the colour for the category in this place: the whole for the largest, a quarter for the smallest. */
export function tintShare(place: number, count: number): number {
  return count < 2 ? 1 : 1 - (0.76 * place) / (count - 1);
}

/** How much of a colour is left where it is drawn faintly. */
export const faintShare = 0.45;

/** The colour of what is drawn faintly. */
export function faint(colour: string, paper: string): string {
  return tint(colour, paper, faintShare);
}
