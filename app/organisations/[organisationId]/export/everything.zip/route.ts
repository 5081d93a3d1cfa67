import { recordEvent } from "@/lib/server/audit/record-event";
import { attachment } from "@/lib/server/exports/attachment";
import { everythingZip } from "@/lib/server/exports/everything-zip";
import { plain, route } from "@/lib/server/http/route";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { inScope } from "@/lib/server/runtime/scope";

export const GET = route(
  { name: "/organisations/[organisationId]/export/everything.zip", requires: "organisation:manage", confirms: true },
  async (_request, { access, confirmation, origin }) => {
    if (!(await isWithinLimit("export-everything", access.user.id, { points: 10, seconds: 60 * 60 }))) {
      const message = "You have exported everything 10 times within an hour. Wait, then try again.";
      return plain(429, message, { "retry-after": "3600" });
    }
    const name = await inScope(access.scope, async (tx) => {
      await recordEvent(tx, access, origin, {
        action: "organisation.exported",
        subjectType: "organisation",
        subjectId: access.organisationId,
      });
      const where = { id: access.organisationId };
      return (await tx.organisation.findFirstOrThrow({ where, select: { name: true } })).name;
    });
    return new Response(await everythingZip(access, confirmation), {
      headers: {
        "content-type": "application/zip",
        "content-disposition": attachment(name, "everything.zip"),
        "cache-control": "private, no-store",
      },
    });
  },
);
