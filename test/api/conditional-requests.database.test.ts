import { NextRequest } from "next/server";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET, PATCH } from "@/app/api/v1/models/[id]/route";
import { modelSchema } from "@/lib/schemas/api/model-resource";
import { authorizeModel } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { modelResource } from "@/lib/server/api/model-resource";
import { createApiToken } from "@/lib/server/api/tokens";
import { archiveModel } from "@/lib/server/models/archive-and-delete";
import { loadModel } from "@/lib/server/models/get-model";
import { confirmed, newPerson, organisationOf, someModel, someOrigin } from "@/test/people";

let ada: AuthenticatedUser;
let token: string;
let id: string;

beforeAll(async () => {
  ({ user: ada } = await newPerson("Ada"));
  const input = { name: "Budget", scopes: ["models:read" as const, "models:write" as const], days: 30 as const };
  const apiToken = await createApiToken(await organisationOf(ada), confirmed(ada), input, someOrigin());
  if (!apiToken.ok) throw new Error("no token");
  token = apiToken.token;
});
beforeEach(async () => {
  id = await someModel(ada);
});

function ask(method: "GET" | "PATCH", headers: Record<string, string>, change?: object): Promise<Response> {
  const request = new NextRequest(`http://localhost:3000/api/v1/models/${id}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    ...(change && { body: JSON.stringify(change) }),
  });
  return (method === "GET" ? GET : PATCH)(request, { params: Promise.resolve({ id }) });
}

const change = (ifMatch: string, patch: object) => ask("PATCH", { "if-match": ifMatch }, patch);

describe("If-Match", () => {
  it("takes a weak tag, a list, and *; 412 tells what stands; what is malformed is 400", async () => {
    expect((await change('W/"1"', { name: "Second" })).headers.get("etag")).toBe('"2"');
    expect((await change('"1", W/"2"', { name: "Third" })).headers.get("etag")).toBe('"3"');
    expect((await change(" * ", { name: "Fourth" })).headers.get("etag")).toBe('"4"');
    for (const named of ['"3"', 'W/"3"', '"1","2"', '"04"', '""']) {
      const stale = await change(named, { name: "Late" });
      expect(stale.status, named).toBe(412);
      expect(stale.headers.get("etag")).toBe('"4"');
      expect(await stale.json()).toMatchObject({ revision: 4 });
    }
    for (const malformed of ["4", '"4', '*, "4"', 'w/"4"', ""]) {
      expect((await change(malformed, { name: "Torn" })).status, malformed).toBe(400);
    }
    expect(await (await ask("GET", {})).json()).toMatchObject({ name: "Fourth", revision: 4 });
  });

  it("of * goes through despite saves in between, and loses nobody's change", async () => {
    const keys = ["users", "horizonMonths", "pue", "serverLifeMonths", "discountRate", "generalInflation"] as const;
    const values = [70_000, 48, 1.3, 48, 0.05, 0.01];
    const answers = await Promise.all(keys.map((key, place) => change("*", { inputs: { [key]: values[place] } })));
    expect(answers.map(({ status }) => status)).toEqual(keys.map(() => 200));
    const { inputs, revision } = await (await ask("GET", {})).json();
    expect(inputs).toEqual(Object.fromEntries(keys.map((key, place) => [key, values[place]])));
    expect(revision).toBe(1 + keys.length);
  });

  it("of one tag lets one of several through", async () => {
    const answers = await Promise.all([1, 2, 3, 4].map((n) => change('W/"1"', { name: `Number ${n}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });
});

describe("If-None-Match", () => {
  it("answers 304 without a body while that revision stands, and 400 where it is malformed", async () => {
    for (const known of ['"1"', 'W/"1"', '"9", W/"1"', "*"]) {
      const answer = await ask("GET", { "if-none-match": known });
      expect(answer.status, known).toBe(304);
      expect(answer.headers.get("etag")).toBe('"1"');
      expect(await answer.text()).toBe("");
    }
    expect((await ask("GET", { "if-none-match": '"2"' })).status).toBe(200);
    expect((await ask("GET", { "if-none-match": "1" })).status).toBe(400);
    const access = await authorizeModel(ada, id, "manage");
    if (access === null || access === "refused") throw new Error("Ada owns this model");
    await archiveModel(access, someOrigin());
    // Archiving makes no revision.
    expect(await (await ask("GET", { "if-none-match": '"1"' })).json()).toMatchObject({ isArchived: true });
  });
});

describe("a model's resource", () => {
  it("has the fields of the API's document and no other, whatever a model carries", async () => {
    const body = await (await ask("GET", {})).json();
    expect(modelSchema.safeParse(body).error?.issues).toBeUndefined();
    expect(Object.keys(body).sort()).toEqual(Object.keys(modelSchema.shape).sort());
    const access = await authorizeModel(ada, id, "view");
    if (access === null || access === "refused") throw new Error("Ada owns this model");
    const model = await loadModel(access);
    if (model === null) throw new Error("no model");
    // What a model may carry one day, beside what a page needs of it today.
    const more = { ...model, creatorEmail: "ada@example.org", isPrivate: true, decision: "secret" };
    expect(modelResource(more)).toEqual(modelResource(model));
    expect(Object.keys(modelResource(more)).sort()).toEqual(Object.keys(modelSchema.shape).sort());
  });
});
