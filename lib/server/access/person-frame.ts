import "server-only";
import { cache } from "react";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { formatText, usualFormat } from "@/lib/value/csv-format";
import type { OrganisationRole } from "@/prisma/generated/client";
import type { AuthenticatedUser } from "./person";
import { readPersonFrame } from "./sql";

/** What every page shows of the person who asks for it, whatever else it shows. */
export interface PersonFrame {
  unreadNotices: number;
  /** How the CSV files of the person are written; null for the usual way. */
  csvFormat: string | null;
  /** When the account is deleted for good, where its person asked for that. */
  deletionDueAt: Date | null;
  /** The organisations that the person belongs to, the one they joined first before the others. */
  organisations: { id: string; name: string; role: OrganisationRole; deletionDueAt: Date | null }[];
}

/** Read once for a page, in one statement: its header, its list and what stands above that all ask for parts of it. */
export const personFrame = cache(async (user: AuthenticatedUser): Promise<PersonFrame> => {
  const row = await readInScope({ user: user.id }, (tx) => readPersonFrame(tx, user.id));
  return {
    unreadNotices: row.unreadNotices,
    csvFormat: row.csvFormat === formatText(usualFormat) ? null : row.csvFormat,
    deletionDueAt: row.deletionDueAt,
    organisations: row.organisations.map(({ id, name, role, dueAt }) => ({
      id,
      name,
      role,
      deletionDueAt: dueAt === null ? null : new Date(dueAt),
    })),
  };
});
