import "server-only";
import { randomUUID } from "node:crypto";
import type { PeopleHere } from "@/lib/live/events";
import type { ViewAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { removePresences } from "@/lib/server/live/sql";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";

/** Someone counts as gone who was not seen for so long, ms; three heartbeats of a stream. */
const patience = 45_000;
/** So many are named; a page shows fewer. */
const named = 10;

/** Says that the person has these models open. @returns under which ids, in the order of the models */
export async function enterModels(user: AuthenticatedUser, accesses: readonly ViewAccess[]): Promise<string[]> {
  const rows = accesses.map(({ organisationId, modelId }) => ({
    id: randomUUID(),
    organisationId,
    modelId,
    userId: user.id,
    name: user.name,
  }));
  await inScope({ user: user.id }, (tx) => tx.presence.createMany({ data: rows }));
  return rows.map(({ id }) => id);
}

/** Those that leave within a moment leave together: a stop, or a network that breaks, ends hundreds of streams at once. */
const gathering = 50;
let leaving: string[] = [];
let left: Promise<void> | null = null;

/** Says that windows are closed. */
export function leaveModels(user: AuthenticatedUser, ids: readonly string[]): Promise<void> {
  leaving.push(...ids);
  left ??= new Promise((resolve) => setTimeout(resolve, gathering)).then(async () => {
    const gone = leaving;
    leaving = [];
    left = null;
    await inScope({ user: user.id }, (tx) => removePresences(tx, gone));
  });
  return left;
}

/** Who has a model open. */
export interface Present {
  /** The first to come, by name. */
  first: readonly { userId: string; name: string }[];
  ids: ReadonlySet<string>;
}

/** Everybody who has the model open, each once, in the order of coming. */
export async function readPeople(tx: ScopedTransaction, { modelId, organisationId }: ViewAccess): Promise<Present> {
  const rows = await tx.presence.findMany({
    where: { modelId, organisationId, seenAt: { gt: new Date(Date.now() - patience) } },
    orderBy: [{ cameAt: "asc" }, { id: "asc" }],
    select: { userId: true, name: true },
    take: 5_000,
  });
  const people = new Map(rows.map((row) => [row.userId, row]));
  return { first: [...people.values()].slice(0, named), ids: new Set(people.keys()) };
}

/** As one of them sees it. A list of everybody, sent to everybody, would grow with the square of their number. */
export function peopleFor(userId: string, { first, ids }: Present): PeopleHere {
  const people = first.map((one) => ({ name: one.name, isYou: one.userId === userId }));
  const isNamed = people.some(({ isYou }) => isYou);
  return { people, more: ids.size - people.length - (ids.has(userId) && !isNamed ? 1 : 0) };
}
