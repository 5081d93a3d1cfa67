import { program } from "@/lib/server/exports/model-csv";
import { modelJsonDownload } from "@/lib/server/exports/model-json";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/models/[id]/model.json", requires: "view", token: "models:read" },
  (_request, { access, origin }) => modelJsonDownload(access, origin, program),
);
