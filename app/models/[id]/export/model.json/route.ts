import { modelJsonDownload } from "@/lib/server/exports/model-json";
import { route } from "@/lib/server/http/route";

export const GET = route({ name: "/models/[id]/export/model.json", requires: "view" }, (_request, { access, origin }) =>
  modelJsonDownload(access, origin),
);
