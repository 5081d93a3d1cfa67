import { modelCsv, program } from "@/lib/server/exports/model-csv";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/models/[id]/projection.csv", requires: "view", token: "models:read" },
  (request, { access, origin }) => modelCsv(access, "projection", request.nextUrl.searchParams, origin, program),
);
