import { workbookDownload } from "@/lib/server/exports/workbook-download";
import { route } from "@/lib/server/http/route";

export const GET = route({ name: "/models/[id]/export/model.xlsx", requires: "view" }, (_request, { access, origin }) =>
  workbookDownload(access, origin),
);
