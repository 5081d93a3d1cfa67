import { program } from "@/lib/server/exports/model-csv";
import { recordPdfDownload } from "@/lib/server/exports/record-download";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/models/[id]/decisions/[number]/record.pdf", requires: "view", token: "models:read" },
  (request, { params, access, origin }) =>
    recordPdfDownload(access, params.number, request.nextUrl.searchParams, origin, program.refuse),
);
