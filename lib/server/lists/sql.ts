import "server-only";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import { wordsOf } from "@/lib/text/fold-text";
import { rowsPerPage } from "@/lib/text/list-position";
import { Prisma } from "@/prisma/generated/client";
import { type TimePlace, timePlace } from "./list-place";
import type { ReadList, Stretch } from "./read-page";

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

/** How many rows a query finds, such as "from shares s where …"; more than `most` are not counted, and give one more. */
export async function counted(tx: ReadTransaction, from: Prisma.Sql, most: number): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select ${from} limit ${writtenOut(most + 1)}) c`;
  return rows[0]?.count ?? 0;
}

export const timeValues = ([at, id]: TimePlace) => Prisma.sql`${new Date(at)}, ${id}::uuid`;

interface TimeList {
  /** The table, as t; and what is read of each of its rows, its id among them. */
  table: Prisma.Sql;
  columns: Prisma.Sql;
  where: Prisma.Sql;
  /** When a row was made. */
  at?: Prisma.Sql;
  rowsPerPage?: number;
}

/** A list in the order of times, the newest first. */
export function newestFirst<Row extends { id: string; at: Date }>(
  tx: ReadTransaction,
  { table, columns, where, at = Prisma.sql`t.created_at`, rowsPerPage: perPage = rowsPerPage }: TimeList,
): ReadList<Row, TimePlace> {
  const order = [at, Prisma.sql`t.id`];
  return {
    rowsPerPage: perPage,
    place: timePlace,
    placeOf: ({ at, id }) => [at.toISOString(), id],
    count: (most) => counted(tx, Prisma.sql`from ${table} t where ${where} order by ${at} desc, t.id desc`, most),
    stretch: (stretch) => {
      const { beside, by } = inOrder(stretch, order, timeValues, "falling");
      return tx.$queryRaw<Row[]>`
        select ${columns}, ${at} as at from ${table} t where ${where} and ${beside} order by ${by} ${limitOf(stretch)}`;
    },
  };
}

/** A one-time link, into an organisation or to a model. */
export interface InvitationRow<Role extends string> {
  id: string;
  email: string;
  role: Role;
  expiresAt: Date;
  /** Null where the account is gone. */
  invitedBy: string | null;
  at: Date;
}

export const invitationColumns = Prisma.sql`t.id, t.email, t.role::text as role, t.expires_at as "expiresAt",
  (select u.name from users u where u.id = t.created_by_id) as "invitedBy"`;

/** Whether it can still be accepted. */
export const isOpenInvitation = Prisma.sql`t.accepted_at is null and t.revoked_at is null and t.expires_at > now()`;
