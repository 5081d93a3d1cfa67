import { program } from "@/lib/server/exports/model-csv";
import { uncertaintyDownload } from "@/lib/server/exports/uncertainty-download";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/models/[id]/uncertainty.csv", requires: "view", token: "models:read" },
  (request, { access, origin }) => uncertaintyDownload(access, request.nextUrl.searchParams, origin, program),
);
