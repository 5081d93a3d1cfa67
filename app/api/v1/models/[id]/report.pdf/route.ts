import { program } from "@/lib/server/exports/model-csv";
import { reportDownload } from "@/lib/server/exports/report-download";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/models/[id]/report.pdf", requires: "view", token: "models:read" },
  (request, { access, origin }) => reportDownload(access, request.nextUrl.searchParams, origin, program),
);
