import { convertInputs, convertLines, convertRanges } from "@/lib/model/currency";
import { withLineIds } from "@/lib/model/custom-lines";
import { changedInputs } from "./inputs";
import type { ModelDraft } from "./model";
import { currencyPart, draftOfParts, isSameValue, type Place, partsOf } from "./parts";

/** Two people changed the same part; each value is undefined where it was removed, or set back to its default. */
export interface Conflict {
  place: Place;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  /** Both people's changes; where they conflict, theirs. */
  draft: ModelDraft;
  conflicts: Conflict[];
}

/**
 * Merges two drafts that were made from the same one. A part that one of them changed is taken from that one; only where both
 * changed the same part, and not to the same, do they conflict. Where one of them changed the currency, the figures of the other are
 * converted to it first.
 *
 * @param busy parts that are being typed in just now: they conflict also where what was typed is saved already
 */
export function mergeDrafts(
  base: ModelDraft,
  mine: ModelDraft,
  theirs: ModelDraft,
  busy: ReadonlySet<Place> = new Set(),
): Merged {
  const target = isSameValue(currencyPart(base), currencyPart(theirs)) ? mine : theirs;
  const [was, here, there] = [base, mine, theirs].map((draft) => partsOf(inCurrencyOf(draft, target))) as [
    Map<Place, unknown>,
    Map<Place, unknown>,
    Map<Place, unknown>,
  ];
  // Converted, all three agree in the currency; whether they conflict in it is seen in what was given.
  for (const [parts, draft] of [
    [was, base],
    [here, mine],
    [there, theirs],
  ] as const) {
    parts.set("currency", currencyPart(draft));
  }
  const { parts, conflicts } = mergeParts(was, here, there, busy);
  return { draft: draftOfParts(parts, lineOrder(theirs, mine)), conflicts };
}

/**
 * Merges what two people made of the same parts; where both changed one, and not to the same, theirs stands and the two conflict.
 *
 * @param busy as for `mergeDrafts`
 */
export function mergeParts(
  base: ReadonlyMap<Place, unknown>,
  mine: ReadonlyMap<Place, unknown>,
  theirs: ReadonlyMap<Place, unknown>,
  busy: ReadonlySet<Place> = new Set(),
): { parts: Map<Place, unknown>; conflicts: Conflict[] } {
  const parts = new Map<Place, unknown>();
  const conflicts: Conflict[] = [];
  for (const place of new Set([...theirs.keys(), ...mine.keys(), ...base.keys()])) {
    const [before, own, other] = [base.get(place), mine.get(place), theirs.get(place)];
    const isOwnChanged = !isSameValue(before, own) || busy.has(place);
    const isOtherChanged = !isSameValue(before, other);
    const value = isOtherChanged ? other : own;
    if (value !== undefined) parts.set(place, value);
    if (isOwnChanged && isOtherChanged && !isSameValue(own, other)) conflicts.push({ place, mine: own, theirs: other });
  }
  return { parts, conflicts };
}

/** Theirs in their order, then those that are here only. */
function lineOrder(...drafts: ModelDraft[]): string[] {
  return [...new Set(drafts.flatMap(({ customLines }) => withLineIds(customLines).map(({ id = "" }) => id)))];
}

/** The draft with its money in the currency and at the rate of another. */
export function inCurrencyOf(draft: ModelDraft, target: ModelDraft): ModelDraft {
  if (isSameValue(currencyPart(draft), currencyPart(target))) return draft;
  const [from, to] = [draft.currencyRate, target.currencyRate];
  return {
    ...draft,
    ...currencyPart(target),
    inputs: changedInputs(convertInputs(draft.inputs, from, to), to),
    customLines: convertLines(draft.customLines, from, to),
    notes: convertRanges(draft.notes, from, to),
  };
}
