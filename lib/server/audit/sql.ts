import "server-only";
import { auditKinds } from "@/lib/organisations/audit-kinds";
import type { AuditListing } from "@/lib/schemas/audit/audit-listing";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import { newestFirst } from "@/lib/server/lists/sql";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import type { ListPosition } from "@/lib/text/list-position";
import { Prisma } from "@/prisma/generated/client";

export interface EventRow {
  id: string;
  actorId: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  address: string;
  detail: Record<string, unknown>;
  at: Date;
}

const dayLength = 24 * 60 * 60 * 1_000;

/** Which events are asked for. */
type Filters = Omit<AuditListing, keyof ListPosition>;

function asked({ kind, person, from, to }: Filters): Prisma.Sql[] {
  const begins = kind ? auditKinds[kind].begins.map((start) => `${start}%`) : [];
  return [
    ...(kind ? [Prisma.sql`t.action like any (${begins})`] : []),
    ...(person ? [Prisma.sql`t.actor_id = ${person}::uuid`] : []),
    ...(from ? [Prisma.sql`t.at >= ${new Date(from)}`] : []),
    ...(to ? [Prisma.sql`t.at < ${new Date(Date.parse(to) + dayLength)}`] : []),
  ];
}

/** The events of an organisation that a listing asks for. */
export function loggedEvents(tx: ReadTransaction, { organisationId }: OrganisationManageAccess, filters: Filters) {
  return newestFirst<EventRow>(tx, {
    table: Prisma.sql`audit_events`,
    columns: Prisma.sql`t.id, t.actor_id as "actorId", t.action, t.subject_type as "subjectType", t.subject_id as "subjectId",
      t.address, t.detail`,
    where: Prisma.join([Prisma.sql`t.organisation_id = ${organisationId}::uuid`, ...asked(filters)], " and "),
    at: Prisma.sql`t.at`,
  });
}

/** Who of an organisation has an event, by name: from one person to the next, as there are far more events. */
export function peopleWithEvents(
  tx: ReadTransaction,
  { organisationId }: OrganisationManageAccess,
): Promise<{ id: string; name: string }[]> {
  const organisation = Prisma.sql`${organisationId}::uuid`;
  return tx.$queryRaw<{ id: string; name: string }[]>`
    with recursive acting as (
      (select actor_id from audit_events where organisation_id = ${organisation} and actor_id is not null
       order by actor_id limit 1)
      union all
      select (select e.actor_id from audit_events e where e.organisation_id = ${organisation} and e.actor_id > a.actor_id
              order by e.actor_id limit 1)
      from acting a where a.actor_id is not null)
    select u.id, u.name from acting a join users u on u.id = a.actor_id order by u.name, u.id`;
}
