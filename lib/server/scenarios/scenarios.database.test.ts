import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { authorizeModel, type EditAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { modelCsv } from "@/lib/server/exports/model-csv";
import { archiveModel } from "@/lib/server/models/archive-and-delete";
import { duplicateModel } from "@/lib/server/models/duplicate-model";
import { saveModel } from "@/lib/server/models/save-model";
import { inScope } from "@/lib/server/runtime/scope";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { asOwner } from "@/test/database/as-owner";
import { forge, newPerson, organisationOf, someDraft, someModel, someOrigin } from "@/test/people";
import { deleteScenario, saveScenario } from "./change-scenario";
import { createScenario } from "./create-scenario";
import { getScenarios, loadScenarios } from "./get-scenarios";

let alice: AuthenticatedUser;
let mallory: AuthenticatedUser;
let guest: AuthenticatedUser;
let modelId: string;
let access: EditAccess;
let scenario: ScenarioFull;

async function made(name: string, inputs: object = {}): Promise<ScenarioFull> {
  const outcome = await createScenario(access, { name, inputs, currencyRate: 1 }, someOrigin());
  if (!outcome.ok) throw new Error(outcome.faults.map(({ message }) => message).join(" "));
  return outcome.scenario;
}

const save = (by: EditAccess, revision: number, draft: object | null, id = scenario.id) =>
  saveScenario(by, id, { revision, draft: draft && { currencyRate: 1, ...draft } }, someOrigin());
const stored = async () => (await loadScenarios(access))?.scenarios;

const inEurosOf = (draft: typeof someDraft) => ({
  ...draft,
  currency: "EUR",
  currencyRate: 0.5,
  currencyRateDate: "2027-01-15",
});

beforeAll(async () => {
  [alice, mallory, guest] = (await Promise.all([newPerson("Alice"), newPerson("Mallory"), newPerson("Guest")])).map(
    ({ user }) => user,
  ) as [AuthenticatedUser, AuthenticatedUser, AuthenticatedUser];
});

beforeEach(async () => {
  modelId = await someModel(alice);
  const proven = await authorizeModel(alice, modelId, "share");
  if (proven === null || proven === "refused") throw new Error("Alice owns this model");
  access = proven;
  scenario = await made("Twice the users", { users: 120_000 });
  const invited = await createInvitation(proven, { email: "guest@example.org", role: "viewer" }, someOrigin());
  if (!invited.ok) throw new Error("no invitation");
  await acceptInvitation(guest, invited.link.slice(-43), someOrigin());
});

describe("a scenario", () => {
  it("is made, renamed, changed and deleted, and each is written down", async () => {
    expect(await save(access, 1, { name: "Three times", inputs: { users: 180_000 } })).toMatchObject({
      kind: "saved",
      revision: 2,
    });
    expect(await stored()).toMatchObject([
      { name: "Three times", inputs: { users: 180_000 }, revision: 2, changedBy: "Alice" },
    ]);
    expect(await deleteScenario(access, scenario.id, 2, someOrigin())).toMatchObject({ kind: "saved" });
    expect(await stored()).toEqual([]);
    const events = await inScope(access.scope, (tx) =>
      tx.auditEvent.findMany({
        where: { organisationId: access.organisationId, subjectId: scenario.id },
        orderBy: { at: "asc" },
        select: { action: true },
      }),
    );
    expect(events.map(({ action }) => action)).toEqual(["scenario.created", "scenario.changed", "scenario.deleted"]);
  });

  it("keeps a figure that equals the default, for its model may have another", async () => {
    // The model says 60,000 users; 50,000 is the default.
    const one = await made("As the default", { users: 50_000 });
    expect(one.inputs).toEqual({ users: 50_000 });
  });

  it("is not overwritten by the second of two, nor deleted by anyone who has not seen the change", async () => {
    await save(access, 1, { name: "First", inputs: { users: 1 } });
    expect(await save(access, 1, { name: "Second", inputs: {} })).toMatchObject({
      kind: "stale",
      current: { name: "First", inputs: { users: 1 }, revision: 2 },
    });
    expect(await deleteScenario(access, scenario.id, 1, someOrigin())).toMatchObject({ kind: "stale" });
    expect(await stored()).toMatchObject([{ name: "First" }]);
  });

  it("that someone has deleted is gone for anyone who changes or deletes it after that", async () => {
    await deleteScenario(access, scenario.id, 1, someOrigin());
    expect(await save(access, 1, { name: "Too late", inputs: {} })).toEqual({ kind: "gone" });
    expect(await deleteScenario(access, scenario.id, 1, someOrigin())).toEqual({ kind: "gone" });
    expect(await stored()).toEqual([]);
  });

  it("lets one of many at once through", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => save(access, 1, { name: `At once ${n}`, inputs: {} })),
    );
    expect(outcomes.filter(({ kind }) => kind === "saved")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "stale")).toHaveLength(9);
  });

  it("is one where several of the same name are made at once, and the others are refused in words", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () =>
        createScenario(access, { name: "At once", inputs: {}, currencyRate: 1 }, someOrigin()),
      ),
    );
    const refused = {
      ok: false,
      faults: [{ key: "name", message: "This model has a scenario of that name. Choose another name." }],
    };
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 5 }, () => refused));

    const [one, two] = [await made("One"), await made("Two")];
    const renamed = await Promise.all(
      [one, two].map(({ id }) => save(access, 1, { name: "The same", inputs: {} }, id)),
    );
    expect(renamed.map(({ kind }) => kind).sort()).toEqual(["invalid", "saved"]);
    expect((await stored())?.filter(({ name }) => name === "The same")).toHaveLength(1);
  });

  it("disturbs nobody who is changing the model, nor another scenario", async () => {
    const other = await made("Other");
    await save(access, 1, { name: "Changed", inputs: {} });
    expect(
      await saveModel(access, { revision: 1, draft: { ...someDraft, name: "Saved too" } }, someOrigin()),
    ).toMatchObject({ kind: "saved" });
    expect(await save(access, 1, { name: "Other too", inputs: {} }, other.id)).toMatchObject({ kind: "saved" });
  });

  it("is refused in words where its name or a figure cannot be taken, or its figures do not fit the model's", async () => {
    for (const [draft, words] of [
      [{ name: " ", inputs: {} }, "A scenario needs a name"],
      [{ name: "base", inputs: {} }, "Choose another name"],
      [{ name: "x".repeat(101), inputs: {} }, "100 characters"],
      [{ name: "x", inputs: { serverLifeMonths: 3 } }, "Life of a server must be"],
      [{ name: "x", inputs: { noSuchInput: 3 } }, "noSuchInput"],
      [{ name: "x", inputs: { users: Number.POSITIVE_INFINITY } }, "Users must be"],
      [{ name: "x", inputs: { dataPieces: 100 } }, "must rise in this order"],
      [{ name: "x", inputs: [] }, "by their names"],
      [{ name: "x", inputs: {}, currencyRate: 0.92 }, "currency has changed meanwhile"],
      [null, "currency has changed meanwhile"],
    ] as const) {
      const outcome = await save(access, 1, draft);
      expect(outcome.kind).toBe("invalid");
      expect(JSON.stringify(outcome)).toContain(words);
    }
    await made("Taken");
    expect(JSON.stringify(await save(access, 1, { name: "Taken", inputs: {} }))).toContain(
      "has a scenario of that name",
    );
    expect((await createScenario(access, { name: "Taken", inputs: {}, currencyRate: 1 }, someOrigin())).ok).toBe(false);
    expect((await stored())?.map(({ name, revision }) => [name, revision])).toEqual([
      ["Twice the users", 1],
      ["Taken", 1],
    ]);
  });

  it("follows its model into another currency", async () => {
    await save(access, 1, { name: "Dear egress", inputs: { users: 7, cloudComplianceAnnual: 50_000 } });
    const draft = { ...someDraft, currency: "EUR", currencyRate: 0.92, currencyRateDate: "2027-01-15" };
    expect(await saveModel(access, { revision: 1, draft }, someOrigin())).toMatchObject({ kind: "saved" });
    // 50,000 dollars are 46,000 euros at 0.92; seven users stay seven.
    expect(await stored()).toMatchObject([{ inputs: { users: 7, cloudComplianceAnnual: 46_000 }, currencyRate: 0.92 }]);
    const named = { name: "Dear egress", inputs: { cloudComplianceAnnual: 47_000 } };
    expect((await save(access, 2, named)).kind).toBe("invalid");
    expect(await save(access, 2, { ...named, currencyRate: 0.92 })).toMatchObject({ kind: "saved" });
    expect(await stored()).toMatchObject([{ inputs: { cloudComplianceAnnual: 47_000 } }]);
  });

  const inEuros = inEurosOf(someDraft);
  const inPounds = { ...someDraft, currency: "GBP", currencyRate: 0.4, currencyRateDate: "2027-01-15" };
  const saveDraft = (revision: number, draft: typeof someDraft, kept: number) =>
    saveModel(access, { revision, draft, kept }, someOrigin());

  it("keeps its figures where its model keeps them, and again where that is undone", async () => {
    await save(access, 1, { name: "Dear egress", inputs: { users: 7, cloudComplianceAnnual: 50_000 } });
    expect(await saveDraft(1, inEuros, 0.5)).toMatchObject({ kind: "saved", revision: 2 });
    // 50,000 dollars are 50,000 euros now; seven users stay seven.
    expect(await stored()).toEqual([
      expect.objectContaining({
        inputs: { users: 7, cloudComplianceAnnual: 50_000 },
        currencyRate: 0.5,
        revision: 3,
        changedBy: "Alice",
      }),
    ]);
    expect(await saveDraft(2, someDraft, 1 / 0.5)).toMatchObject({ kind: "saved" });
    expect(await stored()).toMatchObject([{ inputs: { users: 7, cloudComplianceAnnual: 50_000 }, currencyRate: 1 }]);
  });

  it("keeps the figures that are shown, whatever rate they were typed at", async () => {
    await save(access, 1, { name: "Dear egress", inputs: { cloudComplianceAnnual: 50_000 } });
    expect(await saveDraft(1, inEuros, 1)).toMatchObject({ kind: "saved" });
    await createScenario(
      access,
      { name: "In euros", inputs: { cloudComplianceAnnual: 30_000 }, currencyRate: 0.5 },
      someOrigin(),
    );
    // Converted, the first shows 25,000 euros, the second 30,000 as typed; called pounds, both stay.
    expect(await saveDraft(2, inPounds, 0.4 / 0.5)).toMatchObject({ kind: "saved" });
    expect(await stored()).toMatchObject([
      { inputs: { cloudComplianceAnnual: 25_000 }, currencyRate: 0.4 },
      { inputs: { cloudComplianceAnnual: 30_000 }, currencyRate: 0.4 },
    ]);
  });

  it("follows both answers where one save carries them", async () => {
    await save(access, 1, { name: "Dear egress", inputs: { cloudComplianceAnnual: 50_000 } });
    // Kept as 50,000 euros, then converted to pounds: 0.4 for each half a dollar, four fifths, 40,000.
    expect(await saveDraft(1, inPounds, 0.5)).toMatchObject({ kind: "saved" });
    expect(await stored()).toMatchObject([{ inputs: { cloudComplianceAnnual: 40_000 }, currencyRate: 0.4 }]);
  });

  it("holds the save back where its figures would leave their bounds, and names itself", async () => {
    await save(access, 1, { name: "Dear egress", inputs: { cloudComplianceAnnual: 900_000_000 } });
    // At most 1,000,000,000 dollars a year are 500,000,000 euros.
    expect(await saveDraft(1, inEuros, 0.5)).toEqual({
      kind: "invalid",
      faults: [
        {
          key: `scenario ${scenario.id}`,
          message:
            "Scenario “Dear egress” cannot keep its figures: Compliance and audit must be between 0 and 500,000,000 EUR/year; you typed 900000000. Change them there first, or convert the money.",
        },
      ],
    });
    expect((await loadScenarios(access))?.model).toMatchObject({ currency: "USD", revision: 1 });
    expect(await saveDraft(1, inEuros, 1)).toMatchObject({ kind: "saved" });
    expect(await stored()).toMatchObject([{ inputs: { cloudComplianceAnnual: 450_000_000 } }]);
  });

  it("keeps its figures once, though many save at once, and not with a save that came too late", async () => {
    await save(access, 1, { name: "Dear egress", inputs: { cloudComplianceAnnual: 50_000 } });
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => saveDraft(1, inEuros, 0.5)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["saved", ...Array(5).fill("stale")]);
    expect(await stored()).toMatchObject([{ inputs: { cloudComplianceAnnual: 50_000 }, revision: 3 }]);
  });

  it("keeps what another person is changing at that moment, as it was before or after", async () => {
    await save(access, 1, { name: "Dear egress", inputs: { cloudComplianceAnnual: 50_000 } });
    const [model, other] = await Promise.all([
      saveDraft(1, inEuros, 0.5),
      save(access, 2, { name: "Dear egress", inputs: { cloudComplianceAnnual: 60_000 } }),
    ]);
    expect(model.kind).toBe("saved");
    // Saved first, 60,000 is kept; second, it is refused, for it was typed in dollars.
    const kept = other.kind === "saved" ? 60_000 : 50_000;
    expect(await stored()).toMatchObject([{ inputs: { cloudComplianceAnnual: kept }, currencyRate: 0.5 }]);
  });

  it("is one of at most twenty", async () => {
    for (let n = 2; n <= 20; n++) await made(`Number ${n}`);
    const outcome = await createScenario(access, { name: "One too many", inputs: {}, currencyRate: 1 }, someOrigin());
    expect(JSON.stringify(outcome)).toContain("at most 20 scenarios");
  });

  it("counts its revision up, or the database refuses", async () => {
    const where = { id: scenario.id, organisationId: access.organisationId };
    for (const data of [{ name: "uncounted" }, { inputs: {} }, { name: "jumped", revision: 3 }, { revision: 0 }])
      await expect(
        inScope(access.scope, (tx) => tx.scenario.updateMany({ where, data })),
        JSON.stringify(data),
      ).rejects.toThrow();
    expect(await stored()).toMatchObject([{ name: "Twice the users", revision: 1 }]);
  });

  it("has rows of its own in the export, after the model's", async () => {
    const answer = await modelCsv(access, "projection", new URLSearchParams(), someOrigin());
    const lines = (await answer.text()).trim().split("\r\n").slice(1);
    // Scenario, then 4 architectures × 3 views × 61 months × 12 categories each.
    const names = lines.map((line) => line.split(",")[1]);
    expect([...new Set(names)]).toEqual(["Base", "Twice the users"]);
    expect(names.filter((name) => name === "Base")).toHaveLength(4 * 3 * 61 * 12);
    expect(names.filter((name) => name === "Twice the users")).toHaveLength(4 * 3 * 61 * 12);
    // Rewards, egress and others differ.
    const figures = (name: string) =>
      lines.filter((line) => line.split(",")[1] === name).map((line) => line.split(",").slice(2).join());
    expect(figures("Base")).not.toEqual(figures("Twice the users"));
  });

  it("goes with a copy of its model, which a viewer may make, and is then the copy's own", async () => {
    const seen = await authorizeModel(guest, modelId, "view");
    if (seen === null || seen === "refused") throw new Error("the guest views this model");
    const copy = await duplicateModel(seen, await organisationOf(guest), someOrigin());
    if (!copy.ok) throw new Error("no copy");
    const [copied] = (await getScenarios(guest, copy.id))?.scenarios ?? [];
    expect(copied).toMatchObject({ name: "Twice the users", inputs: { users: 120_000 }, revision: 1 });
    expect(copied?.id).not.toBe(scenario.id);
    expect(await stored()).toMatchObject([{ id: scenario.id }]);
  });

  it("stands still while its model is archived", async () => {
    const managed = await authorizeModel(alice, modelId, "manage");
    if (managed === null || managed === "refused") throw new Error("Alice owns this model");
    await archiveModel(managed, someOrigin());
    expect(await authorizeModel(alice, modelId, "edit")).toBe("refused");
    // With the proof from before, too.
    for (const outcome of [
      await save(access, 1, { name: "Changed", inputs: {} }),
      await deleteScenario(access, scenario.id, 1, someOrigin()),
    ])
      expect(outcome).toMatchObject({ kind: "refused", message: expect.stringContaining("archived in the meantime") });
    expect((await getScenarios(alice, modelId))?.scenarios).toMatchObject([{ name: "Twice the users", revision: 1 }]);
  });

  it("that no longer fits its model keeps the export back, and is named", async () => {
    await save(access, 1, { name: "Spread wide", inputs: { totalPieces: 81 } });
    // 29 needed, repaired at 80, spread on 81 in the scenario; repairing the model's at 90 is more than 81.
    const draft = { ...someDraft, inputs: { repairThreshold: 90, totalPieces: 200 } };
    expect(await saveModel(access, { revision: 1, draft }, someOrigin())).toMatchObject({ kind: "saved" });
    const answer = await modelCsv(access, "projection", new URLSearchParams(), someOrigin());
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/Scenario “Spread wide”: These must rise in this order/);
  });
});

describe("the rows of a scenario", () => {
  const rack = { id: "rack", label: "Rack A", what: "server", count: 1, pricePaid: 9_000 } as const;
  const rows = { register: { rack: null, new: { ...rack, id: "new", pricePaid: 100 } } };
  const inRows = (draft: object) => ({ name: "Other racks", inputs: {}, ...draft });

  beforeEach(async () => {
    await saveModel(access, { revision: 1, draft: { ...someDraft, register: [rack] } }, someOrigin());
  });

  it("are stored with it, taken away again, and go with a copy of the model", async () => {
    expect(await save(access, 1, inRows({ rows }))).toMatchObject({ kind: "saved" });
    expect(await stored()).toMatchObject([{ rows }]);
    const copied = await duplicateModel(access, await organisationOf(alice), someOrigin());
    const copies = copied.ok ? await getScenarios(alice, copied.id) : null;
    expect(copies?.scenarios).toMatchObject([{ rows }]);
    expect(await save(access, 2, inRows({}))).toMatchObject({ kind: "saved" });
    expect((await stored())?.[0]).not.toHaveProperty("rows");
  });

  it("are made with it", async () => {
    const outcome = await createScenario(access, { ...inRows({ rows }), currencyRate: 1 }, someOrigin());
    expect(outcome).toMatchObject({ ok: true, scenario: { rows } });
  });

  it("are refused beside the model, by table, row and field", async () => {
    const wrong = { register: { new: { ...rack, id: "new", count: 0.5 } } };
    expect(await save(access, 1, inRows({ rows: wrong }))).toMatchObject({
      kind: "invalid",
      faults: [{ key: "rows.register.new.count" }],
    });
    const kinds = { participantKinds: { half: { id: "half", label: "Half", share: 0.5 } } };
    expect(await save(access, 1, inRows({ rows: kinds }))).toMatchObject({
      kind: "invalid",
      faults: [{ key: "rows.participantKinds" }],
    });
  });

  it("follow the model into another currency, or keep their figures where it keeps them", async () => {
    await save(access, 1, inRows({ rows }));
    const inEuros = inEurosOf({ ...someDraft, register: [{ ...rack, pricePaid: 4_500 }] });
    await saveModel(access, { revision: 2, draft: inEuros }, someOrigin());
    expect(await stored()).toMatchObject([{ rows: { register: { rack: null, new: { pricePaid: 50 } } } }]);
    const kept = { ...inEuros, currencyRate: 0.25 };
    await saveModel(access, { revision: 3, draft: kept, kept: 0.5 }, someOrigin());
    expect(await stored()).toMatchObject([{ rows: { register: { rack: null, new: { pricePaid: 50 } } } }]);
  });

  it.each(['{"desks": {}}', '{"register": []}', "[]", "null"])(
    "are refused by the database itself: %s",
    async (given) => {
      const change = asOwner("update public.scenarios set rows = $2, revision = revision + 1 where id = $1", [
        scenario.id,
        given,
      ]);
      await expect(change).rejects.toThrow(/scenarios_rows_check/);
    },
  );

  it("cannot be changed without counting up the revision, nor by another person with a forged proof", async () => {
    await save(access, 1, inRows({ rows }));
    const change = asOwner("update public.scenarios set rows = '{}' where id = $1", [scenario.id]);
    await expect(change).rejects.toThrow(/must go from revision 2 to 3/);
    expect((await save(forge(access, mallory), 2, inRows({}))).kind).not.toBe("saved");
    expect(await loadScenarios(forge(access, mallory))).toBeNull();
    expect(await stored()).toMatchObject([{ rows }]);
  });
});

describe("anyone who was not invited", () => {
  it("reads, changes and deletes no scenario, though the proof was forged or taken from a model of their own", async () => {
    const before = await stored();
    const forged: EditAccess = forge(access, mallory);
    const own = await authorizeModel(mallory, await someModel(mallory), "edit");
    if (own === null || own === "refused") throw new Error("Mallory owns this one");
    expect(await getScenarios(mallory, modelId)).toBeNull();
    expect(await loadScenarios(forged)).toBeNull();
    // Beside a model of her own there is no such scenario; the victim's model is not hers to change.
    for (const [by, kind] of [
      [forged, "refused"],
      [own, "gone"],
    ] as const) {
      expect(await save(by, 1, { name: "Mine", inputs: {} })).toMatchObject({ kind });
      expect(await deleteScenario(by, scenario.id, 1, someOrigin())).toMatchObject({ kind });
    }
    const kept = { revision: 1, draft: inEurosOf(someDraft), kept: 0.5 };
    expect((await saveModel(forged, kept, someOrigin())).kind).toBe("refused");
    expect((await createScenario(forged, { name: "Planted", inputs: {}, currencyRate: 1 }, someOrigin())).ok).toBe(
      false,
    );
    expect(await stored()).toEqual(before);
    expect(before).toHaveLength(1);
  });
});

describe("a viewer", () => {
  it("reads scenarios and changes none, though the proof was forged", async () => {
    expect(await getScenarios(guest, modelId)).toMatchObject({
      model: { canEdit: false },
      scenarios: [{ name: "Twice the users", inputs: { users: 120_000 } }],
    });
    expect(await authorizeModel(guest, modelId, "edit")).toBe("refused");
    const lifted: EditAccess = forge(access, guest);
    // Not "stale": to merge and try again would go on for ever.
    expect((await save(lifted, 1, { name: "Mine", inputs: {} })).kind).toBe("refused");
    expect((await deleteScenario(lifted, scenario.id, 1, someOrigin())).kind).toBe("refused");
    await expect(
      createScenario(lifted, { name: "Planted", inputs: {}, currencyRate: 1 }, someOrigin()),
    ).rejects.toThrow();
    expect(await stored()).toMatchObject([{ name: "Twice the users", revision: 1 }]);
  });
});
