import { listColumnNames } from "@/lib/server/columns/forget-columns";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/columns", requires: "organisation:view", token: "models:read" },
  async (_request, { access }) => {
    const named = await listColumnNames(access);
    const columns = named.flatMap(({ table, columns }) => columns.map((column) => ({ table, ...column })));
    return Response.json({ columns }, { headers: { "cache-control": "private, no-store" } });
  },
);
