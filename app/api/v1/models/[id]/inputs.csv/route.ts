import { inputsDownload, program } from "@/lib/server/exports/model-csv";
import { route } from "@/lib/server/http/route";

export const GET = route<"view", { id: string }, "models:read">(
  { requires: "view", token: "models:read" },
  (_request, { access, origin }) => inputsDownload(access, origin, program),
);
