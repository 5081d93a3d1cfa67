import "server-only";
import type { z } from "zod";
import { type ListPage, type ListPosition, mostCounted } from "@/lib/text/list-position";
import { readPlace, writePlace } from "./list-place";

/** A stretch of a list, in its order. */
export interface Stretch<Place> {
  limit: number;
  /** How many are left out before. */
  offset?: number;
  /** Only what is behind this place. */
  after?: Place;
  /** Only what is before this place, the nearest first. */
  before?: Place;
}

/** What a list is read by. */
export interface ReadList<Row, Place extends readonly (string | number)[]> {
  rowsPerPage: number;
  /** What a place in it is, and that of a row. */
  place: z.ZodType<Place>;
  placeOf: (row: Row) => Place;
  /** How many it has; more than `most` are not counted, and give one more. */
  count: (most: number) => Promise<number>;
  stretch: (which: Stretch<Place>) => Promise<Row[]>;
}

/** One page of a list: the one behind or before a place, or that of a number, counted from the start. */
export async function readPage<Row, Place extends readonly (string | number)[]>(
  position: ListPosition,
  list: ReadList<Row, Place>,
): Promise<ListPage<Row>> {
  // Sent with the first question: nearly every list says how many there are.
  const counting = list.count(mostCounted);
  counting.catch(() => {});
  const { rows, page, hasNext, hasPrevious } =
    (await besidePlace(position, list)) ?? (await fromTheStart(position, list));
  const counted = await counting;
  const total = counted > mostCounted ? null : counted;
  const placeOf = (row: Row | undefined) => (row === undefined ? null : writePlace(list.placeOf(row)));
  return {
    rows,
    total,
    page,
    pages: total === null ? null : Math.max(page, Math.ceil(total / list.rowsPerPage)),
    next: hasNext ? placeOf(rows.at(-1)) : null,
    previous: hasPrevious ? placeOf(rows[0]) : null,
  };
}

interface Found<Row> {
  rows: Row[];
  page: number;
  hasNext: boolean;
  hasPrevious: boolean;
}

/** The page behind or before a place in the list. Null where none is asked for, or there is no whole page. */
async function besidePlace<Row, Place extends readonly (string | number)[]>(
  position: ListPosition,
  list: ReadList<Row, Place>,
): Promise<Found<Row> | null> {
  const { rowsPerPage } = list;
  const [after, before] = [readPlace(position.after, list.place), readPlace(position.before, list.place)];
  const page = Math.max(position.page, 2);
  if (after) {
    const rows = await list.stretch({ after, limit: rowsPerPage + 1 });
    if (rows.length > 0)
      return { rows: rows.slice(0, rowsPerPage), page, hasNext: rows.length > rowsPerPage, hasPrevious: true };
  } else if (before) {
    const rows = await list.stretch({ before, limit: rowsPerPage + 1 });
    // Else it is the first page, which may have more by now.
    if (rows.length > rowsPerPage)
      return { rows: rows.slice(0, rowsPerPage).reverse(), page, hasNext: true, hasPrevious: true };
  }
  return null;
}

/** The page of a number, counted from the start; the last one where there are not so many. */
async function fromTheStart<Row, Place extends readonly (string | number)[]>(
  position: ListPosition,
  { rowsPerPage, count, stretch }: ReadList<Row, Place>,
): Promise<Found<Row>> {
  let page = position.before === "" ? position.page : 1;
  if (page > 1) {
    const most = Math.min(page, mostCountedTo) * rowsPerPage;
    page = Math.max(1, Math.ceil(Math.min(await count(most), most) / rowsPerPage));
  }
  const rows = await stretch({ offset: (page - 1) * rowsPerPage, limit: rowsPerPage + 1 });
  return {
    rows: rows.slice(0, rowsPerPage),
    page,
    hasNext: rows.length > rowsPerPage,
    hasPrevious: page > 1,
  };
}

/** The last page that is found by its number alone: to count to it takes time. Those behind it are reached from one to the next. */
const mostCountedTo = 400;
