import "server-only";
import type { AuditListing } from "@/lib/schemas/audit/audit-listing";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import type { TimePlace } from "@/lib/server/lists/list-place";
import { readPage } from "@/lib/server/lists/read-page";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { inScope } from "@/lib/server/runtime/scope";
import type { Paging } from "@/lib/text/list-position";
import { type EventRow, loggedEvents, peopleWithEvents } from "./sql";
import { subjectNames } from "./subject-names";

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

async function named(access: OrganisationManageAccess, events: readonly EventRow[]): Promise<AuditRow[]> {
  const names = await inScope(access.scope, (tx) => subjectNames(tx, access, events));
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
    model: nameOf(detail.model),
    address,
    detail,
  }));
}

export interface AuditPage extends Paging {
  events: AuditRow[];
  /** Who can be filtered by: everybody with an event. */
  people: { id: string; name: string }[];
}

/** One page of the organisation's audit log, newest first. */
export async function listEvents(access: OrganisationManageAccess, listing: AuditListing): Promise<AuditPage> {
  const { rows, people, ...paging } = await readInScope(
    access.scope,
    async (tx) => {
      const [page, people] = await Promise.all([
        readPage(listing, loggedEvents(tx, access, listing)),
        peopleWithEvents(tx, access),
      ]);
      return { ...page, people };
    },
    { byIndex: true },
  );
  return { ...paging, people, events: await named(access, rows) };
}

/** The whole of what the listing asks for, in pieces of a thousand, each read when it is wanted. */
export async function* eachEvent(access: OrganisationManageAccess, listing: AuditListing): AsyncGenerator<AuditRow[]> {
  const piece = 1_000;
  // Each from where the one before ended, so nothing that is written while it is read moves what was not read yet.
  for (let after: TimePlace | undefined; ; ) {
    const rows = await readInScope(
      access.scope,
      (tx) => loggedEvents(tx, access, listing).stretch({ limit: piece, ...(after && { after }) }),
      { byIndex: true },
    );
    if (rows.length > 0) yield await named(access, rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < piece) return;
    after = [last.at.toISOString(), last.id];
  }
}
