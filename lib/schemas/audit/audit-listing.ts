import { type AuditKind, auditKinds } from "@/lib/organisations/audit-kinds";
import { day } from "../day";
import { z } from "../zod";

const kinds = Object.keys(auditKinds) as [AuditKind, ...AuditKind[]];
const listed = day("").optional().catch(undefined);

/** What the audit log is asked for; what makes no sense counts as if it had not been given. */
export const auditListingSchema = z.object({
  kind: z.enum(kinds).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  /** First and last day, UTC, both of them included. */
  from: listed,
  to: listed,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type AuditListing = z.output<typeof auditListingSchema>;

export function readAuditListing(parameters: Readonly<Record<string, unknown>>): AuditListing {
  return auditListingSchema.parse(parameters);
}

/** The parameters of an address for this listing. */
export function auditQuery({ kind, person, from, to, page }: AuditListing): string {
  const given = Object.entries({ kind, person, from, to, page: page === 1 ? undefined : String(page) });
  const query = new URLSearchParams(given.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  return query.size > 0 ? `?${query}` : "";
}
