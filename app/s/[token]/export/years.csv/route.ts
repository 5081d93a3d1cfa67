import { linkedCsv } from "@/lib/server/exports/linked-csv";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/s/[token]/export/years.csv", requires: "link:download" },
  (request, { access, origin }) => linkedCsv(access, "years", request.nextUrl.searchParams, origin),
);
