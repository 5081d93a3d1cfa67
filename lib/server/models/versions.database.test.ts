import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { CostModelFull } from "@/lib/draft/model";
import { inputsOf } from "@/lib/draft/scenario/scenario";
import { completeInputs } from "@/lib/model/currency";
import { evaluateModel } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { checkDraft } from "@/lib/schemas/draft";
import { authorizeLink } from "@/lib/server/access/link";
import { authorizeModel, type EditAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { getRevision } from "@/lib/server/history/get-revision";
import { listRevisions } from "@/lib/server/history/list-revisions";
import { restoreRevision } from "@/lib/server/history/restore-revision";
import { saveScenario } from "@/lib/server/scenarios/change-scenario";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { getScenarios } from "@/lib/server/scenarios/get-scenarios";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { copyLinkedModel } from "@/lib/server/sharing/copy-linked-model";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { createLink } from "@/lib/server/sharing/create-link";
import { loadLinkedModel } from "@/lib/server/sharing/linked-model";
import { saveUnder, superuserOfThisFile } from "@/test/database/superuser";
import { plainLink } from "@/test/figures/plain-link";
import { altered, editAccessTo, newPerson, organisationOf, someDraft, someModel, someOrigin } from "@/test/people";
import { draftOf } from "./draft-of";
import { duplicateModel } from "./duplicate-model";
import { getModel, loadComparedModel } from "./get-model";
import { boundsOf, moveModel } from "./move-model";
import { saveModel } from "./save-model";

// As if the present version were the second, and the first had said otherwise of two inputs only: what was released may change, this test not.
vi.mock("@/lib/model/version", () => ({ modelVersion: 2 }));
vi.mock("@/lib/model/released/older-versions", () => ({
  olderVersions: new Map([
    [
      1,
      [
        { key: "storedTB", default: 70, min: 0, max: 1_000_000, integer: false },
        { key: "onPremisesComplianceAnnual", default: 20_000, min: 0, max: 1_000_000_000, integer: false },
        { key: "serverLifeMonths", default: 60, min: 6, max: 240, integer: true },
      ],
    ],
  ]),
}));

let ada: AuthenticatedUser;
let id: string;
let access: EditAccess;
const superuser = superuserOfThisFile();

beforeAll(async () => {
  ada = (await newPerson("Ada")).user;
});

beforeEach(async () => {
  id = await someModel(ada);
  access = await editAccessTo(ada, id);
});

/** What version 1 had otherwise, and what these inputs have today. */
const older = { storedTB: 70, onPremisesComplianceAnnual: 20_000 };
const today = { storedTB: 100, onPremisesComplianceAnnual: 30_000 };
const stored = { users: 60_000, serverLifeMonths: 200 };

/** As if the model and its first revision had been saved when version 1 was the present one. */
function savedUnder(version: number, inputs: Partial<Inputs> = stored): Promise<void> {
  return saveUnder(superuser, id, version, inputs);
}

const row = async (table: "cost_models" | "revisions", and = "") =>
  (
    await superuser.query(
      `select model_version, inputs from ${table} where ${table === "revisions" ? "model_id" : "id"} = $1 ${and}`,
      [id],
    )
  ).rows[0];

async function shown(): Promise<CostModelFull> {
  const model = await getModel(ada, id);
  if (model === null) throw new Error("Ada's model is there");
  return model;
}

/** Total cost of the model and of its scenarios, by architecture. */
async function totals() {
  const found = await getScenarios(ada, id);
  if (found === null) throw new Error("Ada's model is there");
  const { model, scenarios } = found;
  const totalOf = (own: Partial<Inputs>) => {
    const { architectures } = evaluateModel(completeInputs(inputsOf(model.inputs, { inputs: own }), 1));
    const { onPremises, cloud, peerToPeer } = architectures;
    return { onPremises: onPremises.total, cloud: cloud.total, peerToPeer: peerToPeer.total };
  };
  return { base: totalOf({}), Many: totalOf(scenarios[0]?.inputs ?? {}) };
}

it("a model of an earlier version is read by that version's bounds, and shows that version's defaults", async () => {
  await savedUnder(1);
  expect(await getModel(ada, id)).toMatchObject({ modelVersion: 1, inputs: { ...stored, ...older } });
  expect((await getRevision(access, 1))?.draft.inputs).toEqual({ ...stored, ...older });
  // Under the present version, 200 months are a fault in the database.
  await savedUnder(2);
  await expect(getModel(ada, id)).rejects.toThrow("serverLifeMonths");
});

it("a save keeps the version, and an input put back to today's default is stored as what it is", async () => {
  await savedUnder(1);
  const opened = await shown();
  const save = (revision: number, inputs: Partial<Inputs>) =>
    saveModel(access, { revision, draft: { ...draftOf(opened), inputs } }, someOrigin());
  expect((await save(1, { ...opened.inputs, users: 61_000 })).kind).toBe("saved");
  expect(await row("cost_models")).toEqual({ model_version: 1, inputs: { ...stored, users: 61_000 } });
  expect(await row("revisions", "and number = 2")).toEqual({ model_version: 1, inputs: { ...stored, users: 61_000 } });
  expect((await shown()).inputs).toEqual({ ...stored, ...older, users: 61_000 });

  // Data stored is 100 TB today: left out of a draft it is 100, and says so where the version would have 70.
  expect((await save(2, { ...stored, onPremisesComplianceAnnual: 20_000 })).kind).toBe("saved");
  expect(await row("cost_models")).toEqual({ model_version: 1, inputs: { ...stored, storedTB: 100 } });
  expect((await shown()).inputs).toMatchObject(stored);
  expect(completeInputs((await shown()).inputs, 1).storedTB).toBe(100);

  // 2,000,000 TB are within today's bounds and not within those of version 1.
  const outside = await save(3, { ...stored, storedTB: 2_000_000 });
  expect(outside).toMatchObject({ kind: "invalid", faults: [{ key: "storedTB" }] });
});

it("what is stated by hand is checked by the bounds of the version", async () => {
  await savedUnder(1);
  const bounds = await boundsOf(access);
  const draft = { ...draftOf(await shown()), inputs: stored };
  expect(checkDraft(draft).ok).toBe(false);
  expect(checkDraft(draft, bounds).ok).toBe(true);
  expect(checkDraft({ ...draft, inputs: { serverLifeMonths: 241 } }, bounds).ok).toBe(false);
});

it("moving takes today's defaults, its scenarios with it, and the version before comes back", async () => {
  // No growth of prices and a price on neither money nor time: a yearly amount counts five times in sixty months.
  const flat = { users: 60_000, storedTB: 80, generalInflation: 0, discountRate: 0 };
  await savedUnder(1, flat);
  const made = await createScenario(access, { name: "Many", inputs: { users: 90_000 }, currencyRate: 1 }, someOrigin());
  expect(made.ok).toBe(true);
  const before = await totals();
  expect(await moveModel(access, { revision: 1, to: 2 }, someOrigin())).toEqual({ ok: true, revision: 2 });
  expect(await row("cost_models")).toEqual({ model_version: 2, inputs: flat });
  const after = await totals();
  // Compliance of own servers: 5 x 30,000 today, and 5 x 20,000 in version 1. The others have amounts of their own.
  for (const scenario of ["base", "Many"] as const) {
    expect(after[scenario].onPremises - before[scenario].onPremises).toBeCloseTo(50_000, 4);
    expect(after[scenario].cloud).toBe(before[scenario].cloud);
    expect(after[scenario].peerToPeer).toBe(before[scenario].peerToPeer);
  }
  const [moved] = (await listRevisions(access, null)).revisions;
  expect(moved).toMatchObject({ number: 2, note: "Moved to version 2", modelVersion: 2 });
  const { rows } = await superuser.query("select detail from audit_events where subject_id = $1 and detail ? $2", [
    id,
    "modelVersion",
  ]);
  expect(rows).toEqual([{ detail: { revision: 2, modelVersion: 2 } }]);

  // The next save is a revision of its own: it does not become part of the one that moved the model.
  const draft = { ...draftOf(await shown()), name: "Patches, moved" };
  expect((await saveModel(access, { revision: 2, draft }, someOrigin())).kind).toBe("saved");
  expect((await listRevisions(access, null)).revisions.map(({ number }) => number)).toEqual([3, 2, 1]);

  expect(await restoreRevision(access, 1, someOrigin())).toEqual({ ok: true, number: 4, before: 3 });
  expect(await row("cost_models")).toEqual({ model_version: 1, inputs: flat });
  expect(await totals()).toEqual(before);
});

it("a model is not moved past bounds that it or a scenario breaks, nor unseen, nor twice", async () => {
  await savedUnder(1);
  const move = (revision: number, to = 2) => moveModel(access, { revision, to }, someOrigin());
  const refusal = (words: string) => ({ ok: false, faults: [{ message: expect.stringContaining(words) }] });
  expect(await move(1)).toMatchObject(refusal("Life of a server must be"));
  const draft = { ...draftOf(await shown()), inputs: { ...older, users: 60_000 } };
  expect((await saveModel(access, { revision: 1, draft }, someOrigin())).kind).toBe("saved");
  const given = { name: "Long", inputs: { serverLifeMonths: 200 }, currencyRate: 1 };
  const long = await createScenario(access, given, someOrigin());
  if (!long.ok) throw new Error("the version allows 240 months");
  expect(await move(2)).toMatchObject(refusal("Scenario “Long” cannot keep"));
  expect(await row("cost_models")).toEqual({ model_version: 1, inputs: { users: 60_000 } });

  const shorter = { revision: 1, draft: { ...given, inputs: { serverLifeMonths: 120 } } };
  expect((await saveScenario(access, long.scenario.id, shorter, someOrigin())).kind).toBe("saved");
  expect(await move(1)).toMatchObject(refusal("changed this model meanwhile"));
  expect(await move(2, 3)).toMatchObject(refusal("Version 2 is the present"));
  expect(await move(2)).toEqual({ ok: true, revision: 3 });
  expect(await move(3)).toMatchObject(refusal("at version 2 already"));
});

it("nobody moves what they may not change", async () => {
  await savedUnder(1, { users: 60_000 });
  const { user: mallory } = await newPerson("Mallory");
  expect(await authorizeModel(mallory, id, "edit")).toBeNull();
  // As a fault in the code above would hand it on: her scope and Ada's model.
  const { organisationId, scope: hers } = await organisationOf(mallory);
  const scope = { ...hers, model: access.modelId };
  for (const forged of [
    altered(access, { user: mallory, scope }),
    altered(access, { user: mallory, scope, organisationId }),
  ]) {
    expect(await moveModel(forged, { revision: 1, to: 2 }, someOrigin())).toMatchObject({ ok: false });
  }
  expect(await row("cost_models")).toEqual({ model_version: 1, inputs: { users: 60_000 } });

  const share = await authorizeModel(ada, id, "share");
  if (share === null || share === "refused") throw new Error("Ada owns this model");
  const { user: viewer } = await newPerson("Vera");
  const invited = await createInvitation(share, { email: "vera@example.org", role: "viewer" }, someOrigin());
  if (!invited.ok) throw new Error("no invitation");
  await acceptInvitation(viewer, invited.link.slice(-43), someOrigin());
  expect(await authorizeModel(viewer, id, "edit")).toBe("refused");
  expect(await getModel(viewer, id)).toMatchObject({ modelVersion: 1, canEdit: false, inputs: older });
});

it("a copy keeps the version of what it was copied from, and so does what a link shows", async () => {
  await savedUnder(1);
  const view = await authorizeModel(ada, id, "share");
  if (view === null || view === "refused") throw new Error("Ada owns this model");
  await createScenario(access, { name: "Long", inputs: { serverLifeMonths: 210 }, currencyRate: 1 }, someOrigin());
  const copy = await duplicateModel(view, await organisationOf(ada), someOrigin());
  if (!copy.ok) throw new Error(copy.faults.map(({ message }) => message).join(" "));
  const copied = await getScenarios(ada, copy.id);
  expect(copied?.model).toMatchObject({ modelVersion: 1, inputs: { ...stored, ...older } });
  expect(copied?.scenarios).toMatchObject([{ name: "Long", inputs: { serverLifeMonths: 210 } }]);

  const made = await createLink(view, { ...plainLink, isFrozen: true }, someOrigin());
  if (!made.ok) throw new Error("no link");
  const opened = await authorizeLink(made.link.slice(-43), undefined, "link:copy");
  if (opened === null || typeof opened === "string") throw new Error("the link opens nothing");
  const linked = await loadLinkedModel(opened);
  expect(linked?.model).toMatchObject({ modelVersion: 1, inputs: { ...stored, ...older } });
  const ofLink = await copyLinkedModel(opened, await organisationOf(ada), someOrigin());
  if (!ofLink.ok) throw new Error(ofLink.faults.map(({ message }) => message).join(" "));
  expect(await getModel(ada, ofLink.id)).toMatchObject({ modelVersion: 1, inputs: { ...stored, ...older } });
});

it("says what was answered before where today's formulas answer otherwise", async () => {
  await savedUnder(1, { users: 60_000 });
  await saveModel(access, { revision: 1, draft: draftOf(await shown()) }, someOrigin());
  expect((await loadComparedModel(access))?.answerThen).toBeUndefined();
  await superuser.query("update cost_models set headline = $1 where id = $2", ["It cost 3 then.", id]);
  expect((await loadComparedModel(access))?.answerThen).toBe("It cost 3 then.");
  expect((await shown()).answerThen).toBeUndefined();
});

it("a revision of an earlier version is restored under that version, as it was stored", async () => {
  await savedUnder(1);
  const draft = { ...someDraft, inputs: { users: 61_000 } };
  expect((await saveModel(access, { revision: 1, draft }, someOrigin())).kind).toBe("saved");
  expect(await row("cost_models")).toEqual({ model_version: 1, inputs: { users: 61_000, ...today } });
  expect(await moveModel(access, { revision: 2, to: 2 }, someOrigin())).toEqual({ ok: true, revision: 3 });
  expect(await row("cost_models")).toEqual({ model_version: 2, inputs: { users: 61_000 } });

  expect(await restoreRevision(access, 1, someOrigin())).toEqual({ ok: true, number: 4, before: 3 });
  expect(await row("cost_models")).toEqual({ model_version: 1, inputs: stored });
  expect(await row("revisions", "and number = 4")).toEqual({ model_version: 1, inputs: stored });
  expect(await getModel(ada, id)).toMatchObject({ modelVersion: 1, inputs: { ...stored, ...older } });
  expect((await getRevision(access, 3))?.modelVersion).toBe(2);
});
