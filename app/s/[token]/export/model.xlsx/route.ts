import { linkedWorkbookDownload } from "@/lib/server/exports/workbook-download";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/s/[token]/export/model.xlsx", requires: "link:download" },
  (_request, { access, origin }) => linkedWorkbookDownload(access, origin),
);
