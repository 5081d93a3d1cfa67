import { projectionCsv } from "@/lib/export/projection-csv";
import { linkedCsv } from "@/lib/server/exports/linked-csv";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/s/[token]/export/projection.csv", requires: "link:download" },
  (_request, { access, origin }) => linkedCsv(access, "projection", projectionCsv, origin),
);
