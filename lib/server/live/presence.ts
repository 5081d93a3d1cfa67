import "server-only";
import { randomUUID } from "node:crypto";
import type { PersonHere } from "@/lib/schemas/live";
import type { ViewAccess } from "@/lib/server/access";
import { inScope } from "@/lib/server/scope";

/** Somebody counts as gone who was not seen for so long, ms; three heartbeats of a stream. */
const patience = 45_000;

/** Says that the person has the model open. @returns under which id, one for each window */
export async function enterModel({ user, modelId, organisationId, scope }: ViewAccess): Promise<string> {
  const id = randomUUID();
  await inScope(scope, (tx) =>
    tx.presence.create({
      data: { id, organisationId, modelId, userId: user.id, name: user.name },
      select: { id: true },
    }),
  );
  return id;
}

/** Says that they still do, and clears away whoever went without a word. */
export async function stayOnModel({ user, modelId, organisationId, scope }: ViewAccess, id: string): Promise<void> {
  await inScope(scope, async (tx) => {
    await tx.presence.updateMany({
      where: { id, modelId, organisationId, userId: user.id },
      data: { seenAt: new Date() },
    });
    await tx.$queryRaw`select sweep_presences()::text`;
  });
}

export async function leaveModel({ user, scope }: ViewAccess, id: string): Promise<void> {
  // Narrowed to nothing but the person: they may have lost the model meanwhile.
  await inScope({ user: scope.user }, (tx) => tx.presence.deleteMany({ where: { id, userId: user.id } }));
}

/** Everybody who has the model open, each once, in the order of coming. */
export async function listPeople({ user, modelId, organisationId, scope }: ViewAccess): Promise<PersonHere[]> {
  const rows = await inScope(scope, (tx) =>
    tx.presence.findMany({
      where: { modelId, organisationId, seenAt: { gt: new Date(Date.now() - patience) } },
      orderBy: [{ cameAt: "asc" }, { id: "asc" }],
      select: { userId: true, name: true },
      take: 200,
    }),
  );
  const people = new Map(rows.map(({ userId, name }) => [userId, { name, isYou: userId === user.id }]));
  return [...people.values()];
}
