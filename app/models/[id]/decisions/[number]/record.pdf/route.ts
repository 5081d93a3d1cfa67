import { recordPdfDownload } from "@/lib/server/exports/record-download";
import { plain, route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/models/[id]/decisions/[number]/record.pdf", requires: "view" },
  (request, { params, access, origin }) =>
    recordPdfDownload(access, params.number, request.nextUrl.searchParams, origin, plain),
);
