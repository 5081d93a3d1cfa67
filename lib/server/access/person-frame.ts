import "server-only";
import { cache } from "react";
import { readInScope } from "@/lib/server/runtime/read-scope";
import type { OrganisationRole } from "@/prisma/generated/client";
import type { AuthenticatedUser } from "./person";

/** What every page shows of the person who asks for it, whatever else it shows. */
export interface PersonFrame {
  unreadNotices: number;
  /** When the account is deleted for good, where its person asked for that. */
  deletionDueAt: Date | null;
  /** The organisations that the person belongs to, the one they joined first before the others. */
  organisations: { id: string; name: string; role: OrganisationRole; deletionDueAt: Date | null }[];
}

interface FrameRow extends Omit<PersonFrame, "organisations"> {
  organisations: { id: string; name: string; role: OrganisationRole; dueAt: string | null }[];
}

/** Read once for a page, in one statement: its header, its list and what stands above that all ask for parts of it. */
export const personFrame = cache(async (user: AuthenticatedUser): Promise<PersonFrame> => {
  const [row] = await readInScope(
    { user: user.id },
    (tx) => tx.$queryRaw<FrameRow[]>`
      select (select count(*)::int from notices n where n.user_id = ${user.id}::uuid and n.read_at is null) as "unreadNotices",
             (select u.deletion_due_at from users u where u.id = ${user.id}::uuid) as "deletionDueAt",
             coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'role', m.role, 'dueAt', o.deletion_due_at)
                                       order by m.created_at, m.organisation_id)
                       from memberships m join organisations o on o.id = m.organisation_id
                       where m.user_id = ${user.id}::uuid), '[]') as organisations`,
  );
  if (!row) throw new Error("a statement without a table gave no row");
  return {
    ...row,
    organisations: row.organisations.map(({ dueAt, ...organisation }) => ({
      ...organisation,
      deletionDueAt: dueAt === null ? null : new Date(dueAt),
    })),
  };
});
