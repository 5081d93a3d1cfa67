import { readAuditListing } from "@/lib/schemas/audit/audit-listing";
import { auditCsv } from "@/lib/server/audit/audit-csv";
import { recordEvent } from "@/lib/server/audit/record-event";
import { attachment } from "@/lib/server/exports/attachment";
import { textStream } from "@/lib/server/exports/stream";
import { plain, route } from "@/lib/server/http/route";
import { getCsvFormat } from "@/lib/server/people/csv-format";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { inScope } from "@/lib/server/runtime/scope";

export const GET = route(
  { name: "/organisations/[organisationId]/export/audit.csv", requires: "organisation:manage" },
  async (request, { access, origin }) => {
    if (!(await isWithinLimit("export", access.user.id, { points: 60, seconds: 60 }))) {
      const message = "You have downloaded 60 files within a minute. Wait a minute, then try again.";
      return plain(429, message, { "retry-after": "60" });
    }
    const listing = readAuditListing(Object.fromEntries(request.nextUrl.searchParams));
    await inScope(access.scope, (tx) =>
      recordEvent(tx, access, origin, {
        action: "audit.exported",
        subjectType: "organisation",
        subjectId: access.organisationId,
      }),
    );
    return new Response(textStream(auditCsv(access, listing, await getCsvFormat(access.user)), { mark: true }), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": attachment("Peerbalance", "audit.csv"),
        "cache-control": "private, no-store",
      },
    });
  },
);
