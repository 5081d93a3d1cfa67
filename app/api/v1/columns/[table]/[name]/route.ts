import { statedColumnSchema } from "@/lib/schemas/api/columns";
import { namedColumn } from "@/lib/server/api/column-resource";
import { readBody } from "@/lib/server/api/read-body";
import { refusalResponse } from "@/lib/server/api/refusal";
import { nameColumns } from "@/lib/server/columns/column-names";
import { forgetColumns } from "@/lib/server/columns/forget-columns";
import { faultsOf } from "@/lib/server/http/faults-of";
import { route } from "@/lib/server/http/route";

const door = {
  name: "/api/v1/columns/[table]/[name]",
  requires: "organisation:manage",
  token: "figures:write",
} as const;

const nothing = "Nothing was changed.";
const done = () => new Response(null, { status: 204 });

export const PUT = route(door, async (request, { access, params, origin }) => {
  const body = await readBody(request);
  if (!body.ok) return body.response;
  const stated = statedColumnSchema.safeParse(body.value);
  if (!stated.success) return refusalResponse({ ok: false, faults: faultsOf(stated.error) }, nothing);
  const named = namedColumn(params, stated.data.key);
  if (!named.ok) return refusalResponse(named, nothing);
  const { table, name, key } = named;
  const outcome = await nameColumns(access, { table, columns: [{ name, key }] }, origin);
  return outcome.ok ? done() : refusalResponse(outcome, nothing);
});

export const DELETE = route(door, async (_request, { access, params, origin }) => {
  const named = namedColumn(params, null);
  if (!named.ok) return refusalResponse(named, nothing);
  const outcome = await forgetColumns(access, { table: named.table, names: [named.name] }, origin);
  return outcome.ok ? done() : refusalResponse(outcome, nothing);
});
