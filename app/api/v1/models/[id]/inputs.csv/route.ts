import { inputsDownload, program } from "@/lib/server/exports/model-csv";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/models/[id]/inputs.csv", requires: "view", token: "models:read" },
  (_request, { access, origin }) => inputsDownload(access, origin, program),
);
