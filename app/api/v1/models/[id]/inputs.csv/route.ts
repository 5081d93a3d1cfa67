import { inputsDownload, program } from "@/lib/server/exports/model-csv";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/models/[id]/inputs.csv", requires: "view", token: "models:read" },
  (request, { access, origin }) => inputsDownload(access, request.nextUrl.searchParams, origin, program),
);
