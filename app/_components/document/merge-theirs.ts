import { type Draft, differingPlaces, type Parts } from "@/lib/draft/document-parts";
import { merge } from "@/lib/draft/merge";
import { isSamePlace, type Place } from "@/lib/draft/place";
import { countedAt, PlaceMap } from "@/lib/draft/place-map";
import { isSameValue } from "@/lib/draft/same-value";
import { conflictsIn, settled } from "./change-document";
import type { DocumentKind, DocumentState, OpenConflict, Snapshot, Step } from "./document-state";

/**
 * Takes in what someone else saved. Nothing of what was typed here is lost: a part that both changed keeps theirs and asks.
 * Undo and redo reach only what was done here: in each step, whatever they changed stands as they left it.
 *
 * @param base the newest that this page had saved or heard of, from which theirs was made
 */
export function mergeTheirs<D extends Draft>(
  kind: DocumentKind<D>,
  state: DocumentState<D>,
  { base, theirs, by }: { base: D; theirs: D; by: string },
): DocumentState<D> {
  const { parts } = kind;
  const { draft, conflicts } = merge(parts, base, state.typed, theirs, (place) => isBusy(state, place));
  const inUse = (merged: D, known?: D) => settled(kind, merged, parts.inCurrencyOf(theirs, merged), known);
  const merged = { ...state, ...inUse(draft, state.draft) };
  const rebase = ({ other, ...step }: Step<D>): Step<D> => ({
    ...step,
    other: { ...other, ...inUse(merge(parts, base, other.typed, theirs).draft) },
  });
  const open = new PlaceMap([
    ...stillOpen(parts, state, draft, by),
    ...conflicts
      .filter(({ place }) => !state.conflicts.has(place))
      .map(({ place, mine, theirs: other }) => [place, { mine, theirs: other, by }] as const),
  ]);
  const changed = differingPlaces(parts, state.typed, draft).filter((place) => !open.has(place));
  return {
    ...merged,
    past: withoutEmptySteps(state.past.map(rebase), merged),
    future: withoutEmptySteps(state.future.map(rebase), merged),
    conflicts: open,
    followed: countedAt(state.followed, changed),
  };
}

/** The document in the currency of another draft, which changed for everybody: as if someone had saved it so, and nothing else. */
export function followCurrency<D extends Draft>(kind: DocumentKind<D>, state: DocumentState<D>, other: D) {
  const base = state.draft;
  const theirs = kind.parts.inCurrencyOf(base, other);
  return theirs === base ? state : mergeTheirs(kind, state, { base, theirs, by: "" });
}

/** Where someone is typing at this moment, or has typed what could not be taken yet. */
function isBusy<D>({ field, refused }: DocumentState<D>, place: Place): boolean {
  return refused.has(place) || (field !== null && isSamePlace(field, place));
}

/** Questions from before, with what they set since; answered by themselves where they now agree. */
function stillOpen<D>(parts: Parts<D>, state: DocumentState<D>, merged: D, by: string): [Place, OpenConflict][] {
  return [...conflictsIn(parts, state.conflicts, state.typed, merged)].flatMap(([place, conflict]) => {
    const theirs = parts.get(merged, place);
    if (isSameValue(theirs, conflict.mine)) return [];
    return [[place, isSameValue(theirs, conflict.theirs) ? conflict : { ...conflict, theirs, by }]];
  });
}

/** Steps whose whole effect someone else has overwritten since are steps no more. */
function withoutEmptySteps<D>(steps: readonly Step<D>[], now: Snapshot<D>): Step<D>[] {
  return steps.filter((step, index) => !isAlike(step.other, steps[index + 1]?.other ?? now));
}

function isAlike<D>(a: Snapshot<D>, b: Snapshot<D>): boolean {
  return isSameValue(a.draft, b.draft) && isSameValue(a.typed, b.typed) && isSameValue([...a.refused], [...b.refused]);
}
