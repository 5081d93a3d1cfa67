import type { Conflicts } from "@/app/_components/document/model-document";
import { conflictsAt } from "./scenario-state";

// By the scenario's id: what was left undecided when the page was left, for as long as the tab is open.
const undecided = new Map<string, { conflicts: Conflicts; currencyRate: number }>();

export function rememberUndecided(id: string, conflicts: Conflicts, currencyRate: number): void {
  if (Object.keys(conflicts).length === 0) undecided.delete(id);
  else undecided.set(id, { conflicts, currencyRate });
}

/** @param rate the model's to the dollar, in whose currency the questions are to be asked */
export function undecidedOf(id: string, rate: number): Conflicts {
  const known = undecided.get(id);
  return known === undefined ? {} : conflictsAt(known.conflicts, known.currencyRate, rate);
}
