import { conflictsIn } from "@/app/_components/document/change-document";
import type { OpenConflict } from "@/app/_components/document/document-state";
import type { Parts } from "@/lib/draft/document-parts";
import { PlaceMap } from "@/lib/draft/place-map";

// By the document's id: what was left undecided when its page was left, for as long as the tab is open, and the draft beside it.
const undecided = new Map<string, { conflicts: PlaceMap<OpenConflict>; draft: unknown }>();

export function rememberUndecided<D>(id: string, conflicts: PlaceMap<OpenConflict>, draft: D): void {
  if (conflicts.size === 0) undecided.delete(id);
  else undecided.set(id, { conflicts, draft });
}

/** @param draft in whose currency the questions are to be asked */
export function undecidedOf<D>(id: string, parts: Parts<D>, draft: D): PlaceMap<OpenConflict> {
  const known = undecided.get(id);
  return known === undefined ? new PlaceMap() : conflictsIn(parts, known.conflicts, known.draft as D, draft);
}
