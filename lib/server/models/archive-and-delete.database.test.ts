import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { firstPage, modelShelves } from "@/lib/draft/model-listing";
import { authorizeModel, type ManageAccess, type RestoreAccess, type ShareAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { inScope } from "@/lib/server/runtime/scope";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { getScenarios } from "@/lib/server/scenarios/get-scenarios";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { findInvitation } from "@/lib/server/sharing/find-invitation";
import { asOwner } from "@/test/database/as-owner";
import { removedBySweep } from "@/test/database/swept";
import { forge, newPerson, organisationOf, someDraft, someModel, someOrigin } from "@/test/people";
import { archiveModel, deleteModel, restoreModel, unarchiveModel } from "./archive-and-delete";
import { duplicateModel } from "./duplicate-model";
import { getModel } from "./get-model";
import { listModels } from "./list-models";
import { saveModel } from "./save-model";

// Alice owns a model, Eve edits it by a share, Mallory knows its id.
let alice: AuthenticatedUser;
let eve: AuthenticatedUser;
let mallory: AuthenticatedUser;
let id: string;
let owner: ShareAccess;
let manage: ManageAccess;
let restore: RestoreAccess;
let openLink: string;

const ok = { ok: true };

async function invite(): Promise<string> {
  const outcome = await createInvitation(owner, { email: "eve@example.org", role: "editor" }, someOrigin());
  if (!outcome.ok) throw new Error("no invitation");
  return outcome.link.slice(-43);
}

async function proven<N extends "share" | "manage" | "restore">(need: N) {
  const access = await authorizeModel(alice, id, need);
  if (access === null || access === "refused") throw new Error("Alice owns this model");
  return access;
}

async function listed(user: AuthenticatedUser) {
  const lists = await Promise.all(modelShelves.map((shelf) => listModels(user, { ...firstPage, sort: "name", shelf })));
  return Object.fromEntries(modelShelves.map((shelf, i) => [shelf, lists[i]?.models.map(({ name }) => name)]));
}

const save = (user: AuthenticatedUser, name: string) =>
  saveModel(forge(owner, user), { revision: 1, draft: { ...someDraft, name } }, someOrigin());

beforeAll(async () => {
  mallory = (await newPerson("Mallory")).user;
});

beforeEach(async () => {
  [alice, eve] = (await Promise.all([newPerson("Alice"), newPerson("Eve")])).map(({ user }) => user) as [
    AuthenticatedUser,
    AuthenticatedUser,
  ];
  id = await someModel(alice);
  owner = await proven("share");
  [manage, restore] = [await proven("manage"), await proven("restore")];
  await acceptInvitation(eve, await invite(), someOrigin());
  openLink = await invite();
});

describe("an archived model", () => {
  beforeEach(async () => {
    expect(await archiveModel(manage, someOrigin())).toEqual(ok);
  });

  it("is on a list of its own, for its owner and for whom it is shared with", async () => {
    expect(await listed(alice)).toEqual({ current: [], archived: ["Patches"], deleted: [] });
    expect(await listed(eve)).toEqual({ current: [], archived: ["Patches"], deleted: [] });
  });

  it("can be read, and not changed or shared, by its owner or by an editor", async () => {
    expect(await getModel(alice, id)).toMatchObject({ isArchived: true, canEdit: false, canShare: false });
    for (const user of [alice, eve]) {
      expect(await authorizeModel(user, id, "edit")).toBe("refused");
      expect(await authorizeModel(user, id, "share")).toBe("refused");
    }
  });

  it("is not changed by a save that was on its way, no matter who sends it", async () => {
    for (const user of [alice, eve]) {
      const outcome = await save(user, "Late");
      expect(outcome.kind).toBe("refused");
    }
    expect(await getModel(alice, id)).toMatchObject({ name: "Patches", revision: 1 });
  });

  it("is kept from changing by the database too", async () => {
    const change = inScope(owner.scope, (tx) =>
      tx.costModel.updateMany({
        where: { id: owner.modelId, organisationId: owner.organisationId },
        data: { name: "Past the code", revision: 2 },
      }),
    );
    await expect(change).rejects.toThrow();
    expect(await getModel(alice, id)).toMatchObject({ name: "Patches", revision: 1 });
  });

  it("gets no new scenario, though the proof is from before", async () => {
    const scenario = { name: "Late", inputs: { users: 120_000 }, currencyRate: 1 };
    const outcome = await createScenario(owner, scenario, someOrigin()).catch(() => ({ ok: false }));
    expect(outcome.ok).toBe(false);
    expect((await getScenarios(alice, id))?.scenarios).toEqual([]);
  });

  it("is as before once it is taken out of the archive", async () => {
    expect(await unarchiveModel(manage, someOrigin())).toEqual(ok);
    expect(await listed(eve)).toEqual({ current: ["Patches"], archived: [], deleted: [] });
    expect(await getModel(alice, id)).toMatchObject({ isArchived: false, canEdit: true, canShare: true });
    expect(await save(eve, "By Eve")).toMatchObject({ kind: "saved", revision: 2 });
  });
});

describe("a deleted model", () => {
  beforeEach(async () => {
    expect(await deleteModel(manage, someOrigin())).toEqual(ok);
  });

  it("is gone for everybody, and its owner alone finds it among the deleted", async () => {
    for (const user of [alice, eve]) {
      expect(await getModel(user, id)).toBeNull();
      for (const need of ["view", "edit", "share", "manage"] as const) {
        expect(await authorizeModel(user, id, need)).toBeNull();
      }
    }
    expect(await listed(alice)).toEqual({ current: [], archived: [], deleted: ["Patches"] });
    expect(await listed(eve)).toEqual({ current: [], archived: [], deleted: [] });
    expect((await save(alice, "Late")).kind).toBe("refused");
  });

  it("is not seen by an editor with the `where` dropped", async () => {
    const seen = (user: AuthenticatedUser) => inScope({ user: user.id }, (tx) => tx.costModel.count({ where: { id } }));
    expect(await seen(eve)).toBe(0);
    expect(await seen(alice)).toBe(1);
  });

  it("lets nobody in by a link that is still open", async () => {
    expect((await findInvitation(openLink, mallory)).state).toBe("expired");
    expect((await acceptInvitation(mallory, openLink, someOrigin())).ok).toBe(false);
  });

  it("comes back whole where the deletion is taken back, with whom it was shared with", async () => {
    expect(await restoreModel(restore, someOrigin())).toEqual(ok);
    expect(await listed(alice)).toEqual({ current: ["Patches"], archived: [], deleted: [] });
    expect(await getModel(alice, id)).toMatchObject({ inputs: { users: 60_000 }, revision: 1, canEdit: true });
    expect(await save(eve, "By Eve")).toMatchObject({ kind: "saved" });
    expect((await findInvitation(openLink, null)).state).toBe("open");
  });

  it("goes for good when 30 days have passed, and not before", async () => {
    const age = (days: number) =>
      asOwner("update public.cost_models set deleted_at = now() - make_interval(days => $1) where id = $2", [days, id]);
    const left = async () =>
      (
        await asOwner(
          `select (select count(*)::int from public.cost_models where id = $1) as models,
                  (select count(*)::int from public.revisions where model_id = $1) as revisions,
                  (select count(*)::int from public.shares where model_id = $1) as shares`,
          [id],
        )
      )[0];
    await age(29);
    await removedBySweep();
    expect(await left()).toEqual({ models: 1, revisions: 1, shares: 1 });
    await age(31);
    expect(await removedBySweep()).toBe(1);
    expect(await left()).toEqual({ models: 0, revisions: 0, shares: 0 });
    expect(await restoreModel(restore, someOrigin())).toMatchObject({ ok: false });
  });

  it("is not swept by the application's role", async () => {
    const sweep = inScope(owner.scope, (tx) => tx.$executeRawUnsafe("select remove_long_deleted()"));
    await expect(sweep).rejects.toThrow();
  });
});

describe("anyone who does not own a model", () => {
  it("gets no proof to archive, delete or restore it", async () => {
    for (const need of ["manage", "restore"] as const) {
      expect(await authorizeModel(eve, id, need)).toBe("refused");
      expect(await authorizeModel(mallory, id, need)).toBeNull();
    }
  });

  it("does not archive or delete it, though the proof was forged", async () => {
    for (const user of [eve, mallory]) {
      for (const act of [archiveModel, deleteModel]) {
        const outcome = await act(forge(manage, user), someOrigin()).catch(() => "refused");
        expect(outcome).not.toEqual(ok);
      }
    }
    expect(await getModel(alice, id)).toMatchObject({ isArchived: false, canEdit: true });
  });

  it("does not take it out of the archive or restore it, though the proof was forged", async () => {
    await archiveModel(manage, someOrigin());
    const taken = await unarchiveModel(forge(manage, mallory), someOrigin()).catch(() => "refused");
    expect(taken).not.toEqual(ok);
    // Eve sees the model, so that she is told it is there; it stays where it is.
    await unarchiveModel(forge(manage, eve), someOrigin()).catch(() => "refused");
    expect(await listed(alice)).toMatchObject({ archived: ["Patches"] });
    await deleteModel(manage, someOrigin());
    for (const user of [eve, mallory]) {
      const outcome = await restoreModel(forge(restore, user), someOrigin()).catch(() => "refused");
      expect(outcome).not.toEqual(ok);
    }
    expect(await listed(alice)).toMatchObject({ deleted: ["Patches"] });
  });
});

describe("a copy", () => {
  const copy = async (user: AuthenticatedUser) => {
    const access = await authorizeModel(user, id, "view");
    if (access === null || access === "refused") throw new Error("not theirs to read");
    return duplicateModel(access, await organisationOf(user), someOrigin());
  };

  it("has the figures, in the organisation of the person who makes it, and leaves the original as it was", async () => {
    const outcome = await copy(eve);
    if (!outcome.ok) throw new Error("no copy");
    expect(await getModel(eve, outcome.id)).toMatchObject({
      name: "Copy of Patches",
      inputs: { users: 60_000 },
      startMonth: "2027-01",
      organisationName: "Eve’s organisation",
      revision: 1,
      canShare: true,
    });
    expect(await getModel(alice, outcome.id)).toBeNull();
    expect(await getModel(alice, id)).toMatchObject({ name: "Patches", revision: 1 });
  });

  it("takes the scenarios along, and leaves the original's where they are", async () => {
    const scenario = { name: "Twice the users", inputs: { users: 120_000 }, currencyRate: 1 };
    expect((await createScenario(owner, scenario, someOrigin())).ok).toBe(true);
    const outcome = await copy(eve);
    if (!outcome.ok) throw new Error("no copy");
    const of = async (user: AuthenticatedUser, model: string) =>
      (await getScenarios(user, model))?.scenarios.map(({ name, inputs }) => ({ name, inputs }));
    expect(await of(eve, outcome.id)).toEqual([{ name: "Twice the users", inputs: { users: 120_000 } }]);
    expect(await of(alice, id)).toEqual([{ name: "Twice the users", inputs: { users: 120_000 } }]);
  });

  it("can be made of an archived model and is not archived itself", async () => {
    await archiveModel(manage, someOrigin());
    expect((await copy(alice)).ok).toBe(true);
    expect(await listed(alice)).toMatchObject({ current: ["Copy of Patches"], archived: ["Patches"] });
  });

  it("is not made of another's model, though the proof was forged", async () => {
    const outcome = await duplicateModel(forge(owner, mallory), await organisationOf(mallory), someOrigin());
    expect(outcome.ok).toBe(false);
    expect((await listModels(mallory)).total).toBe(0);
  });
});

it("writes down who put a model away and who took it out", async () => {
  await archiveModel(manage, someOrigin());
  await archiveModel(manage, someOrigin());
  await unarchiveModel(manage, someOrigin());
  await deleteModel(manage, someOrigin());
  await restoreModel(restore, someOrigin());
  const events = await inScope(owner.scope, (tx) =>
    tx.auditEvent.findMany({
      where: { organisationId: owner.organisationId, subjectId: id, action: { startsWith: "model." } },
      orderBy: { at: "asc" },
      select: { action: true, actorId: true },
    }),
  );
  // Archiving what is archived already is no event.
  expect(events).toEqual(
    ["created", "archived", "unarchived", "deleted", "restored"].map((action) => ({
      action: `model.${action}`,
      actorId: alice.id,
    })),
  );
});
