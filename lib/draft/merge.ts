import { type Parts, placesOf } from "./document-parts";
import type { Place } from "./place";
import { mergedOrder } from "./row-order";
import { isSameValue } from "./same-value";

/** Two people changed the same part; each value is undefined where it was taken out, or set back to what stands otherwise. */
export interface Conflict {
  place: Place;
  mine: unknown;
  theirs: unknown;
}

export interface Merged<D> {
  /** Both people's changes; where they conflict, theirs. */
  draft: D;
  conflicts: Conflict[];
}

type Ids = readonly string[];

/**
 * Merges two drafts that were made from the same one. A part that one of them changed is taken from that one; only where both changed the
 * same part, and not to the same, do they conflict. Where one of them changed the currency, the figures of the other are converted to it
 * first. What each of them moved stays moved; of a row that both moved, their place stands.
 *
 * @param isBusy whether a part is being typed in just now: it conflicts also where what was typed is saved already
 */
export function merge<D>(
  parts: Parts<D>,
  base: D,
  mine: D,
  theirs: D,
  isBusy: (place: Place) => boolean = () => false,
): Merged<D> {
  const target = parts.isOneCurrency(base, theirs) ? mine : theirs;
  const [was, here, there] = [base, mine, theirs].map((draft) => parts.inCurrencyOf(draft, target)) as [D, D, D];
  let draft = there;
  const conflicts: Conflict[] = [];
  for (const place of placesOf(parts, there, here, was)) {
    // Converted, all three agree in the currency; whether they conflict in it is seen in what was given.
    const given = place.kind === "currency" ? [base, mine, theirs] : [was, here, there];
    const [before, own, other] = given.map((one) => parts.get(one, place));
    if (isSameValue(before, other)) draft = parts.set(draft, place, own);
    else if ((isBusy(place) || !isSameValue(before, own)) && !isSameValue(own, other))
      conflicts.push({ place, mine: own, theirs: other });
  }
  for (const place of parts.ordersOf?.(draft) ?? []) {
    const [before, own, other, merged] = [was, here, there, draft].map(
      (one) => parts.get(one, place) as readonly string[],
    ) as [Ids, Ids, Ids, Ids];
    draft = parts.set(draft, place, mergedOrder(before, own, other, merged));
  }
  return { draft, conflicts };
}
