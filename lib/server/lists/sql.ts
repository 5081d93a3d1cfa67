import "server-only";
import { wordsOf } from "@/lib/text/fold-text";
import { Prisma } from "@/prisma/generated/client";
import type { TimePlace } from "./list-place";
import type { Stretch } from "./read-page";

/** Every word must stand in the folded text; capitals and accents do not matter. What LIKE would take as a wildcard is taken as it was typed. */
export function hasWords(folded: Prisma.Sql, search: string): Prisma.Sql {
  const words = wordsOf(search).map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  return words.length === 0 ? Prisma.sql`true` : Prisma.sql`${folded} like all (${words})`;
}

/** Written out: of a parameter the planner does not know how few rows it asks for, and would sort them all. */
export const writtenOut = (rows: number) => Prisma.raw(String(Math.trunc(rows)));

/** What is read of a stretch, "limit 51". */
export function limitOf({ limit, offset = 0 }: Pick<Stretch<unknown>, "limit" | "offset">): Prisma.Sql {
  return Prisma.sql`limit ${writtenOut(limit)} ${offset === 0 ? Prisma.empty : Prisma.sql`offset ${offset}`}`;
}

/** The condition and the order of a stretch of a list. */
interface Ordered {
  /** Behind or before its place. */
  beside: Prisma.Sql;
  by: Prisma.Sql;
}

/** @param columns what the list is sorted by, and an id; all of them rising, or all falling */
export function inOrder<Place>(
  stretch: Stretch<Place>,
  columns: readonly Prisma.Sql[],
  valuesOf: (place: Place) => Prisma.Sql,
  direction: "rising" | "falling" = "rising",
): Ordered {
  const { after, before } = stretch;
  const isRising = (direction === "rising") === (before === undefined);
  const place = before ?? after;
  return {
    beside:
      place === undefined
        ? Prisma.sql`true`
        : Prisma.sql`(${Prisma.join([...columns])}) ${isRising ? Prisma.sql`>` : Prisma.sql`<`} (${valuesOf(place)})`,
    by: Prisma.join(columns.map((column) => (isRising ? column : Prisma.sql`${column} desc`))),
  };
}

export const timeValues = ([at, id]: TimePlace) => Prisma.sql`${new Date(at)}, ${id}::uuid`;

/** The order of times, the newest first. */
export function newestFirst(stretch: Stretch<TimePlace>, at: Prisma.Sql, id: Prisma.Sql): Ordered {
  return inOrder(stretch, [at, id], timeValues, "falling");
}
