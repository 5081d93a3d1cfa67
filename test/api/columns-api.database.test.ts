import { NextRequest } from "next/server";
import { beforeAll, expect, it } from "vitest";
import { DELETE, PUT } from "@/app/api/v1/columns/[table]/[name]/route";
import { GET as list } from "@/app/api/v1/columns/route";
import { someTokens, type Who } from "@/test/api/api-tokens";

let tokens: Record<Who, string>;

beforeAll(async () => {
  tokens = await someTokens();
});

function ask(handler: unknown, who: Who, name = "Kerne (Stück)", body?: object, table = "register"): Promise<Response> {
  const request = new NextRequest("http://localhost:3000/api/v1/columns", {
    method: body ? "PUT" : "GET",
    headers: { authorization: `Bearer ${tokens[who]}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const params = Promise.resolve({ table, name });
  return (handler as (request: NextRequest, context: object) => Promise<Response>)(request, { params });
}

it("names, lists and forgets columns, by the name without capitals, spaces and marks", async () => {
  expect((await ask(PUT, "writes", undefined, { key: "cores" })).status).toBe(204);
  expect((await ask(PUT, "writes", "Raum", { key: null })).status).toBe(204);
  const said = { table: "register", changedAt: expect.any(String), changedBy: "Ada" };
  expect(await (await ask(list, "members")).json()).toEqual({
    columns: [
      { ...said, name: "kerne", key: "cores" },
      { ...said, name: "raum", key: null },
    ],
  });
  expect((await ask(DELETE, "writes", "RAUM")).status).toBe(204);
  expect((await ask(DELETE, "writes", "RAUM")).status).toBe(404);
});

it("names what is wrong, and changes nothing", async () => {
  const statusOf = async (name: string, body: object, table?: string) =>
    (await ask(PUT, "writes", name, body, table)).status;
  expect(await statusOf("Kerne", { key: "__proto__" })).toBe(422);
  expect(await statusOf("Kerne", { key: "cores", name: "Other" })).toBe(422);
  expect(await statusOf("?!", { key: "cores" })).toBe(422);
  expect(await statusOf("Kerne", { key: "cores" }, "machines")).toBe(404);
  expect((await (await ask(list, "reads")).json()).columns).toMatchObject([{ name: "kerne", key: "cores" }]);
});

it("is an admin's token's of the organisation with the scope, and no other's", async () => {
  for (const who of ["reads", "members"] as const) {
    expect((await ask(PUT, who, "Kerne", { key: "watts" })).status).toBe(403);
    expect((await ask(DELETE, who, "Kerne")).status).toBe(403);
  }
  expect((await ask(DELETE, "mallorys", "Kerne")).status).toBe(404);
  expect((await (await ask(list, "mallorys")).json()).columns).toEqual([]);
  expect((await (await ask(list, "reads")).json()).columns).toMatchObject([{ name: "kerne", key: "cores" }]);
});
