import { linkedInputsCsv } from "@/lib/server/exports/linked-csv";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/s/[token]/export/inputs.csv", requires: "link:download" },
  (_request, { access, origin }) => linkedInputsCsv(access, origin),
);
