import { program } from "@/lib/server/exports/model-csv";
import { recordDownload } from "@/lib/server/exports/record-download";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/models/[id]/decisions/[number]", requires: "view", token: "models:read" },
  (_request, { params, access, origin }) => recordDownload(access, params.number, origin, program.refuse),
);
