import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as overApi } from "@/app/api/v1/models/[id]/decisions/[number]/record.pdf/route";
import { GET as byLink } from "@/app/d/[token]/record.pdf/route";
import { authorizeModel, type ShareAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { createApiToken } from "@/lib/server/api/tokens";
import { createDecisionLink, listDecisionLinks, revokeDecisionLink } from "@/lib/server/decisions/links";
import { proposeDecision } from "@/lib/server/decisions/propose";
import { plain } from "@/lib/server/http/route";
import { asOwner } from "@/test/database/as-owner";
import { confirmed, newPerson, organisationOf, someModel, someOrigin } from "@/test/people";
import { recordPdfDownload } from "./record-download";

vi.mock("@/lib/server/uncertainty/run-uncertainty", () => import("@/test/trials-here"));
vi.mock("./written-pdf", () => import("@/test/pdf/pdf-here"));
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let owner: ShareAccess;
const tokens: Record<string, string> = {};

async function tokenOf(user: AuthenticatedUser): Promise<string> {
  const input = { name: "Budget", scopes: ["models:read" as const], days: 30 as const };
  const made = await createApiToken(await organisationOf(user), confirmed(user), input, someOrigin());
  if (!made.ok) throw new Error("no token");
  return made.token;
}

beforeAll(async () => {
  const { user: ada } = await newPerson("Ada");
  const { user: mallory } = await newPerson("Mallory");
  owner = (await authorizeModel(ada, await someModel(ada), "share")) as ShareAccess;
  tokens.ada = await tokenOf(ada);
  tokens.mallory = await tokenOf(mallory);
  const proposal = {
    ...{ architecture: "cloud" as const, title: "The cloud", reasons: "It is there", alternatives: [], dissent: "" },
    ...{ reviewOn: null, conditions: [], ownerId: ada.id, approverIds: [ada.id], approvalsNeeded: 1 },
  };
  expect(await proposeDecision(owner, proposal, someOrigin())).toMatchObject({ ok: true, number: 1 });
});

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const page = (number: string, query = "") =>
  recordPdfDownload(owner, number, new URLSearchParams(query), someOrigin(), plain);

function api(who: string): Promise<Response> {
  const request = new NextRequest("http://localhost:3000/api/v1/x", {
    headers: { authorization: `Bearer ${tokens[who]}` },
  });
  return overApi(request, { params: Promise.resolve({ id: owner.modelId, number: "1" }) });
}

function link(token: string): Promise<Response> {
  return byLink(new NextRequest("http://localhost:3000/d/x"), { params: Promise.resolve({ token }) });
}

describe("a record as a PDF", () => {
  it("has the same bytes on the page and over the API, and is in the audit log", async () => {
    const response = await page("1");
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("content-disposition")).toContain("decision-1.pdf");
    const bytes = await bytesOf(response);
    expect(bytes.subarray(0, 8).toString()).toBe("%PDF-1.7");
    expect(bytes.equals(await bytesOf(await api("ada")))).toBe(true);
    expect(bytes.equals(await bytesOf(await page("1", "paper=letter")))).toBe(false);
    const events = await asOwner(
      "select detail from public.audit_events where organisation_id = $1 and action = 'decision.exported'",
      [owner.organisationId],
    );
    expect(events.map(({ detail }) => detail)).toEqual(Array(3).fill({ number: 1, file: "record.pdf" }));
  });

  it("is nothing for others, for another number, and on no such paper", async () => {
    expect((await api("mallory")).status).toBe(404);
    for (const number of ["2", "0", "x"]) expect((await page(number)).status).toBe(404);
    expect((await page("1", "paper=a3")).status).toBe(422);
  });

  it("comes by its link until that is revoked, and says so in the audit log", async () => {
    const made = await createDecisionLink(owner, 1, someOrigin());
    if (!made.ok) throw new Error("no link");
    const token = made.link.slice(-43);
    const bytes = await bytesOf(await link(token));
    expect(bytes.subarray(0, 8).toString()).toBe("%PDF-1.7");
    // Shorter by its inputs.
    expect(bytes.length).toBeLessThan((await bytesOf(await page("1"))).length);
    const events = await asOwner(
      "select detail from public.audit_events where organisation_id = $1 and detail ->> 'by' = 'link'",
      [owner.organisationId],
    );
    expect(events).toEqual([{ detail: { model: owner.modelId, number: 1, file: "record.pdf", by: "link" } }]);
    expect((await link("x".repeat(43))).status).toBe(404);
    const [card] = await listDecisionLinks(owner, 1);
    await revokeDecisionLink(owner, card?.id ?? "", someOrigin());
    expect((await link(token)).status).toBe(404);
  });
});
