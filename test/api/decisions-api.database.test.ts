import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST as answer } from "@/app/api/v1/models/[id]/decisions/[number]/answer/route";
import { GET as read } from "@/app/api/v1/models/[id]/decisions/[number]/route";
import { GET as list, POST as propose } from "@/app/api/v1/models/[id]/decisions/route";
import { verifyRecord } from "@/lib/decision/verify";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { publishedKeys } from "@/lib/server/decisions/signing-keys";
import { tokenOf } from "@/test/api/api-tokens";
import { newPerson, organisationOf, someModel } from "@/test/people";

// No build, no worker; and no request that mail could be sent after.
vi.mock("@/lib/server/uncertainty/run-uncertainty", () => import("@/test/trials-here"));
vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => {} }));
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let ada: AuthenticatedUser;
let id: string;
let tokens: Record<"reads" | "writes" | "mallorys", string>;

beforeAll(async () => {
  ({ user: ada } = await newPerson("Ada"));
  const { user: mallory } = await newPerson("Mallory");
  id = await someModel(ada);
  tokens = {
    reads: await tokenOf(await organisationOf(ada), ["models:read"]),
    writes: await tokenOf(await organisationOf(ada), ["models:read", "models:write"]),
    mallorys: await tokenOf(await organisationOf(mallory), ["models:read", "models:write"]),
  };
});

type Handler = (
  request: NextRequest,
  context: { params: Promise<{ id: string; number: string }> },
) => Promise<Response>;

function ask(handler: unknown, who: keyof typeof tokens, body?: object, number = 1): Promise<Response> {
  const request = new NextRequest(`http://localhost:3000/api/v1/models/${id}/decisions/${number}`, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${tokens[who]}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (handler as Handler)(request, { params: Promise.resolve({ id, number: String(number) }) });
}

describe("decisions over the API", () => {
  it("are proposed, answered to their digest, listed, and read as records that verify", async () => {
    const proposal = {
      ...{ architecture: "cloud", title: "The cloud", reasons: "It is there", alternatives: [], dissent: "" },
      ...{ reviewOn: null, conditions: [], ownerId: ada.id, approverIds: [ada.id], approvalsNeeded: 1 },
    };
    expect((await ask(propose, "reads", proposal)).status).toBe(403);
    expect((await ask(propose, "mallorys", proposal)).status).toBe(404);
    const wrong = await ask(propose, "writes", { ...proposal, title: "", approvalsNeeded: 2 });
    expect(wrong.status).toBe(422);
    expect((await wrong.json()).faults.map(({ key }: { key: string }) => key)).toContain("title");
    const { approverIds: _, alternatives: __, conditions: ___, ...less } = proposal;
    const { faults } = await (await ask(propose, "writes", less)).json();
    expect(faults.map(({ message }: { message: string }) => message)).toEqual([
      "Give the alternatives as a list, an empty one where there are none.",
      "Give the conditions as a list, an empty one where there are none.",
      "Name at least one approver.",
    ]);
    const proposed = await ask(propose, "writes", proposal);
    expect(proposed.status).toBe(201);
    const { number, digest } = await proposed.json();
    expect(number).toBe(1);

    const approved = { answer: "approved", digest };
    expect((await ask(answer, "reads", approved)).status).toBe(403);
    expect((await ask(answer, "mallorys", approved)).status).toBe(404);
    expect((await ask(answer, "writes", { ...approved, digest: "0".repeat(64) })).status).toBe(409);
    expect(await (await ask(answer, "writes", approved)).json()).toEqual({ state: "approved" });
    expect((await ask(answer, "writes", approved)).status).toBe(409);

    // Approved, it is nobody's to withdraw; the next is withdrawn by who proposed it.
    expect((await ask(answer, "writes", { ...approved, answer: "withdrawn" })).status).toBe(409);
    const slip = await (await ask(propose, "writes", { ...proposal, title: "A slip" })).json();
    const withdrawn = { answer: "withdrawn", digest: slip.digest };
    expect((await ask(answer, "mallorys", withdrawn, 2)).status).toBe(404);
    expect(await (await ask(answer, "writes", withdrawn, 2)).json()).toEqual({ state: "rejected" });

    expect(await (await ask(list, "reads")).json()).toMatchObject({
      decisions: [
        { number: 2, state: "rejected", isWithdrawn: true },
        { number: 1, state: "approved", isWithdrawn: false, title: "The cloud", architecture: "cloud" },
      ],
      // Whose ids a proposal takes.
      people: [{ id: ada.id, name: "Ada" }],
    });
    expect((await ask(list, "mallorys")).status).toBe(404);
    expect((await ask(read, "mallorys")).status).toBe(404);
    const file = new Uint8Array(await (await ask(read, "reads")).arrayBuffer());
    expect(await verifyRecord(file, (await publishedKeys()).keys)).toMatchObject({
      ok: true,
      record: { digest, standing: { answers: [{ signedInBy: "API token" }] } },
    });
  });
});
