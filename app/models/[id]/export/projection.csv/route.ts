import { modelCsv } from "@/lib/server/exports/model-csv";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/models/[id]/export/projection.csv", requires: "view" },
  (request, { access, origin }) => modelCsv(access, "projection", request.nextUrl.searchParams, origin),
);
