import { inputsDownload } from "@/lib/server/exports/model-csv";
import { route } from "@/lib/server/http/route";

export const GET = route({ name: "/models/[id]/export/inputs.csv", requires: "view" }, (request, { access, origin }) =>
  inputsDownload(access, request.nextUrl.searchParams, origin),
);
