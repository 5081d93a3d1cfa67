import { unzipSync } from "fflate";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { recordFile } from "@/lib/decision/record-file";
import { verifyRecord } from "@/lib/decision/verify";
import type { Proposal } from "@/lib/schemas/decision/proposal";
import { authorizeModel, type EditAccess, type ShareAccess, type ViewAccess } from "@/lib/server/access/model";
import { authorizeOrganisation } from "@/lib/server/access/organisation";
import type { SessionUser } from "@/lib/server/access/person";
import { everythingZip } from "@/lib/server/exports/everything-zip";
import { deleteModel } from "@/lib/server/models/archive-and-delete";
import { listModels } from "@/lib/server/models/list-models";
import { listNotices } from "@/lib/server/notices/list-notices";
import { inScope } from "@/lib/server/runtime/scope";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { asOwner } from "@/test/database/as-owner";
import { answered, proposed, someProposal } from "@/test/decided";
import { confirmed, forge, newPersonSignedIn, someModel, someOrigin } from "@/test/people";
import { answerDecision } from "./answer";
import { decidedBy, getDecision, listDecisions, recordedDecision } from "./get-decision";
import { createDecisionLink, linkedDecision, listDecisionLinks, revokeDecisionLink } from "./links";
import { proposeDecision } from "./propose";
import { presentSigningKey, publishedKeys } from "./signing-keys";

vi.mock("@/lib/server/uncertainty/run-uncertainty", () => import("@/test/trials-here"));

// Trials run, and passwords of several people are hashed, before each test.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let ada: SessionUser;
let bob: SessionUser;
let mallory: SessionUser;
let modelId: string;
let owner: ShareAccess;

async function accessOf<N extends "view" | "share" | "edit">(user: SessionUser, need: N) {
  const access = await authorizeModel(user, modelId, need);
  if (access === null || access === "refused") throw new Error(`${user.name} has no access`);
  return access;
}

beforeEach(async () => {
  [ada, bob, mallory] = (await Promise.all(["Ada", "Bob", "Mallory"].map(newPersonSignedIn))).map(
    ({ user }) => user,
  ) as [SessionUser, SessionUser, SessionUser];
  modelId = await someModel(ada);
  owner = await accessOf(ada, "share");
  const invited = await createInvitation(owner, { email: bob.email, role: "viewer" }, someOrigin());
  if (!invited.ok) throw new Error("no invitation");
  await acceptInvitation(bob, invited.link.slice(-43), someOrigin());
});

const proposal = (change: Partial<Proposal> = {}) => someProposal([ada, bob], change);
const propose = (change: Partial<Proposal> = {}) => proposed(owner, proposal(change));
const answer = (user: SessionUser, ...given: Rest<typeof answered>) => answered(user, modelId, ...given);
type Rest<F> = F extends (user: SessionUser, modelId: string, ...rest: infer R) => unknown ? R : never;

async function fileOf(number: number): Promise<string> {
  const recorded = await recordedDecision(owner, number);
  if (recorded === null) throw new Error("there is a decision");
  return recordFile(recorded, await presentSigningKey());
}

const kinds = async (user: SessionUser) => (await listNotices(user)).map(({ kind }) => kind);

describe("a decision", () => {
  it("is approved by those who are asked, each to the digest on their screen, and verifies", async () => {
    const { number, digest } = await propose();
    expect(number).toBe(1);
    expect((await kinds(bob))[0]).toBe("decision_proposed");
    expect(await answer(ada, { number, digest })).toEqual({ ok: true, state: "proposed" });
    expect(await getDecision(await accessOf(bob, "view"), 1)).toMatchObject({ mayAnswer: true, state: "proposed" });
    expect(await answer(bob, { number, digest })).toEqual({ ok: true, state: "approved" });
    expect((await kinds(ada))[0]).toBe("decision_approved");
    const { keys } = await publishedKeys();
    const verified = await verifyRecord(await fileOf(1), keys);
    expect(verified).toMatchObject({
      ok: true,
      record: {
        digest,
        document: { number: 1, inputs: { users: { value: 60_000 } }, decision: { owner: { name: "Ada" } } },
        standing: {
          state: "approved",
          answers: [
            { person: { name: "Ada" }, answer: "approved", signedInBy: "password", digest },
            { person: { name: "Bob" }, answer: "approved", signedInBy: "password", digest },
          ],
        },
      },
    });
    const events = await asOwner("select action from public.audit_events where organisation_id = $1 order by at", [
      owner.organisationId,
    ]);
    const actions = events.map(({ action }) => action).filter((action) => String(action).startsWith("decision."));
    expect(actions).toEqual(["decision.proposed", "decision.approved", "decision.approved", "decision.settled"]);
  });

  it("takes no answer to another digest, no second one, and none of who is not asked", async () => {
    const { number, digest } = await propose({ approverIds: [bob.id], approvalsNeeded: 1 });
    expect(await answer(bob, { number, digest: "0".repeat(64) })).toMatchObject({ faults: [{ key: "digest" }] });
    expect(await answer(ada, { number, digest })).toMatchObject({
      faults: [{ message: /not among those who are asked/ }],
    });
    // The database holds to it by itself.
    const { scope } = await accessOf(bob, "view");
    const past = inScope(scope, (tx) =>
      tx.decisionApproval.updateMany({
        data: { answer: "approved", answeredAt: new Date(), signedInBy: "password", digest: "0".repeat(64) },
      }),
    );
    await expect(past).rejects.toThrow(/not open for an answer/);
    expect(await answer(bob, { number, digest }, "rejected")).toEqual({ ok: true, state: "rejected" });
    expect(await answer(bob, { number, digest })).toMatchObject({ faults: [{ message: /have rejected/ }] });
  });

  it("is rejected once too few are left to approve it", async () => {
    const { number, digest } = await propose({ approvalsNeeded: 1 });
    expect(await answer(bob, { number, digest }, "rejected")).toEqual({ ok: true, state: "proposed" });
    expect(await answer(ada, { number, digest }, "rejected")).toEqual({ ok: true, state: "rejected" });
  });

  it("is withdrawn by who proposed it, until it is approved by anybody; its record stays, and verifies", async () => {
    const mine = await propose({ approverIds: [bob.id], approvalsNeeded: 1 });
    const notHis = { ok: false, faults: [{ message: expect.stringMatching(/^Only the person who proposed/) }] };
    expect(await answer(bob, mine, "withdrawn")).toMatchObject(notHis);
    expect(await answer(ada, { ...mine, digest: "0".repeat(64) }, "withdrawn")).toMatchObject(notHis);
    expect(await getDecision(owner, 1)).toMatchObject({ mayWithdraw: true });
    expect(await getDecision(await accessOf(bob, "view"), 1)).toMatchObject({ mayWithdraw: false });
    expect(await answer(ada, mine, "withdrawn")).toEqual({ ok: true, state: "rejected" });
    expect((await kinds(bob))[0]).toBe("decision_withdrawn");
    expect(await getDecision(owner, 1)).toMatchObject({ state: "rejected", isWithdrawn: true, mayWithdraw: false });
    expect(await listDecisions(owner)).toMatchObject([{ number: 1, state: "rejected", isWithdrawn: true }]);
    expect(await verifyRecord(await fileOf(1), (await publishedKeys()).keys)).toMatchObject({
      ok: true,
      record: { standing: { state: "rejected", isWithdrawn: true, answers: [] } },
    });
    // It is over: no answer any more, no second withdrawal.
    expect(await answer(bob, mine)).toMatchObject({ faults: [{ message: /is rejected by now/ }] });
    expect(await answer(ada, mine, "withdrawn")).toMatchObject(notHis);
    const events = await asOwner(
      "select action from public.audit_events where subject_id = $1 order by at desc limit 1",
      [(await inScope(owner.scope, (tx) => tx.decision.findFirst()))?.id],
    );
    expect(events).toEqual([{ action: "decision.withdrawn" }]);
    const link = await createDecisionLink(owner, 1, someOrigin());
    expect(link.ok && (await linkedDecision(link.link.slice(-43)))).toMatchObject({
      state: "rejected",
      isWithdrawn: true,
    });
  });

  it("is not withdrawn any more once one has approved it, nor by a proposer who may only read by now", async () => {
    const approved = await propose();
    await answer(bob, approved);
    expect(await getDecision(owner, 1)).toMatchObject({ state: "proposed", mayWithdraw: false });
    expect(await answer(ada, approved, "withdrawn")).toMatchObject({ ok: false });
    const open = await propose({ approverIds: [bob.id], approvalsNeeded: 1 });
    await asOwner("update public.cost_models set archived_at = now() where id = $1", [modelId]);
    expect(await answer(ada, open, "withdrawn")).toMatchObject({ ok: false });
    await asOwner("update public.cost_models set archived_at = null where id = $1", [modelId]);
    // Of an approval and a withdrawal at once, one is.
    const both = await Promise.all([answer(bob, open).catch(() => ({ ok: false })), answer(ada, open, "withdrawn")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is superseded by the next that is approved, and its record still verifies", async () => {
    const mine = { approverIds: [ada.id], approvalsNeeded: 1 };
    const first = await propose(mine);
    await answer(ada, first);
    const second = await propose({ ...mine, architecture: "cloud", title: "The cloud" });
    expect(second.number).toBe(2);
    await answer(ada, second);
    expect((await listDecisions(owner)).map(({ number, state }) => [number, state])).toEqual([
      [2, "approved"],
      [1, "superseded"],
    ]);
    expect(await getDecision(owner, 1)).toMatchObject({ supersededBy: 2 });
    expect(await getDecision(owner, 2)).toMatchObject({ document: { supersedes: 1 } });
    const { keys } = await publishedKeys();
    expect(await verifyRecord(await fileOf(1), keys)).toMatchObject({ ok: true });
  });

  it("cannot be changed by the application, and not be proposed by who only reads", async () => {
    await propose();
    for (const statement of [
      "update decisions set title = 'x'",
      "update decisions set state = 'approved'",
      "delete from decisions",
    ]) {
      await expect(inScope(owner.scope, (tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow();
    }
    const asBob = forge(owner, bob) as unknown as EditAccess;
    await expect(
      proposeDecision(asBob, proposal({ ownerId: bob.id, approverIds: [bob.id], approvalsNeeded: 1 }), someOrigin()),
    ).rejects.toThrow();
    // Nobody is asked who is not named in the signed document.
    const { id, organisationId } = (await inScope(owner.scope, (tx) => tx.decision.findFirst())) ?? {
      id: "",
      organisationId: "",
    };
    const more = { organisationId, modelId, decisionId: id, userId: mallory.id, name: "x" };
    await expect(inScope(owner.scope, (tx) => tx.decisionApproval.createMany({ data: more }))).rejects.toThrow(
      /no approver/,
    );
  });

  it("stands in the list of models, and is named before its model is deleted", async () => {
    await answer(ada, await propose({ approverIds: [ada.id], approvalsNeeded: 1 }));
    const listed = async (user: SessionUser) => (await listModels(user)).models.map(({ decided }) => decided);
    const decided = { number: 1, architecture: "onPremises", at: expect.stringMatching(/^20.*Z$/) };
    expect(await listed(ada)).toEqual([decided]);
    expect(await listed(bob)).toEqual([decided]);
    expect(await decidedBy(owner)).toEqual({ ...decided, title: "Own servers" });
    const manage = await authorizeModel(ada, modelId, "manage");
    if (manage === null || manage === "refused") throw new Error("Ada owns this model");
    const untitled = { ok: false, faults: [{ key: "title", message: expect.stringContaining("“Own servers”") }] };
    expect(await deleteModel(manage, someOrigin())).toEqual(untitled);
    expect(await deleteModel(manage, someOrigin(), "Something else")).toEqual(untitled);
    expect(await deleteModel(manage, someOrigin(), " Own servers ")).toEqual({ ok: true });
  });

  it("is a file that verifies in the export of its organisation", async () => {
    const { digest } = await propose({ approverIds: [ada.id], approvalsNeeded: 1 });
    const manage = await authorizeOrganisation(ada, owner.organisationId, "organisation:manage");
    if (manage === null || manage === "refused") throw new Error("Ada owns this organisation");
    const zip = await new Response(await everythingZip(manage, confirmed(ada))).arrayBuffer();
    const files = Object.entries(unzipSync(new Uint8Array(zip)));
    const [name, file] = files.find(([path]) => path.endsWith("/decision-1.json")) ?? ["", new Uint8Array()];
    expect(name).toMatch(/^models\/Patches /);
    expect(await verifyRecord(file, (await publishedKeys()).keys)).toMatchObject({ ok: true, record: { digest } });
  });

  it("asks nobody who cannot see the model, and says which condition holds already", async () => {
    const strangers = await proposeDecision(
      owner,
      proposal({ approverIds: [mallory.id], approvalsNeeded: 1 }),
      someOrigin(),
    );
    expect(strangers).toMatchObject({ ok: false, faults: [{ key: "approverIds" }] });
    const holding = proposal({ conditions: [{ of: "input", input: "users", is: "above", than: 50_000 }] });
    expect(await proposeDecision(owner, holding, someOrigin())).toMatchObject({
      faults: [{ key: "conditions", message: /^Users above 50,000 users holds already/ }],
    });
  });
});

describe("decisions by a model", () => {
  it("are 500 at most: its page lists all of them", async () => {
    await propose({ approverIds: [ada.id], approvalsNeeded: 1 });
    const columns =
      "organisation_id, model_id, title, architecture, document, digest, key_id, signature, approvals_needed, proposed_by_id, owner_id";
    await asOwner(
      `insert into public.decisions (number, ${columns}) select 499, ${columns} from public.decisions where model_id = $1`,
      [modelId],
    );
    expect(await propose({ approverIds: [ada.id], approvalsNeeded: 1 })).toMatchObject({ number: 500 });
    const more = proposal({ approverIds: [ada.id], approvalsNeeded: 1 });
    expect(await proposeDecision(owner, more, someOrigin())).toMatchObject({
      ok: false,
      faults: [{ message: expect.stringMatching(/^There are 500 decisions by this model, .* copy the model/) }],
    });
  });
});

describe("a link to one record", () => {
  it("is one of 50 open ones at most", async () => {
    await propose({ approverIds: [ada.id], approvalsNeeded: 1 });
    for (let i = 0; i < 50; i++) expect((await createDecisionLink(owner, 1, someOrigin())).ok).toBe(true);
    expect(await createDecisionLink(owner, 1, someOrigin())).toMatchObject({
      faults: [{ message: "This record has 50 open links, as many as it may. Revoke one that nobody needs." }],
    });
    const [one] = await listDecisionLinks(owner, 1);
    await revokeDecisionLink(owner, one?.id ?? "", someOrigin());
    expect((await createDecisionLink(owner, 1, someOrigin())).ok).toBe(true);
  });

  it("shows the record until it is revoked, and nothing once its model is deleted", async () => {
    const { digest } = await propose({ approverIds: [ada.id], approvalsNeeded: 1 });
    const made = await createDecisionLink(owner, 1, someOrigin());
    if (!made.ok) throw new Error("no link");
    const token = made.link.slice(-43);
    expect(await linkedDecision(token)).toMatchObject({
      digest,
      state: "proposed",
      approvers: [{ name: "Ada", answer: null }],
    });
    expect(await linkedDecision("x".repeat(43))).toBeNull();
    await asOwner("update public.cost_models set deleted_at = now() where id = $1", [modelId]);
    expect(await linkedDecision(token)).toBeNull();
    await asOwner("update public.cost_models set deleted_at = null where id = $1", [modelId]);
    const [link] = await listDecisionLinks(owner, 1);
    const forged: ShareAccess = forge(owner, mallory);
    expect(await listDecisionLinks(forged, 1)).toEqual([]);
    expect((await revokeDecisionLink(forged, link?.id ?? "", someOrigin())).ok).toBe(false);
    expect((await createDecisionLink(forged, 1, someOrigin())).ok).toBe(false);
    // Who only reads sees no links, and makes none.
    expect(await listDecisionLinks(await accessOf(bob, "view"), 1)).toEqual([]);
    await expect(createDecisionLink(forge(owner, bob), 1, someOrigin())).rejects.toThrow();
    expect(await revokeDecisionLink(owner, link?.id ?? "", someOrigin())).toEqual({ ok: true });
    expect(await linkedDecision(token)).toBeNull();
  });
});

describe("an attacker who knows every id", () => {
  it("reads, answers and downloads nothing, though the proof was forged", async () => {
    const given = await propose({ approverIds: [bob.id], approvalsNeeded: 1 });
    const forged: ViewAccess = forge(owner, mallory);
    expect(await getDecision(forged, 1)).toBeNull();
    expect(await recordedDecision(forged, 1)).toBeNull();
    expect(await listDecisions(forged)).toEqual([]);
    for (const tried of ["approved", "withdrawn"] as const) {
      expect((await answerDecision(forged, { ...given, answer: tried }, "password", someOrigin())).ok).toBe(false);
    }
    await expect(
      proposeDecision(
        forged as EditAccess,
        proposal({ ownerId: mallory.id, approverIds: [mallory.id], approvalsNeeded: 1 }),
        someOrigin(),
      ).then(({ ok }) => {
        if (!ok) throw new Error("refused");
      }),
    ).rejects.toThrow();
    expect(await getDecision(owner, 1)).toMatchObject({ state: "proposed" });
  });
});

describe("the installation's keys", () => {
  it("stay listed when they are retired, and what they signed still verifies", async () => {
    await propose({ approverIds: [ada.id], approvalsNeeded: 1 });
    const before = await presentSigningKey();
    expect((await presentSigningKey()).publicKey).toEqual(before.publicKey);
    await asOwner("select public.retire_signing_key()", []);
    const after = await presentSigningKey();
    expect(after.publicKey.kid).not.toBe(before.publicKey.kid);
    const { keys } = await publishedKeys();
    expect(keys.find(({ kid }) => kid === before.publicKey.kid)?.retired).not.toBeNull();
    const verified = await verifyRecord(await fileOf(1), keys);
    expect(verified).toMatchObject({
      ok: true,
      signedBy: { kid: before.publicKey.kid },
      standingSignedBy: { kid: after.publicKey.kid },
    });
    expect(
      await asOwner("select id from public.signing_keys where retired_at is not null and sealed_key is not null", []),
    ).toEqual([]);
  });
});
