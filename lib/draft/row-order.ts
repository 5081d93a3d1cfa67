/** Whether the rows that two lists have in common stand in one order. */
export function isSameOrder(one: readonly string[], other: readonly string[]): boolean {
  const [known, present] = [new Set(one), new Set(other)];
  const shared = other.filter((id) => known.has(id));
  return one.filter((id) => present.has(id)).every((id, place) => id === shared[place]);
}

/** The most rows of a list that can stay where they stand for it to have come from another: all others were moved, or are new. */
function unmoved(was: readonly string[], now: readonly string[]): ReadonlySet<string> {
  const before = new Map(was.map((id, place) => [id, place]));
  const rows = now.filter((id) => before.has(id));
  const place = (index: number) => before.get(rows[index] as string) as number;
  // The longest run of rows, not all next to each other, that ends with each and rises as it did before.
  const length: number[] = [];
  const previous: number[] = [];
  for (let end = 0; end < rows.length; end++) {
    length[end] = 1;
    previous[end] = -1;
    for (let other = 0; other < end; other++) {
      if (place(other) > place(end) || (length[other] as number) < (length[end] as number)) continue;
      length[end] = (length[other] as number) + 1;
      previous[end] = other;
    }
  }
  const stay = new Set<string>();
  for (let at = length.indexOf(Math.max(...length)); at >= 0; at = previous[at] as number) stay.add(rows[at] as string);
  return stay;
}

/**
 * The order of rows that two people moved: what I moved goes where I put it, behind the same row as with me, unless they moved it too.
 * Where I moved nothing their order stands.
 *
 * @param merged all rows that are left, in their order, and behind them those that are new with me
 */
export function mergedOrder(
  was: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  merged: readonly string[],
): readonly string[] {
  const known = mine.filter((id) => was.includes(id));
  const isNewLast = known.every((id, place) => id === mine[place]);
  if (isNewLast && isSameOrder(was, mine)) return merged;
  const [mineStay, theirsStay] = [unmoved(was, mine), unmoved(was, theirs)];
  const isTheirs = (id: string) => was.includes(id) && theirs.includes(id) && !theirsStay.has(id);
  const order = [...merged];
  for (const [place, id] of mine.entries()) {
    if (mineStay.has(id) || isTheirs(id) || !order.includes(id)) continue;
    order.splice(order.indexOf(id), 1);
    const leader = mine.slice(0, place).findLast((one) => order.includes(one));
    order.splice(leader === undefined ? 0 : order.indexOf(leader) + 1, 0, id);
  }
  return order;
}

/** The ids of rows with one of them a place up (-1) or down (1); the same array at either end. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = ids.indexOf(id);
  const other = ids[from + by];
  return from < 0 || other === undefined
    ? ids
    : ids.map((one, place) => (place === from ? other : place === from + by ? id : one));
}
