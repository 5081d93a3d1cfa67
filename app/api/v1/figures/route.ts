import { bookResponse } from "@/lib/server/api/figure-resource";
import { loadBook } from "@/lib/server/figures/get-figures";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/figures", requires: "organisation:view", token: "models:read", isKept: true },
  async (_request, { access }) => bookResponse(await loadBook(access)),
);
