import { linkedInputsCsv } from "@/lib/server/exports/linked-csv";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/s/[token]/export/inputs.csv", requires: "link:download" },
  (request, { access, origin }) => linkedInputsCsv(access, request.nextUrl.searchParams, origin),
);
