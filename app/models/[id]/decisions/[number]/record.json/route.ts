import { recordDownload } from "@/lib/server/exports/record-download";
import { plain, route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/models/[id]/decisions/[number]/record.json", requires: "view" },
  (_request, { params, access, origin }) => recordDownload(access, params.number, origin, plain),
);
