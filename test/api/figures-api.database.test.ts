import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as figureRevisions } from "@/app/api/v1/figures/[key]/revisions/route";
import { DELETE, PUT, GET as read } from "@/app/api/v1/figures/[key]/route";
import { GET as lineRevisions } from "@/app/api/v1/figures/lines/[table]/[key]/revisions/route";
import { DELETE as DeleteLine, PUT as PutLine, GET as readLine } from "@/app/api/v1/figures/lines/[table]/[key]/route";
import { GET as list } from "@/app/api/v1/figures/route";
import { GET as readModel } from "@/app/api/v1/models/[id]/route";
import { POST as createModel } from "@/app/api/v1/models/route";
import { someTokens, type Who } from "@/test/api/api-tokens";

let tokens: Record<Who, string>;

beforeAll(async () => {
  tokens = await someTokens();
});

interface Asked {
  method?: string;
  key?: string;
  table?: string;
  headers?: Record<string, string>;
  body?: object;
}

function ask(
  handler: unknown,
  who: Who,
  { method = "GET", key = "users", table, headers, body }: Asked = {},
): Promise<Response> {
  const request = new NextRequest(`http://localhost:3000/api/v1/figures/${key}`, {
    method,
    headers: { authorization: `Bearer ${tokens[who]}`, "content-type": "application/json", ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const params = Promise.resolve({ table, key, id: key });
  return (handler as (request: NextRequest, context: object) => Promise<Response>)(request, { params });
}

interface Revision {
  number: number;
  author: string;
  stated: { value?: number; row?: { amount: number } } | null;
}

const first = { "if-none-match": "*" };

describe("/api/v1/figures", () => {
  it("states, reads and removes a figure, with its revision as ETag", async () => {
    const stated = { value: 45_000, low: 40_000, high: 50_000, evidence: "measured", owner: "Sales" };
    expect((await ask(PUT, "writes", { method: "PUT", body: stated })).status).toBe(428);
    const made = await ask(PUT, "writes", { method: "PUT", headers: first, body: stated });
    expect([made.status, made.headers.get("etag")]).toEqual([201, '"1"']);
    expect((await ask(PUT, "writes", { method: "PUT", headers: first, body: stated })).status).toBe(412);
    const change = { method: "PUT", headers: { "if-match": '"1"' }, body: { value: 46_000 } };
    expect((await ask(PUT, "writes", change)).status).toBe(200);
    const stale = await ask(PUT, "writes", change);
    expect([stale.status, (await stale.json()).revision]).toEqual([412, 2]);
    const figure = await (await ask(read, "reads")).json();
    expect(figure).toEqual({
      ...{ key: "users", value: 46_000, currency: null, revision: 2, changedBy: "Ada" },
      changedAt: expect.any(String),
    });
    expect(await (await ask(list, "members")).json()).toMatchObject({ currency: "USD", figures: [figure], lines: [] });
    expect((await ask(DELETE, "writes", { method: "DELETE", headers: { "if-match": "*" } })).status).toBe(204);
    expect((await ask(read, "reads")).status).toBe(404);
    expect((await ask(DELETE, "writes", { method: "DELETE", headers: { "if-match": "*" } })).status).toBe(404);
    const { revisions } = await (await ask(figureRevisions, "members")).json();
    expect(revisions.map(({ number, author, stated }: Revision) => [number, author, stated?.value])).toEqual([
      [3, "Ada", undefined],
      [2, "Ada", 46_000],
      [1, "Ada", 45_000],
    ]);
    expect((await ask(figureRevisions, "mallorys")).status).toBe(404);
  });

  it("names what is wrong, and changes nothing", async () => {
    const wrong = await ask(PUT, "writes", { method: "PUT", headers: first, body: { value: -1, secret: 1 } });
    expect(wrong.status).toBe(422);
    expect(
      (await ask(PUT, "writes", { method: "PUT", key: "nothing", headers: first, body: { value: 1 } })).status,
    ).toBe(404);
    expect((await ask(PUT, "writes", { method: "PUT", headers: { "if-match": "7" }, body: { value: 1 } })).status).toBe(
      400,
    );
    expect((await ask(read, "reads")).status).toBe(404);
  });

  it("is changed by admins' tokens of its organisation with the scope, and by no others", async () => {
    const body = { value: 48_000 };
    expect((await ask(PUT, "reads", { method: "PUT", headers: first, body })).status).toBe(403);
    expect((await ask(PUT, "members", { method: "PUT", headers: first, body })).status).toBe(403);
    expect((await ask(PUT, "writes", { method: "PUT", headers: first, body })).status).toBe(201);
    // Mallory's token states a figure of Mallory's organisation, and sees none of Ada's.
    expect((await ask(read, "mallorys")).status).toBe(404);
    expect((await ask(DELETE, "mallorys", { method: "DELETE", headers: { "if-match": "*" } })).status).toBe(404);
    expect((await (await ask(list, "mallorys")).json()).figures).toEqual([]);
    expect((await (await ask(read, "reads")).json()).value).toBe(48_000);
  });
});

describe("/api/v1/figures/lines", () => {
  const row = { label: "Audit", category: "software", architectures: ["cloud"], kind: "monthly", amount: 1000 };
  const body = { row, isBegunWith: false };
  const audit = { table: "customLines", key: "audit" };
  const put = (who: Who, more: Asked = {}) => ask(PutLine, who, { method: "PUT", ...audit, body, ...more });
  const remove = (who: Who) => ask(DeleteLine, who, { method: "DELETE", ...audit, headers: { "if-match": "*" } });

  it("adds, reads, changes and removes a line, with its revision as ETag", async () => {
    expect((await put("writes")).status).toBe(428);
    const made = await put("writes", { headers: first });
    expect([made.status, made.headers.get("etag")]).toEqual([201, '"1"']);
    expect((await put("writes", { headers: first })).status).toBe(412);
    const dearer = { row: { ...row, amount: 1200, id: "other" }, isBegunWith: false };
    expect((await put("writes", { headers: { "if-match": '"1"' }, body: dearer })).status).toBe(200);
    const stale = await put("writes", { headers: { "if-match": '"1"' } });
    expect([stale.status, (await stale.json()).revision]).toEqual([412, 2]);
    const line = await (await ask(readLine, "reads", audit)).json();
    expect(line).toEqual({
      ...{ table: "customLines", row: { ...row, amount: 1200, id: "audit" }, isBegunWith: false, currency: "USD" },
      ...{ revision: 2, changedBy: "Ada", changedAt: expect.any(String) },
    });
    expect((await (await ask(list, "members")).json()).lines).toEqual([line]);
    expect((await remove("writes")).status).toBe(204);
    expect((await ask(readLine, "reads", audit)).status).toBe(404);
    expect((await remove("writes")).status).toBe(404);
    const { revisions } = await (await ask(lineRevisions, "members", audit)).json();
    expect(revisions.map(({ number, stated }: Revision) => [number, stated?.row?.amount])).toEqual([
      [3, undefined],
      [2, 1200],
      [1, 1000],
    ]);
    expect((await ask(lineRevisions, "mallorys", audit)).status).toBe(404);
  });

  it("names what is wrong, and changes nothing", async () => {
    const wrong = await put("writes", { headers: first, body: { ...body, row: { ...row, amount: "much" } } });
    expect([wrong.status, (await wrong.json()).faults[0].key]).toEqual([422, "amount"]);
    expect((await put("writes", { headers: first, body: { row } })).status).toBe(422);
    expect((await put("writes", { headers: first, table: "register" })).status).toBe(404);
    expect((await put("writes", { headers: first, key: "a b" })).status).toBe(404);
    expect((await ask(readLine, "reads", audit)).status).toBe(404);
  });

  it("are changed by admins' tokens of their organisation with the scope, and by no others", async () => {
    expect((await put("reads", { headers: first })).status).toBe(403);
    expect((await put("members", { headers: first })).status).toBe(403);
    expect((await put("writes", { headers: first })).status).toBe(201);
    expect((await ask(readLine, "members", audit)).status).toBe(200);
    expect((await remove("members")).status).toBe(403);
    expect((await ask(readLine, "mallorys", audit)).status).toBe(404);
    expect((await remove("mallorys")).status).toBe(404);
    expect((await put("mallorys", { headers: { "if-match": '"1"' } })).status).toBe(404);
    expect((await ask(readLine, "reads", audit)).status).toBe(200);
    expect((await remove("writes")).status).toBe(204);
  });
});

describe("a model over the API", () => {
  const made = async (body: object) => {
    const answer = await ask(createModel, "reads", { method: "POST", body });
    expect(answer.status).toBe(201);
    return answer.json();
  };

  it("begins with the figures where it states no inputs, and stands as it is where it states them", async () => {
    const begun = await made({ name: "Patches" });
    expect(begun.inputs).toEqual({ users: 48_000 });
    expect(begun.notes.users.follows).toMatchObject({ value: 48_000 });
    // The model of a model.json is a body that this takes.
    const again = await made({ name: "Patches", inputs: {} });
    expect(again.inputs).toEqual({});
    expect((await (await ask(readModel, "reads", { key: begun.id })).json()).inputs.users).toBe(48_000);
  });

  it("keeps what it states beside an input, and no figure replaces it", async () => {
    const users = { range: { kind: "range", low: 40_000, high: 60_000 }, evidence: "measured", source: "Own count" };
    expect((await made({ name: "Patches", notes: { users } })).notes.users).toEqual(users);
    // A note alone says nothing of the value.
    const noted = await made({ name: "Patches", notes: { users: { note: "Ask Ada" } } });
    expect(noted.notes.users).toMatchObject({ note: "Ask Ada", follows: { value: 48_000 } });
  });
});
