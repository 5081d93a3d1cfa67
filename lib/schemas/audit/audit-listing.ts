import { type AuditKind, auditKinds } from "@/lib/organisations/audit-kinds";
import { listStart, positionParameters, queryOf } from "@/lib/text/list-position";
import { day } from "../day";
import { positionFields } from "../list-position";
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
  ...positionFields,
});

export type AuditListing = z.output<typeof auditListingSchema>;

export function readAuditListing(parameters: Readonly<Record<string, unknown>>): AuditListing {
  return auditListingSchema.parse({ ...listStart, ...parameters });
}

/** The parameters of an address for this listing. */
export function auditQuery({ kind, person, from, to, ...position }: AuditListing): string {
  const given = Object.entries({ kind, person, from, to });
  const filters = given.flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, value]]));
  return queryOf([...filters, ...positionParameters(position)]);
}
