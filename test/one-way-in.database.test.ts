import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { cookieName } from "@/lib/cookie-names";
import type { Outcome } from "@/lib/outcome";
import { z } from "@/lib/schemas/zod";
import { authorizeModel, type ShareAccess } from "@/lib/server/access/model";
import { isRefused, prove, type Requirement } from "@/lib/server/access/prove";
import { createApiToken } from "@/lib/server/api/tokens";
import { action } from "@/lib/server/http/action";
import { page } from "@/lib/server/http/page";
import { route } from "@/lib/server/http/route";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { createLink } from "@/lib/server/sharing/create-link";
import { plainLink } from "@/test/figures/plain-link";
import { confirmed, newPersonSignedIn, organisationOf, someModel, someOrigin } from "@/test/people";

// The same requests to an action, a route and a page: each proves by the one function, and answers each of its reasons in its own way.
// Only the request around them stands in for a browser's.

const request = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000", "x-path": "/models/here" }),
  cookies: async () => ({
    getAll: () =>
      request.cookie === "" ? [] : [{ name: cookieName("http://localhost:3000", "session"), value: request.cookie }],
    get: () => undefined,
  }),
}));

let ada: Awaited<ReturnType<typeof newPersonSignedIn>>;
let guest: typeof ada;
let mallory: typeof ada;
let modelId: string;
let malloryModel: string;
let lockedLink: string;

async function signIn({ token }: { token: string }): Promise<void> {
  request.cookie = await encode({ token: { sessionToken: token }, secret: process.env.NEXTAUTH_SECRET ?? "" });
}

beforeAll(async () => {
  [ada, guest, mallory] = (await Promise.all(["Ada", "Guest", "Mallory"].map(newPersonSignedIn))) as [
    typeof ada,
    typeof ada,
    typeof ada,
  ];
  modelId = await someModel(ada.user);
  malloryModel = await someModel(mallory.user);
  const owner = (await authorizeModel(ada.user, modelId, "share")) as ShareAccess;
  const invited = await createInvitation(owner, { email: "guest@example.org", role: "viewer" }, someOrigin());
  if (!invited.ok) throw new Error("no invitation");
  await acceptInvitation(guest.user, invited.link.slice(-43), someOrigin());
  const made = await createLink(owner, { ...plainLink, password: "open sesame 1" }, someOrigin());
  if (!made.ok) throw new Error("no link");
  lockedLink = made.link.slice(-43);
});

beforeEach(() => {
  request.cookie = "";
});

/** What an action, a route and a page with this requirement answer where this is named. */
async function answers(requires: Requirement, named: string): Promise<[string, number, string]> {
  const refuse = (faults: { message: string }[]): Outcome => ({
    ok: false,
    faults: faults.map((fault) => ({ key: "form", ...fault })),
  });
  const act = action(
    { name: "testAction", requires, input: z.tuple([z.unknown()]), refuse },
    async () => ({ ok: true }) as Outcome,
  );
  const answer = route({ name: "/[id]/[token]/[organisationId]", requires }, async () => new Response("in"));
  const show = page({ name: "/[id]/[token]/[organisationId]", requires, title: null }, () => "in");
  const params = Promise.resolve({ id: named, token: named, organisationId: named });
  const thrown = (error: unknown) => String((error as { digest?: string }).digest);
  const byAction = await act(named).then((outcome) => (outcome.ok ? "in" : (outcome.faults[0]?.message ?? "")), thrown);
  const byRoute = await answer(new NextRequest("http://localhost:3000/x"), { params });
  const byPage = await show({ params, searchParams: Promise.resolve({}) }).then(renderToStaticMarkup, thrown);
  return [byAction, byRoute.status, byPage];
}

const pageLetsIn = "<title>Peerbalance</title>in";
const notFound = "NEXT_HTTP_ERROR_FALLBACK;404";

it("lets the owner in", async () => {
  await signIn(ada);
  expect(await answers("share", modelId)).toEqual(["in", 200, pageLetsIn]);
  const { organisationId } = await organisationOf(ada.user);
  expect(await answers("organisation:own", organisationId)).toEqual(["in", 200, pageLetsIn]);
});

it("tells who is signed out, and a page sends them to sign in and back", async () => {
  const [said, status, sent] = await answers("view", modelId);
  expect(said).toMatch(/^You are signed out\./);
  expect(status).toBe(401);
  expect(sent).toContain("/sign-in?callbackUrl=%2Fmodels%2Fhere");
});

it("answers alike for what is another's, what is not there and what is no id", async () => {
  await signIn(mallory);
  for (const named of [modelId, randomUUID(), "' or true --"]) {
    expect(await answers("view", named), named).toEqual([notFound, 404, notFound]);
    expect(await answers("organisation:view", named), named).toEqual([notFound, 404, notFound]);
    expect(await answers("link:view", named), named).toEqual([notFound, 404, notFound]);
  }
  expect(await answers("share", malloryModel)).toEqual(["in", 200, pageLetsIn]);
});

it("says to who sees a model what they may not do with it; a page that has nothing to show for that is not there", async () => {
  await signIn(guest);
  expect(await answers("view", modelId)).toEqual(["in", 200, pageLetsIn]);
  const [said, status, shown] = await answers("edit", modelId);
  expect(said).toMatch(/^You can view this model but not change it\./);
  expect([status, shown]).toEqual([403, notFound]);
});

it("asks for a link's password, which being signed in does not stand for", async () => {
  await signIn(ada);
  const [said, status, shown] = await answers("link:view", lockedLink);
  expect(said).toMatch(/^This link asks for its password\./);
  expect([status, shown]).toEqual([401, notFound]);
});

it("takes an API token in place of a session, within its scope and its organisation, and of no link", async () => {
  const given = { name: "Report", scopes: ["models:read" as const], days: 30 as const };
  const outcome = await createApiToken(await organisationOf(guest.user), confirmed(guest.user), given, someOrigin());
  if (!outcome.ok) throw new Error("no token");
  const { token } = outcome;
  const own = await someModel(guest.user);
  const reason = async (...asked: Parameters<typeof prove<Requirement, "models:read" | "models:write">>) => {
    const proof = await prove(...asked);
    return isRefused(proof) ? proof.refused : "in";
  };
  expect(await reason("edit", own, { scope: "models:read", token })).toBe("in");
  expect(await reason("edit", own, { scope: "models:write", token })).toBe("tokenScope");
  // The session of the browser that it was copied from does not help.
  await signIn(guest);
  expect(await reason("view", own, { scope: "models:read", token: undefined })).toBe("unknownToken");
  expect(await reason("view", own, { scope: "models:read", token: `${token.slice(0, -1)}-` })).toBe("unknownToken");
  // Shared with its person, and in another organisation.
  expect(await reason("view", modelId)).toBe("in");
  expect(await reason("view", modelId, { scope: "models:read", token })).toBe("notFound");
  expect(await reason("link:view", lockedLink, { scope: "models:read", token })).toBe("notFound");
});
