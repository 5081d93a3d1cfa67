import { projectionCsv } from "@/lib/export/projection-csv";
import { modelCsv } from "@/lib/server/exports/model-csv";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/models/[id]/export/projection.csv", requires: "view" },
  (_request, { access, origin }) => modelCsv(access, "projection", projectionCsv, origin),
);
