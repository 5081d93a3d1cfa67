import { linkedUncertaintyDownload } from "@/lib/server/exports/uncertainty-download";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/s/[token]/export/uncertainty.csv", requires: "link:download" },
  (request, { access, origin }) => linkedUncertaintyDownload(access, request.nextUrl.searchParams, origin),
);
