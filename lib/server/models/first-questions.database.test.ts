import { beforeEach, describe, expect, it, vi } from "vitest";
import { noAnswers, type StartingAnswers } from "@/lib/draft/starting-answers";
import { authorizeOrganisation } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { changeFigure } from "@/lib/server/figures/change-figure";
import { getRevision } from "@/lib/server/history/get-revision";
import { asOwner } from "@/test/database/as-owner";
import { editAccessTo, forge, newPerson, organisationOf, someOrigin } from "@/test/people";
import { createModel } from "./create-model";
import { getModel } from "./get-model";
import { newDraft } from "./new-draft";

vi.mock("node:worker_threads", () => import("@/test/worker-from-source"));

const answers: StartingAnswers = {
  inputs: { currentArchitecture: "onPremises", users: 80_000 },
  notes: { users: { evidence: "measured" } },
  register: [{ label: "Rack A", what: "server", count: 12, ageMonths: 30 }],
  people: { engineering: 6 },
  bill: { amount: 40_000, month: "2026-10" },
};

let ada: AuthenticatedUser;

beforeEach(async () => {
  ada = (await newPerson("Ada")).user;
});

function draftOf(templateKey: string | null) {
  const checked = newDraft(templateKey, { name: "Answered" });
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.draft;
}

async function made(templateKey: string | null, given: StartingAnswers) {
  const making = { typed: [], answers: given };
  const outcome = await createModel(await organisationOf(ada), draftOf(templateKey), templateKey, someOrigin(), making);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.id;
}

const modelsOf = async () => {
  const { organisationId } = await organisationOf(ada);
  const [counted] = await asOwner(
    `select (select count(*)::int from public.cost_models where organisation_id = $1) as models,
            (select count(*)::int from public.revisions where organisation_id = $1) as revisions,
            (select count(*)::int from public.audit_events where organisation_id = $1 and action = 'model.created') as events`,
    [organisationId],
  );
  return counted;
};

describe("a model made of answers", () => {
  it("is made ten times within a minute, and no more: a bill keeps a processor busy", { timeout: 60_000 }, async () => {
    // At once: one after the other may take a busy machine the minute.
    await Promise.all(Array.from({ length: 10 }, () => made(null, noAnswers)));
    await expect(made(null, noAnswers)).rejects.toThrow("Wait a minute");
    expect(await modelsOf()).toMatchObject({ models: 10 });
  });

  it("has them with evidence and source, in its first revision too", async () => {
    const id = await made(null, answers);
    const model = await getModel(ada, id);
    // Two engineers by default on own servers and in the cloud, 2.5 in a hybrid, 3 peer to peer: six are three times as many.
    expect(model?.inputs).toMatchObject({
      currentArchitecture: "onPremises",
      users: 80_000,
      onPremisesEngineeringFTE: 6,
      cloudEngineeringFTE: 6,
      hybridEngineeringFTE: 7.5,
      peerToPeerEngineeringFTE: 9,
    });
    expect(model?.notes.users).toMatchObject({ evidence: "measured" });
    expect(model?.notes.currentArchitecture).toMatchObject({ evidence: "estimated" });
    expect(model?.notes.currentArchitecture?.source).toMatch(/^Starting questions, \d+ \w+ 20\d\d$/);
    // The bill is below what the model takes, so prices, discounts or use have moved, and say by which bill.
    const billed = Object.entries(model?.notes ?? {}).filter(([, { source }]) => source === "Cloud bill, October 2026");
    expect(billed.length).toBeGreaterThan(0);
    expect(model?.register).toEqual([expect.objectContaining({ label: "Rack A", count: 12, ageMonths: 30 })]);
    expect(model?.billLines).toEqual([expect.objectContaining({ amount: 40_000, month: "2026-10", place: "rest" })]);
    const first = await getRevision(await editAccessTo(ada, id), 1);
    expect(first?.draft).toMatchObject({ inputs: model?.inputs, notes: model?.notes, register: model?.register });
    expect(await modelsOf()).toEqual({ models: 1, revisions: 1, events: 1 });
  });

  it("is the template's where every question was skipped", async () => {
    const [skipped, plain] = [await made("e-commerce", noAnswers), newDraft("e-commerce", { name: "Plain" })];
    const model = await getModel(ada, skipped);
    expect(model?.inputs).toEqual(plain.ok && plain.draft.inputs);
    expect(model?.notes).toEqual({});
    expect(model?.templateKey).toBe("e-commerce");
  });

  it("lays answers over the template's figures", async () => {
    const model = await getModel(ada, await made("e-commerce", { ...noAnswers, inputs: { users: 5 } }));
    const plain = newDraft("e-commerce", { name: "Plain" });
    expect(model?.inputs).toEqual({ ...(plain.ok && plain.draft.inputs), users: 5 });
  });

  it("lays answers over the organisation's figures, and leaves those that were not asked about", async () => {
    const { organisationId } = await organisationOf(ada);
    const admin = await authorizeOrganisation(ada, organisationId, "organisation:manage");
    if (admin === null || admin === "refused") throw new Error("Ada owns it");
    await changeFigure(admin, "users", { revision: 0, stated: { value: 47_000 } }, someOrigin());
    await changeFigure(admin, "egressTB", { revision: 0, stated: { value: 321 } }, someOrigin());
    const model = await getModel(ada, await made("e-commerce", { ...noAnswers, inputs: { users: 5 } }));
    expect(model?.inputs).toMatchObject({ users: 5, egressTB: 321 });
    // What was answered follows no figure of the organisation.
    expect(model?.notes.users?.follows).toBeUndefined();
    expect(model?.notes.egressTB?.follows?.value).toBe(321);
  });

  it("is made whole or not at all", async () => {
    const fails = async () => {
      throw new Error("the last step failed");
    };
    const making = createModel(await organisationOf(ada), draftOf(null), null, someOrigin(), { answers, also: fails });
    await expect(making).rejects.toThrow("the last step failed");
    expect(await modelsOf()).toEqual({ models: 0, revisions: 0, events: 0 });
  });

  it("is not made where its answers cannot be worked out, and says so", async () => {
    const impossible = { ...answers, people: null as never };
    const making = createModel(await organisationOf(ada), draftOf(null), null, someOrigin(), { answers: impossible });
    const message = expect.stringContaining("could not be worked out, so no model was made");
    expect(await making).toEqual({ ok: false, faults: [{ key: "form", message }] });
    expect(await modelsOf()).toEqual({ models: 0, revisions: 0, events: 0 });
  });

  it("is made in no organisation of other people", async () => {
    const mallory = (await newPerson("Mallory")).user;
    const forged = forge(await organisationOf(ada), mallory);
    await expect(createModel(forged, draftOf(null), null, someOrigin(), { answers })).rejects.toThrow();
    expect(await modelsOf()).toEqual({ models: 0, revisions: 0, events: 0 });
  });
});
