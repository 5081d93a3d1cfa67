import "server-only";
import { auditKinds } from "@/lib/organisations/audit-kinds";
import type { AuditListing } from "@/lib/schemas/audit/audit-listing";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import type { Prisma } from "@/prisma/generated/client";
import { subjectNames } from "./subject-names";

/** How many events a page of the audit log has. */
const eventsPerPage = 50;

/** An event as the audit log shows it. */
export interface AuditRow {
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  actorId: string | null;
  /** Null where nobody was signed in, for an account that is gone, and for who is unknown to the organisation by now. */
  actor: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  /** What it was done to is called; null where that is gone, has no name, or is not to be seen. */
  subject: string | null;
  /** Name of the model that the detail refers to, as for `subject`. */
  model: string | null;
  address: string;
  detail: Record<string, unknown>;
}

const dayLength = 24 * 60 * 60 * 1_000;

function whereOf({ organisationId }: OrganisationManageAccess, listing: AuditListing): Prisma.AuditEventWhereInput {
  const { kind, person, from, to } = listing;
  return {
    AND: [
      { organisationId },
      ...(kind ? [{ OR: auditKinds[kind].begins.map((start) => ({ action: { startsWith: start } })) }] : []),
      ...(person ? [{ actorId: person }] : []),
      ...(from ? [{ at: { gte: new Date(from) } }] : []),
      ...(to ? [{ at: { lt: new Date(Date.parse(to) + dayLength) } }] : []),
    ],
  };
}

async function readEvents(
  tx: ScopedTransaction,
  access: OrganisationManageAccess,
  where: Prisma.AuditEventWhereInput,
  window: { skip: number; take: number },
): Promise<AuditRow[]> {
  const events = await tx.auditEvent.findMany({ where, orderBy: [{ at: "desc" }, { id: "desc" }], ...window });
  const names = await subjectNames(tx, access, events);
  const nameOf = (id: unknown) => names.get(String(id)) ?? null;
  return events.map(({ id, at, actorId, action, subjectType, subjectId, address, detail }) => ({
    id,
    at: at.toISOString(),
    actorId,
    actor: nameOf(actorId),
    action,
    subjectType,
    subjectId,
    subject: nameOf(subjectId),
    model: nameOf((detail as { model?: unknown } | null)?.model),
    address,
    detail: (detail ?? {}) as Record<string, unknown>,
  }));
}

export interface AuditPage {
  events: AuditRow[];
  total: number;
  page: number;
  pages: number;
  /** Who can be filtered by: everybody with an event. */
  people: { id: string; name: string }[];
}

/** One page of the organisation's audit log, newest first. */
export async function listEvents(access: OrganisationManageAccess, listing: AuditListing): Promise<AuditPage> {
  return inScope(access.scope, async (tx) => {
    const where = whereOf(access, listing);
    const total = await tx.auditEvent.count({ where });
    const pages = Math.max(1, Math.ceil(total / eventsPerPage));
    const page = Math.min(listing.page, pages);
    const events = await readEvents(tx, access, where, { skip: (page - 1) * eventsPerPage, take: eventsPerPage });
    const acting = await tx.auditEvent.groupBy({ by: ["actorId"], where: { organisationId: access.organisationId } });
    const people = await tx.user.findMany({
      where: { id: { in: acting.flatMap(({ actorId }) => actorId ?? []) } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    });
    return { events, total, page, pages, people };
  });
}

/** The whole of what the listing asks for, in pieces of a thousand, each read when it is wanted. */
export async function* eachEvent(access: OrganisationManageAccess, listing: AuditListing): AsyncGenerator<AuditRow[]> {
  // Nothing that is written while it is read moves what was not read yet.
  const until = new Date();
  const where: Prisma.AuditEventWhereInput = { AND: [whereOf(access, listing), { at: { lte: until } }] };
  const piece = 1_000;
  for (let skip = 0; ; skip += piece) {
    const events = await inScope(access.scope, (tx) => readEvents(tx, access, where, { skip, take: piece }));
    if (events.length > 0) yield events;
    if (events.length < piece) return;
  }
}
