import { modelCsv } from "@/lib/server/exports/model-csv";
import { route } from "@/lib/server/http/route";

export const GET = route({ name: "/models/[id]/export/years.csv", requires: "view" }, (request, { access, origin }) =>
  modelCsv(access, "years", request.nextUrl.searchParams, origin),
);
