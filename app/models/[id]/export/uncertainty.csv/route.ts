import { uncertaintyDownload } from "@/lib/server/exports/uncertainty-download";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/models/[id]/export/uncertainty.csv", requires: "view" },
  (request, { access, origin }) => uncertaintyDownload(access, request.nextUrl.searchParams, origin),
);
