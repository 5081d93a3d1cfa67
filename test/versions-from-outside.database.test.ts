import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as evaluationOf } from "@/app/api/v1/models/[id]/evaluation/route";
import { PATCH } from "@/app/api/v1/models/[id]/route";
import { saveModelAction } from "@/app/models/[id]/actions";
import { cookieName } from "@/lib/cookie-names";
import type { EditAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { createApiToken } from "@/lib/server/api/tokens";
import { listRevisions } from "@/lib/server/history/list-revisions";
import { restoreRevision } from "@/lib/server/history/restore-revision";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { getScenarios } from "@/lib/server/scenarios/get-scenarios";
import { saveUnder, superuserOfThisFile } from "@/test/database/superuser";
import { confirmed, editAccessTo, newPerson, organisationOf, someDraft, someModel, someOrigin } from "@/test/people";

// As if the present version were the second, and the first had said otherwise of two inputs only: what was released may change, this test not.
vi.mock("@/lib/model/version", () => ({ modelVersion: 2 }));
vi.mock("@/lib/model/released/older-versions", () => ({
  olderVersions: new Map([
    [
      1,
      [
        { key: "onPremisesComplianceAnnual", default: 20_000, min: 0, max: 1_000_000_000, integer: false },
        { key: "serverLifeMonths", default: 60, min: 6, max: 240, integer: true },
      ],
    ],
  ]),
}));

// A page's request stands in for a browser's: there is none around a test.
const request = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000" }),
  cookies: async () => ({
    getAll: () => [{ name: cookieName("http://localhost:3000", "session"), value: request.cookie }],
  }),
}));

let ada: AuthenticatedUser;
let apiToken: string;
let id: string;
let access: EditAccess;
const superuser = superuserOfThisFile();

beforeAll(async () => {
  const { user, token: sessionToken } = await newPerson("Ada");
  ada = user;
  request.cookie = await encode({ token: { sessionToken }, secret: process.env.NEXTAUTH_SECRET ?? "" });
  const token = await createApiToken(
    await organisationOf(ada),
    confirmed(ada),
    { name: "Budget", scopes: ["models:read", "models:write"], days: 30 },
    someOrigin(),
  );
  if (!token.ok) throw new Error("no token");
  apiToken = token.token;
});

beforeEach(async () => {
  id = await someModel(ada);
  access = await editAccessTo(ada, id);
});

const stored = async () =>
  (await superuser.query("select model_version, inputs, name, revision from cost_models where id = $1", [id])).rows[0];
const storedRevision = async (number: number) =>
  (
    await superuser.query("select model_version, inputs, note from revisions where model_id = $1 and number = $2", [
      id,
      number,
    ])
  ).rows[0];

const headersWith = (headers: Record<string, string> = {}) => ({ authorization: `Bearer ${apiToken}`, ...headers });
const context = () => ({ params: Promise.resolve({ id }) });
const address = () => `http://localhost:3000/api/v1/models/${id}`;

function change(patch: object, ifMatch: string): Promise<Response> {
  const headers = headersWith({ "content-type": "application/merge-patch+json", "if-match": ifMatch });
  return PATCH(new NextRequest(address(), { method: "PATCH", headers, body: JSON.stringify(patch) }), context());
}

async function totals(): Promise<Record<"onPremises" | "cloud" | "peerToPeer", number>> {
  const body = await evaluationOf(new NextRequest(`${address()}/evaluation`, { headers: headersWith() }), context());
  expect(body.status).toBe(200);
  const { architectures } = await body.json();
  const { onPremises, cloud, peerToPeer } = architectures;
  return { onPremises: onPremises.total, cloud: cloud.total, peerToPeer: peerToPeer.total };
}

// No growth of prices and no price of time: a yearly amount counts five times in sixty months.
const flat = { users: 60_000, generalInflation: 0, discountRate: 0 };

describe("a model moved over the API", () => {
  it("has today's defaults, its own figures and its scenarios, a revision that says so, and comes back by the one before", async () => {
    await saveUnder(superuser, id, 1, flat);
    const many = { name: "Many", inputs: { users: 90_000 }, currencyRate: 1 };
    expect((await createScenario(access, many, someOrigin())).ok).toBe(true);
    const before = await totals();

    const body = await change({ modelVersion: 2 }, '"1"');
    expect(body.status).toBe(200);
    expect(body.headers.get("etag")).toBe('"2"');
    expect(await body.json()).toMatchObject({ id, modelVersion: 2, revision: 2, inputs: flat });
    expect(await stored()).toMatchObject({ model_version: 2, inputs: flat, revision: 2 });
    expect(await storedRevision(2)).toEqual({ model_version: 2, inputs: flat, note: "Moved to version 2" });
    expect((await listRevisions(access, null)).revisions[0]).toMatchObject({ number: 2, note: "Moved to version 2" });

    // Compliance of own servers: 5 x 30,000 today, and 5 x 20,000 in version 1. The others have amounts of their own.
    const after = await totals();
    expect(after.onPremises - before.onPremises).toBeCloseTo(50_000, 4);
    expect(after.cloud).toBe(before.cloud);
    expect(after.peerToPeer).toBe(before.peerToPeer);
    const moved = await getScenarios(ada, id);
    expect(moved?.model.modelVersion).toBe(2);
    expect(moved?.scenarios).toMatchObject([{ name: "Many", inputs: { users: 90_000 } }]);

    expect(await restoreRevision(access, 1, someOrigin())).toEqual({ ok: true, number: 3, before: 2 });
    expect(await stored()).toMatchObject({ model_version: 1, inputs: flat, revision: 3 });
    expect(await totals()).toEqual(before);
    expect(await storedRevision(2)).toMatchObject({ model_version: 2, note: "Moved to version 2" });
  });

  it("is not moved past today's bounds, but moves with the figure that keeps them", async () => {
    const long = { users: 60_000, serverLifeMonths: 200 };
    await saveUnder(superuser, id, 1, long);
    const refusal = await change({ modelVersion: 2 }, '"1"');
    expect(refusal.status).toBe(422);
    expect((await refusal.json()).faults).toMatchObject([{ key: "serverLifeMonths" }]);
    expect(await stored()).toMatchObject({ model_version: 1, inputs: long, revision: 1 });

    const moved = await change({ modelVersion: 2, inputs: { serverLifeMonths: 120 } }, '"1"');
    expect(moved.status).toBe(200);
    const shorter = { users: 60_000, serverLifeMonths: 120 };
    expect(await stored()).toMatchObject({ model_version: 2, inputs: shorter, revision: 2 });
    expect(await storedRevision(2)).toEqual({ model_version: 2, inputs: shorter, note: "Moved to version 2" });
  });

  it("is not moved from a revision that no longer stands, and a change that says nothing of it does not move it", async () => {
    await saveUnder(superuser, id, 1, flat);
    const named = await change({ name: "Patches, named" }, '"1"');
    expect(await named.json()).toMatchObject({ modelVersion: 1, revision: 2 });
    expect(await stored()).toMatchObject({ model_version: 1, inputs: flat, name: "Patches, named" });

    const stale = await change({ modelVersion: 2 }, '"1"');
    expect(stale.status).toBe(412);
    expect(stale.headers.get("etag")).toBe('"2"');
    expect(await stored()).toMatchObject({ model_version: 1, inputs: flat, revision: 2 });
  });
});

describe("a page that was loaded before the defaults changed", () => {
  it("cannot save: the answer asks to reload the page, and the stored figures stay", async () => {
    await saveUnder(superuser, id, 1, flat);
    const draft = { ...someDraft, name: "Patches, typed", inputs: { ...flat, users: 61_000 } };
    expect(await saveModelAction(id, { revision: 1, draft, version: 1 })).toEqual({
      kind: "refused",
      message:
        "this page was loaded before Peerbalance got other formulas and defaults. Copy what you typed, then load the page again.",
    });
    expect(await stored()).toEqual({ model_version: 1, inputs: flat, name: "Patches", revision: 1 });
    expect((await listRevisions(access, null)).revisions.map(({ number }) => number)).toEqual([1]);

    // The same from a page that was loaded since is taken: it was for nothing but its defaults that it was not. What it
    // leaves out is today's, and stored as such beside the version that the model keeps to.
    expect(await saveModelAction(id, { revision: 1, draft, version: 2 })).toMatchObject({ kind: "saved", revision: 2 });
    const inputs = { ...flat, users: 61_000, onPremisesComplianceAnnual: 30_000 };
    expect(await stored()).toMatchObject({ model_version: 1, inputs, name: "Patches, typed", revision: 2 });
  });
});
