import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { plainAmount } from "@/lib/value/amount";
import { architectureStyles } from "./architecture-style";
import type { PictureText } from "./chart-picture";
import { tint, tintShare } from "./plugins/tint";

/** The rows of a file with the figures of a cumulative chart: a month each. */
export function cumulativeRows(
  lines: readonly { name: string; values: readonly number[] }[],
  currency: string,
): string[][] {
  return [
    ["month", ...lines.map(({ name }) => `${name} (${currency})`)],
    ...(lines[0]?.values ?? []).map((_, month) => [
      String(month),
      ...lines.map(({ values }) => plainAmount(values[month] ?? 0, currency)),
    ]),
  ];
}

/** The rows of a file with the figures of stacked bars: an architecture's category each. */
export function stackRows(
  periods: readonly string[],
  categoriesBySize: readonly string[],
  stacks: readonly { name: string; amounts: readonly (readonly number[])[] }[],
  currency: string,
): string[][] {
  return [
    ["architecture", "category", ...periods.map((period) => `${period} (${currency})`)],
    ...stacks.flatMap(({ name, amounts }) =>
      amounts.map((years, place) => [
        name,
        categoriesBySize[place] ?? "",
        ...years.map((amount) => plainAmount(amount, currency)),
      ]),
    ),
  ];
}

/** What the picture of the stacks must name, as the page does at their side: each architecture, and the tint of each category. */
export function stackLegend(
  ranking: readonly Architecture[],
  categoriesBySize: readonly string[],
): PictureText["legend"] {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const colours = ranking.map((name) => colour(architectureStyles[name].colour));
  return [
    ...ranking.map((name, place) => ({ label: architectureNames[name], colours: [colours[place] ?? ""] })),
    ...categoriesBySize.map((label, place) => ({
      label,
      colours: colours.map((one) => tint(one, colour("--paper"), tintShare(place, categoriesBySize.length))),
    })),
  ];
}
