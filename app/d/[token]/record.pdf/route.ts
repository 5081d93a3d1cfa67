import { linkedRecordPdf } from "@/lib/server/exports/record-download";
import { route } from "@/lib/server/http/route";

export const GET = route({ name: "/d/[token]/record.pdf", requires: "nobody" }, (request, { params, origin }) =>
  linkedRecordPdf(params.token, request.nextUrl.searchParams, origin),
);
