import { reportDownload } from "@/lib/server/exports/report-download";
import { route } from "@/lib/server/http/route";

export const GET = route({ name: "/models/[id]/export/report.pdf", requires: "view" }, (request, { access, origin }) =>
  reportDownload(access, request.nextUrl.searchParams, origin),
);
