import { listComments } from "@/lib/server/comments/list-comments";
import { route } from "@/lib/server/http/route";

export const GET = route({ name: "/models/[id]/threads", requires: "view" }, async (_request, { access }) =>
  Response.json(await listComments(access), { headers: { "cache-control": "private, no-store" } }),
);
