import { beforeAll, describe, expect, it } from "vitest";
import { type CommentSubject, subjectName } from "@/lib/comments/comment";
import { rowPlace } from "@/lib/draft/place";
import { figureTables, ownRowsOf } from "@/lib/model/rows/own-rows";
import type { LinkDraft } from "@/lib/schemas/share-link";
import { authorizeLink, type LinkViewAccess } from "@/lib/server/access/link";
import { authorizeModel, type CommentAccess, type EditAccess, type ShareAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { unsafeFindShareLink } from "@/lib/server/access/sql";
import { addComment, addReply } from "@/lib/server/comments/add-comment";
import { editComment, resolveThread } from "@/lib/server/comments/change-comment";
import { newLinkSeal } from "@/lib/server/crypto/link-seal";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { archiveModel, deleteModel, unarchiveModel } from "@/lib/server/models/archive-and-delete";
import { duplicateModel } from "@/lib/server/models/duplicate-model";
import { getModel } from "@/lib/server/models/get-model";
import { saveModel } from "@/lib/server/models/save-model";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { shareLinks, unsafeRecordShareLinkEvent } from "@/lib/server/sharing/sql";
import { asOwner } from "@/test/database/as-owner";
import { operationsMarker, payDraft } from "@/test/figures/pay-draft";
import { plainLink as someLink } from "@/test/figures/plain-link";
import { forge, newPerson, organisationOf, someDraft, someModel, someOrigin } from "@/test/people";
import { acceptInvitation } from "./accept-invitation";
import { copyLinkedModel } from "./copy-linked-model";
import { countOpening } from "./count-opening";
import { createInvitation } from "./create-invitation";
import { createLink } from "./create-link";
import { mayTryPassword } from "./link-limits";
import { loadLinkedComments } from "./linked-comments";
import { loadLinkedModel } from "./linked-model";
import { listSharing } from "./list-sharing";
import { revokeLink } from "./revoke-link";
import { tryLinkPassword } from "./unlock-link";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const plainLink: LinkDraft = { ...someLink, label: "For the auditors", expiresAt: inDays(30) };

let alice: AuthenticatedUser;
let mallory: AuthenticatedUser;

async function proven(user: AuthenticatedUser, id: string): Promise<ShareAccess> {
  const access = await authorizeModel(user, id, "share");
  if (access === null || access === "refused") throw new Error("not the owner");
  return access;
}

async function makeLink(access: ShareAccess, changes: Partial<typeof plainLink> = {}): Promise<string> {
  const made = await createLink(access, { ...plainLink, ...changes }, someOrigin());
  if (!made.ok) throw new Error(made.faults.map(({ message }) => message).join(" "));
  return made.link.slice(-43);
}

async function opened(token: string) {
  const access = await authorizeLink(token, undefined, "link:view");
  return access === null || typeof access === "string" ? access : loadLinkedModel(access);
}

async function shownBy(token: string) {
  const found = await opened(token);
  if (found === null || typeof found === "string") throw new Error("the link opens nothing");
  return found;
}

const linksOf = async (access: ShareAccess) => (await listSharing(access))?.links.rows ?? [];

/** What a link without notes shows beside inputs: how they spread, as the answer rests on it. */
const spread = {
  users: { evidence: "measured", range: { kind: "range", low: 50_000, high: 70_000 } },
  operationsSalary: { range: payDraft.notes.operationsSalary?.range },
};

/** A model of Alice's with one revision, and her proof that she may share it. */
async function ofAlice(draft = someDraft): Promise<ShareAccess> {
  return proven(alice, await someModel(alice, draft));
}

const events = (access: ShareAccess, action: string) =>
  asOwner("select * from public.audit_events where organisation_id = $1 and action = $2 and detail ->> 'model' = $3", [
    access.organisationId,
    action,
    access.modelId,
  ]);

const eventsOf = (access: ShareAccess, action: string) =>
  asOwner("select * from public.audit_events where organisation_id = $1 and action = $2 and subject_id = $3", [
    access.organisationId,
    action,
    access.modelId,
  ]);

/** What a link shows of comments, each thread as "subject: words / words". */
async function saidBehind(token: string): Promise<string[]> {
  const access = await authorizeLink(token, undefined, "link:view");
  if (access === null || typeof access === "string") throw new Error("the link opens nothing");
  return (await loadLinkedComments(access)).map(
    ({ subject, comments, resolvedAt }) =>
      `${subjectName(subject)}${resolvedAt === null ? "" : " (resolved)"}: ${comments.map(({ body, missing }) => missing ?? body).join(" / ")}`,
  );
}

async function say(access: ShareAccess, subject: CommentSubject, body: string): Promise<string> {
  const outcome = await addComment(access as unknown as CommentAccess, { subject, body });
  if (!outcome.ok) throw new Error(outcome.faults.map(({ message }) => message).join(" "));
  return outcome.id;
}

beforeAll(async () => {
  [{ user: alice }, { user: mallory }] = await Promise.all([newPerson("Alice"), newPerson("Mallory")]);
});

describe("figures of the organisation behind a link", () => {
  it("are not told: neither which one an input follows, nor what it was when it was taken", async () => {
    const follows = { figure: crypto.randomUUID(), revision: 1, on: "2027-03-03", value: 71_234 };
    const access = await ofAlice();
    const notes = { users: { note: "Counted", follows }, egressTB: { follows } };
    await saveModel(access as EditAccess, { revision: 1, draft: { ...someDraft, notes } }, someOrigin());
    expect((await getModel(alice, access.modelId))?.notes).toEqual(notes);
    const { model } = await shownBy(await makeLink(access));
    expect(model.notes).toEqual({ users: { note: "Counted" } });
  });
});

describe("comments behind a link", () => {
  const line = { id: "crew", label: "Crew", category: "staff", architectures: ["cloud"], kind: "monthly", amount: 5 };
  const lines = [line, { ...line, id: "rack", label: "Rack", category: "facilities" }] as typeof someDraft.customLines;

  it("are none unless the link shows them, and name people without their ids", async () => {
    const access = await ofAlice();
    await say(access, { kind: "model" }, "A word to nobody");
    const [silent, telling] = [await makeLink(access), await makeLink(access, { leavesOutComments: false })];
    expect(await saidBehind(silent)).toEqual([]);
    expect(await saidBehind(telling)).toEqual(["The model: A word to nobody"]);
    const proof = await authorizeLink(telling, undefined, "link:view");
    const threads = await loadLinkedComments(proof as LinkViewAccess);
    expect(threads[0]?.comments[0]?.by).toBe("Alice");
    expect(JSON.stringify(threads)).not.toContain(alice.id);
    await revokeLink(access, (await linksOf(access))[0]?.id ?? "", someOrigin());
    // Revoked in between: the proof stands in the code, and the database gives nothing.
    expect(await loadLinkedComments(proof as LinkViewAccess)).toEqual([]);
  });

  it("leave out the threads on pay where the link leaves out pay, and what is not known to be free of it", async () => {
    const access = await ofAlice({
      ...someDraft,
      customLines: lines,
      staffLines: [{ id: "admin", role: "Admin", architectures: ["cloud"], fte: 1, pay: 60_000 }],
      register: [{ id: "nas", label: "NAS", what: "storageServer", count: 1 }],
    });
    await say(access, { kind: "input", key: "users" }, "on users");
    await say(access, { kind: "input", key: "operationsSalary" }, "on salary");
    await say(access, { kind: "result", key: "cloud.energy" }, "on energy");
    await say(access, { kind: "result", key: "cloud.staff" }, "on staff");
    await say(access, { kind: "result", key: "cloud.contingency" }, "on contingency");
    await say(access, rowPlace("customLines", { id: "crew" }), "on the crew");
    await say(access, rowPlace("customLines", { id: "rack" }), "on the rack");
    await say(access, rowPlace("staffLines", { id: "admin" }), "on the admin");
    await say(access, rowPlace("register", { id: "nas" }), "on the NAS");
    const [whole, without] = [
      await makeLink(access, { leavesOutComments: false }),
      await makeLink(access, { leavesOutComments: false, leavesOutPay: true }),
    ];
    expect(await saidBehind(whole)).toHaveLength(9);
    expect(await saidBehind(whole)).toContain("Staff line Admin: on the admin");
    expect(await saidBehind(without)).toEqual([
      "Register row NAS: on the NAS",
      "Own line Rack: on the rack",
      "Energy, cloud: on energy",
      "Users: on users",
    ]);
    // A line that is gone could have been one of pay: its thread stays with its name, where pay is shown alone.
    const removed = { revision: 1, draft: someDraft };
    expect((await saveModel(access as EditAccess, removed, someOrigin())).kind).toBe("saved");
    expect(await saidBehind(whole)).toContain("Own line Crew: on the crew");
    expect(await saidBehind(without)).toEqual([
      "Register row NAS: on the NAS",
      "Energy, cloud: on energy",
      "Users: on users",
    ]);
  });

  it("end with the making of a link that keeps to a revision", async () => {
    const access = await ofAlice();
    const by = access as unknown as CommentAccess;
    const first = await say(access, { kind: "model" }, "first");
    const second = await say(access, { kind: "model" }, "second");
    const [frozen, live] = [
      await makeLink(access, { leavesOutComments: false, isFrozen: true }),
      await makeLink(access, { leavesOutComments: false }),
    ];
    expect((await addReply(by, first, { body: "later" })).ok).toBe(true);
    expect((await editComment(by, second, { body: "second, otherwise" })).ok).toBe(true);
    expect((await resolveThread(by, first, true)).ok).toBe(true);
    await say(access, { kind: "model" }, "third");
    expect(await saidBehind(frozen)).toEqual(["The model: changed", "The model: first"]);
    expect(await saidBehind(live)).toEqual([
      "The model: third",
      "The model: second, otherwise",
      "The model (resolved): first / later",
    ]);
  });

  it("are on no line that the model does not have", async () => {
    const access = await ofAlice();
    await expect(say(access, rowPlace("customLines", { id: "rack" }), "on nothing")).rejects.toThrow("not saved yet");
  });
});

describe("a link", () => {
  it("shows the model as it stands, or as it stood where it is frozen", async () => {
    const access = await ofAlice();
    const [live, frozen] = [await makeLink(access), await makeLink(access, { isFrozen: true })];
    const saved = await saveModel(
      access as EditAccess,
      { revision: 1, draft: { ...someDraft, name: "Patches 2", fiscalYearStart: 7, inputs: { users: 70_000 } } },
      someOrigin(),
    );
    expect(saved.kind).toBe("saved");
    expect((await shownBy(live)).model).toMatchObject({
      name: "Patches 2",
      fiscalYearStart: 7,
      inputs: { users: 70_000 },
      revision: 2,
    });
    expect((await shownBy(frozen)).model).toMatchObject({
      name: "Patches",
      fiscalYearStart: 1,
      inputs: { users: 60_000 },
      revision: 1,
      isFrozen: true,
    });
  });

  it("opens nothing that was never given out, nor what is not a token", async () => {
    for (const token of [newToken(), "x", "", undefined, { toString: () => newToken() }]) {
      expect(await authorizeLink(token, undefined, "link:view")).toBeNull();
    }
  });

  it("opens nothing once it is revoked, and cannot be brought back", async () => {
    const access = await ofAlice();
    const token = await makeLink(access);
    const [card] = await linksOf(access);
    expect((await revokeLink(access, card?.id ?? "", someOrigin())).ok).toBe(true);
    expect(await opened(token)).toBeNull();
    expect((await revokeLink(access, card?.id ?? "", someOrigin())).ok).toBe(false);
    expect((await linksOf(access))[0]).toMatchObject({ revokedAt: expect.any(String) });
    expect(await events(access, "link.created")).toHaveLength(1);
    expect(await events(access, "link.revoked")).toHaveLength(1);
  });

  it("opens nothing once it has expired", async () => {
    const access = await ofAlice();
    const token = await makeLink(access);
    expect(await opened(token)).not.toBeNull();
    await asOwner(
      "update public.share_links set created_at = now() - interval '2 days', expires_at = now() where token_hash = $1",
      [hashToken(token)],
    );
    expect(await opened(token)).toBeNull();
  });

  it("opens nothing while its model is archived or deleted, and goes with it for good", async () => {
    const access = await ofAlice();
    const token = await makeLink(access, { isFrozen: true });
    const manager = await authorizeModel(alice, access.modelId, "manage");
    if (manager === null || manager === "refused") throw new Error("Alice owns it");
    await archiveModel(manager, someOrigin());
    expect(await opened(token)).toBeNull();
    await unarchiveModel(manager, someOrigin());
    expect(await opened(token)).not.toBeNull();
    await deleteModel(manager, someOrigin());
    expect(await opened(token)).toBeNull();
    // What a start does with what was deleted 30 days ago: the frozen revision does not hold its model back.
    await asOwner("delete from public.cost_models where id = $1", [access.modelId]);
    expect(await asOwner("select from public.share_links where token_hash = $1", [hashToken(token)])).toHaveLength(0);
  });

  it("keeps the revision that it is frozen at from being removed or renumbered", async () => {
    const access = await ofAlice();
    await makeLink(access, { isFrozen: true });
    const revision = [access.modelId];
    await expect(asOwner("delete from public.revisions where model_id = $1", revision)).rejects.toThrow(/foreign key/);
    // The rule for revisions refuses before the foreign key would.
    await expect(asOwner("update public.revisions set number = 9 where model_id = $1", revision)).rejects.toThrow(
      /can no longer be changed/,
    );
  });

  it("cannot be made for a day more than a year ahead, by the table's own rule", async () => {
    const access = await ofAlice();
    await expect(
      createLink(access, { ...plainLink, expiresAt: "2999-01-01T23:59:59.999Z" }, someOrigin()),
    ).rejects.toThrow();
  });
});

describe("what a link leaves out", () => {
  it("is pay: inputs, head counts, own lines of staff and notes on them, while the result rests on them", async () => {
    const access = await ofAlice(payDraft);
    const token = await makeLink(access, { leavesOutPay: true });
    const { model, evaluate } = await shownBy(token);
    expect(model.inputs).toEqual({ users: 60_000 });
    expect(model.customLines.map(({ label }) => label)).toEqual(["Licence"]);
    expect(model.notes).toEqual({ users: payDraft.notes.users });
    // Lines of staff as a whole: with the heads beside a sum of staff, pay could be worked out.
    const { register, equipmentLines, participantKinds } = payDraft;
    expect(ownRowsOf(model)).toMatchObject({ register, equipmentLines, participantKinds, staffLines: [] });
    expect(JSON.stringify(model)).not.toContain(operationsMarker);
    const whole = await evaluate();
    const open = await (await shownBy(await makeLink(access))).evaluate();
    if ("problem" in whole || "problem" in open) throw new Error("no result");
    expect(whole.result.architectures.cloud.total).toBe(open.result.architectures.cloud.total);
    // Trials rest on all of it too.
    const { notes, ...rows } = (await shownBy(token)).whole();
    expect({ notes, rows: ownRowsOf(rows) }).toEqual({ notes: payDraft.notes, rows: ownRowsOf(payDraft) });
  });

  it("is the description, notes and sources", async () => {
    const access = await ofAlice(payDraft);
    const { model } = await shownBy(await makeLink(access, { leavesOutNotes: true }));
    expect(model).toMatchObject({ description: "", inputs: payDraft.inputs });
    expect(model.notes).toEqual(spread);
    const withoutTexts = (rows: readonly { note?: string; source?: string }[]) =>
      rows.map(({ note: _note, source: _source, ...rest }) => rest);
    for (const table of figureTables) {
      expect(model[table], table).toEqual(withoutTexts(payDraft[table]));
      expect(model[table].length, table).toBeGreaterThan(0);
    }
  });

  it("is nothing where it leaves out nothing", async () => {
    const access = await ofAlice(payDraft);
    const { model } = await shownBy(await makeLink(access));
    const { description, notes, inputs } = payDraft;
    // But what the cloud is billed, which no link shows.
    expect(payDraft.billLines).not.toEqual([]);
    expect(model).toMatchObject({ description, notes, inputs, ...ownRowsOf(payDraft), billLines: [] });
    expect(JSON.stringify(model)).not.toContain("Invoice 88");
  });

  it("is left out of a copy too", async () => {
    const access = await ofAlice(payDraft);
    const token = await makeLink(access, { leavesOutPay: true, leavesOutNotes: true });
    const link = await authorizeLink(token, undefined, "link:copy");
    if (link === null || typeof link === "string") throw new Error("the link allows copies");
    const made = await copyLinkedModel(link, await organisationOf(mallory), someOrigin());
    if (!made.ok) throw new Error("no copy");
    const copy = await getModel(mallory, made.id);
    expect(copy).toMatchObject({ name: "Copy of Patches", inputs: { users: 60_000 }, description: "" });
    expect(copy?.notes).toEqual({ users: spread.users });
    expect(copy?.customLines.map(({ label }) => label)).toEqual(["Licence"]);
    expect(copy).toMatchObject({ staffLines: [], register: [{ label: "Rack A" }, { label: "Cabling" }] });
    expect(JSON.stringify(copy)).not.toContain("Invoice 17");
    expect(JSON.stringify(copy)).not.toContain(operationsMarker);
    expect(await events(access, "link.copied")).toMatchObject([{ actor_id: mallory.id }]);
    // The person who copied reads their copy and nothing more of Alice's.
    expect(await getModel(mallory, access.modelId)).toBeNull();
  });
});

describe("a copy by a viewer of another organisation", () => {
  it("is told to the audit log of the model's organisation", async () => {
    const access = await ofAlice();
    const invited = await createInvitation(access, { email: "m@example.org", role: "viewer" }, someOrigin());
    if (!invited.ok) throw new Error("no invitation");
    await acceptInvitation(mallory, invited.link.slice(-43), someOrigin());
    const view = await authorizeModel(mallory, access.modelId, "view");
    if (view === null || view === "refused") throw new Error("the share lets them view");
    expect((await duplicateModel(view, await organisationOf(mallory), someOrigin())).ok).toBe(true);
    expect(await eventsOf(access, "model.copied")).toMatchObject([{ actor_id: mallory.id, detail: { revision: 1 } }]);
  });
});

describe("a link with a password", () => {
  it("gives nothing of the model before it, from the database either", async () => {
    const access = await ofAlice(payDraft);
    const token = await makeLink(access, { password: "open sesame 1" });
    expect(await opened(token)).toBe("locked");
    const found = await unsafeFindShareLink(hashToken(token));
    expect(Object.keys(found ?? {}).sort()).toEqual(["expiresAt", "linkId", "mayDownload", "passwordHash"]);
    const rows = await asOwner("select * from public.read_share_link($1, false, false, '{}', '{}', '{}')", [
      hashToken(token),
    ]);
    expect(rows).toMatchObject([
      { name: null, inputs: null, evaluated_inputs: null, notes: null, custom_lines: null, rows: null },
    ]);
    expect(rows).toMatchObject([{ evaluated_rows: null, evaluated_lines: null, evaluated_notes: null }]);
    expect(
      await asOwner("select * from public.read_share_link($1, true, false, '{}', '{}', '{}')", [hashToken(token)]),
    ).toMatchObject([{ name: "Patches" }]);
  });

  it("opens with a seal of its own that has not run out, and with no other", async () => {
    const access = await ofAlice();
    const token = await makeLink(access, { password: "open sesame 1" });
    const other = await makeLink(access, { password: "open sesame 1" });
    const tried = await tryLinkPassword(token, "open sesame 1", someOrigin());
    if (tried === null || "faults" in tried) throw new Error("the password is right");
    expect(await authorizeLink(token, tried.seal, "link:view")).toMatchObject({ may: { "link:view": true } });
    expect(await authorizeLink(other, tried.seal, "link:view")).toBe("locked");
    const found = await unsafeFindShareLink(hashToken(token));
    const longAgo = new Date(Date.now() - 13 * 60 * 60 * 1_000);
    const old = newLinkSeal(found?.linkId ?? "", found?.passwordHash ?? "", longAgo);
    for (const seal of [old, tried.seal.replace(/^\d+/, "9999999999999"), `${tried.seal}x`, "", ".", undefined]) {
      expect(await authorizeLink(token, seal, "link:view")).toBe("locked");
    }
  });

  it("refuses a wrong one, tells the audit log, and lets nobody try for ever", async () => {
    const access = await ofAlice();
    const token = await makeLink(access, { password: "open sesame 1" });
    const origin = someOrigin();
    expect(await tryLinkPassword(token, "open sesame 2", origin)).toMatchObject({
      faults: [{ key: "password", message: expect.stringContaining("not the password") }],
    });
    const [event] = await events(access, "link.refused");
    expect(event).toMatchObject({ actor_id: null, address: origin.address });
    const id = (await unsafeFindShareLink(hashToken(token)))?.linkId ?? "";
    for (let tries = 1; tries < 10; tries++) expect(await mayTryPassword(id, origin)).toBe(true);
    // The eleventh, though it is right; another client still may.
    expect(await tryLinkPassword(token, "open sesame 1", origin)).toMatchObject({
      faults: [{ message: expect.stringContaining("too often") }],
    });
    expect(await tryLinkPassword(token, "open sesame 1", someOrigin())).toHaveProperty("seal");
    expect(await events(access, "link.refused")).toHaveLength(1);
  });
});

describe("anyone who holds a link", () => {
  it("downloads and copies only where it allows that", async () => {
    const access = await ofAlice();
    const token = await makeLink(access, { mayDownload: false });
    expect(await authorizeLink(token, undefined, "link:download")).toBe("refused");
    expect(await authorizeLink(token, undefined, "link:copy")).toBe("refused");
    expect(await authorizeLink(token, undefined, "link:view")).toMatchObject({ mayDownload: false });
  });

  it("is counted once an hour, where a browser shows the page, and not by reading it", async () => {
    const access = await ofAlice();
    const link = await authorizeLink(await makeLink(access), undefined, "link:view");
    if (link === null || typeof link === "string") throw new Error("the link opens");
    const [reader, other] = [someOrigin(), someOrigin()];
    for (const _ of [1, 2]) await loadLinkedModel(link);
    expect(await linksOf(access)).toMatchObject([{ openedCount: 0, lastOpenedAt: null }]);
    for (const visitor of [reader, reader, reader, other]) await countOpening(link, visitor);
    expect(await linksOf(access)).toMatchObject([{ openedCount: 2, lastOpenedAt: expect.any(String) }]);
  });

  it("writes nothing into the audit log but what links do, and nothing by a link that opens nothing", async () => {
    const access = await ofAlice();
    const token = hashToken(await makeLink(access));
    await unsafeRecordShareLinkEvent(token, { action: "member.removed" as "link.exported", address: "x" });
    await unsafeRecordShareLinkEvent(hashToken(newToken()), { action: "link.exported", address: "x" });
    expect(await events(access, "member.removed")).toHaveLength(0);
    expect(await events(access, "link.exported")).toHaveLength(0);
    await unsafeRecordShareLinkEvent(token, { action: "link.exported", address: "x", detail: { file: "years.csv" } });
    expect(await events(access, "link.exported")).toMatchObject([{ detail: { file: "years.csv" }, actor_id: null }]);
  });
});

describe("another person", () => {
  it("neither makes, lists nor revokes links, though the proof was forged", async () => {
    const access = await ofAlice();
    const token = await makeLink(access);
    const [card] = await linksOf(access);
    const forged: ShareAccess = forge(access, mallory);
    expect((await createLink(forged, plainLink, someOrigin())).ok).toBe(false);
    expect(await listSharing(forged)).toBeNull();
    expect(await readInScope(forged.scope, (tx) => shareLinks(tx, forged).stretch({ limit: 2 }))).toEqual([]);
    expect((await revokeLink(forged, card?.id ?? "", someOrigin())).ok).toBe(false);
    const own = await proven(mallory, await someModel(mallory));
    expect((await revokeLink(own, card?.id ?? "", someOrigin())).ok).toBe(false);
    expect(await opened(token)).not.toBeNull();
    // And Alice still may.
    expect((await revokeLink(access, card?.id ?? "", someOrigin())).ok).toBe(true);
  });
});
