import { program } from "@/lib/server/exports/model-csv";
import { workbookDownload } from "@/lib/server/exports/workbook-download";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/models/[id]/model.xlsx", requires: "view", token: "models:read" },
  (_request, { access, origin }) => workbookDownload(access, origin, program),
);
