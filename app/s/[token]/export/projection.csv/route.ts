import { linkedCsv } from "@/lib/server/exports/linked-csv";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/s/[token]/export/projection.csv", requires: "link:download" },
  (request, { access, origin }) => linkedCsv(access, "projection", request.nextUrl.searchParams, origin),
);
