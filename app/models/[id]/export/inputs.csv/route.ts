import { inputsDownload } from "@/lib/server/exports/model-csv";
import { route } from "@/lib/server/http/route";

export const GET = route<"view", { id: string }>({ requires: "view" }, (_request, { access, origin }) =>
  inputsDownload(access, origin),
);
