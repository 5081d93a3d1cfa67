import { architectureStyles } from "@/lib/export/charts/architecture-style";
import { drawnName, type StackChart } from "@/lib/export/charts/description";
import { faint, tint, tintShare } from "@/lib/export/charts/tint";
import type { PictureText } from "./chart-picture";

/** What the picture of the stacks must name, as the page does at their side: each architecture, and the tint of each category. */
export function stackLegend({ stacks, categories }: StackChart): PictureText["legend"] {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const colours = stacks.map(({ architecture, isExcluded }) => {
    const full = colour(architectureStyles[architecture].colour);
    return isExcluded ? faint(full, colour("--paper")) : full;
  });
  return [
    ...stacks.map((stack, place) => ({ label: drawnName(stack), colours: [colours[place] ?? ""] })),
    ...categories.map((label, place) => ({
      label,
      colours: colours.map((one) => tint(one, colour("--paper"), tintShare(place, categories.length))),
    })),
  ];
}
