import "server-only";
import { csvLines } from "@/lib/export/csv";
import type { AuditListing } from "@/lib/schemas/audit/audit-listing";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import { textCell } from "@/lib/text/csv-cell";
import { type CsvFormat, usualFormat } from "@/lib/value/csv-format";
import { eachEvent } from "./list-events";

/** audit.csv: one row per event, newest first; times in UTC. */
export async function* auditCsv(
  access: OrganisationManageAccess,
  listing: AuditListing,
  format: CsvFormat = usualFormat,
): AsyncGenerator<string> {
  yield csvLines(
    [["at", "actor", "actor_id", "action", "subject_type", "subject", "subject_id", "address", "detail"]],
    format,
  );
  for await (const events of eachEvent(access, listing)) {
    yield csvLines(
      events.map(({ at, actor, actorId, action, subjectType, subject, subjectId, address, detail }) => [
        at,
        textCell(actor ?? ""),
        actorId ?? "",
        action,
        subjectType,
        textCell(subject ?? ""),
        subjectId,
        textCell(address),
        textCell(JSON.stringify(detail)),
      ]),
      format,
    );
  }
}
