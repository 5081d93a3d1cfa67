import { beforeAll, describe, expect, it } from "vitest";
import { newToken } from "@/lib/server/crypto/tokens";
import { createModel } from "@/lib/server/models/create-model";
import { getModel, loadModel } from "@/lib/server/models/get-model";
import { listModels } from "@/lib/server/models/list-models";
import { saveModel } from "@/lib/server/models/save-model";
import type { AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import { inScope } from "@/lib/server/runtime/scope";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { changeRole, removeShare, revokeInvitation } from "@/lib/server/sharing/change-sharing";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { findInvitation } from "@/lib/server/sharing/find-invitation";
import { listSharing } from "@/lib/server/sharing/list-sharing";
import { forge, newPerson, organisationOf, someDraft, someModel, someOrigin } from "@/test/people";
import { authorizeModel, type EditAccess, type ShareAccess, type ViewAccess } from "./model";
import type { AuthenticatedUser } from "./person";

// Mallory knows every id of Alice's. Each data function is called as herself, and once more with a proof forged by a cast,
// as a fault in the code above it would bring about; and Alice still gets in.
let alice: AuthenticatedUser;
let guest: AuthenticatedUser;
let mallory: AuthenticatedUser;
let modelId: string;
let owner: ShareAccess;
let shareId: string;
let invitationId: string;

/** What a fault in the code would hand on: Mallory as the person, Alice's model as proven. */
let forged: ShareAccess;

async function proven(user: AuthenticatedUser, need: "view" | "edit" | "share") {
  const access = await authorizeModel(user, modelId, need);
  if (access === null || access === "refused") throw new Error(`${user.name} has no access`);
  return access;
}

async function invite(role: "viewer" | "editor"): Promise<string> {
  const outcome = await createInvitation(owner, { email: "guest@example.org", role }, someOrigin());
  if (!outcome.ok) throw new Error("no invitation");
  return outcome.link.slice(-43);
}

async function stateOfAlices() {
  const model = await loadModel(owner);
  const sharing = await listSharing(owner);
  return { model, sharing };
}

beforeAll(async () => {
  [alice, guest, mallory] = (await Promise.all([newPerson("Alice"), newPerson("Guest"), newPerson("Mallory")])).map(
    ({ user }) => user,
  ) as [AuthenticatedUser, AuthenticatedUser, AuthenticatedUser];
  modelId = await someModel(alice);
  await someModel(mallory, { ...someDraft, name: "Mallory's own" });
  owner = (await proven(alice, "share")) as ShareAccess;
  await acceptInvitation(guest, await invite("viewer"), someOrigin());
  await invite("editor");
  const sharing = await listSharing(owner);
  shareId = sharing?.people.rows.find(({ role }) => role === "viewer")?.shareId ?? "";
  invitationId = sharing?.invitations.rows[0]?.id ?? "";
  forged = forge(owner, mallory);
});

describe("someone who was not invited", () => {
  it("gets no proof for another's model, whatever it is for, and the same answer as for none", async () => {
    for (const need of ["view", "edit", "share"] as const) {
      expect(await authorizeModel(mallory, modelId, need)).toBeNull();
      expect(await authorizeModel(mallory, crypto.randomUUID(), need)).toBeNull();
    }
    expect(await authorizeModel(mallory, "1' or '1'='1", "view")).toBeNull();
    expect(await authorizeModel(mallory, undefined, "view")).toBeNull();
  });

  it("does not read the model, nor find it in a list", async () => {
    expect(await getModel(mallory, modelId)).toBeNull();
    expect(await loadModel(forged as ViewAccess)).toBeNull();
    expect((await listModels(mallory)).models.map(({ name }) => name)).toEqual(["Mallory's own"]);
  });

  it("does not change it, though the proof was forged", async () => {
    const before = await stateOfAlices();
    const given = { revision: 1, draft: { ...someDraft, name: "Mine now" } };
    expect(await saveModel(forged as EditAccess, given, someOrigin())).toMatchObject({ kind: "refused" });
    expect(await stateOfAlices()).toEqual(before);
  });

  it("does not add a model to another's organisation", async () => {
    const named = { user: mallory.id, organisation: owner.organisationId as AuthorizedOrganisationId };
    const add = inScope(named, (tx) =>
      tx.costModel.create({
        data: {
          organisationId: owner.organisationId,
          creatorId: mallory.id,
          name: "Planted",
          startMonth: new Date("2027-01-01T00:00:00Z"),
          modelVersion: 1,
        },
      }),
    );
    await expect(add).rejects.toThrow();
    expect((await listModels(alice)).models.map(({ name }) => name)).toEqual(["Patches"]);
  });

  it("does not see or change who it is shared with, though the proof was forged", async () => {
    const before = await stateOfAlices();
    expect(await listSharing(forged)).toBeNull();
    expect((await changeRole(forged, shareId, "editor", someOrigin())).ok).toBe(false);
    expect((await removeShare(forged, shareId, someOrigin())).ok).toBe(false);
    expect((await revokeInvitation(forged, invitationId, someOrigin())).ok).toBe(false);
    await expect(createInvitation(forged, { email: "m@example.org", role: "editor" }, someOrigin())).rejects.toThrow();
    expect(await stateOfAlices()).toEqual(before);
  });

  it("does not reach another's share through a model of their own", async () => {
    const before = await stateOfAlices();
    const own = await authorizeModel(mallory, await someModel(mallory), "share");
    if (own === null || own === "refused") throw new Error("Mallory owns this one");
    expect((await changeRole(own, shareId, "editor", someOrigin())).ok).toBe(false);
    expect((await removeShare(own, shareId, someOrigin())).ok).toBe(false);
    expect((await revokeInvitation(own, invitationId, someOrigin())).ok).toBe(false);
    expect(await stateOfAlices()).toEqual(before);
  });

  it("does not get in by a link that was never given out", async () => {
    expect(await findInvitation(newToken(), mallory)).toEqual({ state: "unknown" });
    expect((await acceptInvitation(mallory, newToken(), someOrigin())).ok).toBe(false);
  });
});

describe("a viewer", () => {
  it("reads, and can change nothing, though the proof was forged", async () => {
    const before = await stateOfAlices();
    expect(await getModel(guest, modelId)).toMatchObject({ name: "Patches", canEdit: false, canShare: false });
    expect(await authorizeModel(guest, modelId, "edit")).toBe("refused");
    expect(await authorizeModel(guest, modelId, "share")).toBe("refused");
    const lifted: ShareAccess = forge(owner, guest);
    const given = { revision: 1, draft: { ...someDraft, name: "Mine now" } };
    expect((await saveModel(lifted, given, someOrigin())).kind).not.toBe("saved");
    expect((await changeRole(lifted, shareId, "editor", someOrigin()).catch(() => ({ ok: false }))).ok).toBe(false);
    await expect(createInvitation(lifted, { email: "g@example.org", role: "editor" }, someOrigin())).rejects.toThrow();
    expect((await revokeInvitation(lifted, invitationId, someOrigin())).ok).toBe(false);
    expect(await stateOfAlices()).toEqual(before);
  });
});

describe("the owner", () => {
  it("still gets in everywhere", async () => {
    expect(await getModel(alice, modelId)).toMatchObject({
      name: "Patches",
      inputs: { users: 60_000 },
      organisationName: "Alice’s organisation",
      changedBy: "Alice",
      canEdit: true,
      canShare: true,
      revision: 1,
    });
    const saved = await saveModel(owner, { revision: 1, draft: { ...someDraft, name: "Patches 2" } }, someOrigin());
    expect(saved).toMatchObject({ kind: "saved", revision: 2 });
    expect((await listModels(alice)).models.map(({ name, access }) => [name, access])).toEqual([
      ["Patches 2", "yours"],
    ]);
    expect((await listModels(guest)).models.map(({ name, access }) => [name, access])).toEqual([
      ["Patches 2", "viewer"],
    ]);
    expect((await changeRole(owner, shareId, "editor", someOrigin())).ok).toBe(true);
    expect((await revokeInvitation(owner, invitationId, someOrigin())).ok).toBe(true);
    expect((await removeShare(owner, shareId, someOrigin())).ok).toBe(true);
    expect(await getModel(guest, modelId)).toBeNull();
    const made = await createModel(await organisationOf(alice), someDraft, null, someOrigin());
    expect(made.ok).toBe(true);
  });
});
