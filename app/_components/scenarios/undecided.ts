import type { Clashes } from "@/app/_components/document/model-merge";
import { clashesAt } from "./scenario-state";

// By the scenario's id: what was left undecided when the page was left, for as long as the tab is open.
const undecided = new Map<string, { clashes: Clashes; currencyRate: number }>();

export function rememberUndecided(id: string, clashes: Clashes, currencyRate: number): void {
  if (Object.keys(clashes).length === 0) undecided.delete(id);
  else undecided.set(id, { clashes, currencyRate });
}

/** @param rate the model's to the dollar, in whose currency the questions are to be asked */
export function undecidedOf(id: string, rate: number): Clashes {
  const known = undecided.get(id);
  return known === undefined ? {} : clashesAt(known.clashes, known.currencyRate, rate);
}
