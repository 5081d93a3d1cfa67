import { linkedReport } from "@/lib/server/exports/report-download";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/s/[token]/export/report.pdf", requires: "link:download" },
  (request, { access, origin }) => linkedReport(access, request.nextUrl.searchParams, origin),
);
