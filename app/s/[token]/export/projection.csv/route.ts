import { projectionCsv } from "@/lib/export/projection-csv";
import { linkedCsv } from "@/lib/server/exports/linked-csv";
import { route } from "@/lib/server/http/route";

export const GET = route<"link:download", { token: string }>(
  { requires: "link:download" },
  (_request, { access, origin }) => linkedCsv(access, "projection", projectionCsv, origin),
);
