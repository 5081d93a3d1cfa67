import { draftOf } from "@/app/_components/document/model-kind";
import type { CostModelFull } from "@/lib/draft/model";

// By id; only what this tab saved. Kept because the browser's "back" shows a page as it was loaded, not as it was left.
const saved = new Map<string, CostModelFull>();

const listeners = new Set<() => void>();

export function rememberSaved(model: CostModelFull): void {
  saved.set(model.id, model);
  for (const listener of listeners) listener();
}

/** Calls back whenever a save has landed. @returns what ends that */
export function onRemembered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The model as it was given, or as this tab has saved it since. */
export function newestKnown(given: CostModelFull): CostModelFull {
  const known = saved.get(given.id);
  return known !== undefined && known.revision > given.revision
    ? { ...given, ...draftOf(known), revision: known.revision, changedAt: known.changedAt }
    : given;
}
