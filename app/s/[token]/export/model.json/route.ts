import { linkedModelJson } from "@/lib/server/exports/model-json";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/s/[token]/export/model.json", requires: "link:download" },
  (_request, { access, origin }) => linkedModelJson(access, origin),
);
