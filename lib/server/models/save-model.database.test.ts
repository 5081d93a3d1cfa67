import { beforeEach, describe, expect, it } from "vitest";
import type { EditAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { inScope } from "@/lib/server/runtime/scope";
import { newModelOf, newPerson, someDraft, someOrigin } from "@/test/people";
import { getModel } from "./get-model";
import { countSave } from "./save-limit";
import { saveModel } from "./save-model";

let ada: AuthenticatedUser;
let id: string;
let access: EditAccess;

beforeEach(async () => {
  ({ user: ada, id, access } = await newModelOf("Ada"));
});

const draftNamed = (name: string) => ({ ...someDraft, name });
const revisions = () =>
  inScope(access.scope, (tx) =>
    tx.revision.findMany({
      where: { modelId: access.modelId },
      orderBy: { number: "asc" },
      select: { number: true, name: true },
    }),
  );

describe("saving a model", () => {
  it("counts the revision up, keeps every one, and writes down who did it", async () => {
    expect(await saveModel(access, { revision: 1, draft: draftNamed("Two") }, someOrigin())).toMatchObject({
      kind: "saved",
      revision: 2,
    });
    expect(await revisions()).toEqual([
      { number: 1, name: "Patches" },
      { number: 2, name: "Two" },
    ]);
    const events = await inScope(access.scope, (tx) =>
      tx.auditEvent.findMany({
        where: { organisationId: access.organisationId, subjectId: id },
        orderBy: { at: "asc" },
      }),
    );
    expect(events.map(({ action, actorId, detail }) => ({ action, actorId, detail }))).toEqual([
      { action: "model.created", actorId: ada.id, detail: {} },
      { action: "model.saved", actorId: ada.id, detail: { revision: 2 } },
    ]);
  });

  it("stores only what differs from the defaults", async () => {
    // 50,000 users is the default of lib/model/inputs/demand.ts; the default of pue is 1.5 or so.
    const draft = { ...someDraft, inputs: { users: 50_000, pue: 1.2 } };
    await saveModel(access, { revision: 1, draft }, someOrigin());
    const row = await inScope(access.scope, (tx) =>
      tx.costModel.findFirst({ where: { id: access.modelId, organisationId: access.organisationId } }),
    );
    expect(row?.inputs).toEqual({ pue: 1.2 });
    expect(await getModel(ada, id)).toMatchObject({ inputs: { pue: 1.2 }, startMonth: "2027-01", currency: "USD" });
  });

  it("keeps the rate, its day and the notes, in the model and in its revision", async () => {
    // At 0.5 the default of compliance in the cloud, 30,000 USD, is 15,000: not stored.
    const notes = { users: { note: "Counted in March", source: "Sales" } };
    const draft = {
      ...someDraft,
      currency: "EUR",
      currencyRate: 0.5,
      currencyRateDate: "2027-01-15",
      inputs: { cloudComplianceAnnual: 15_000, cloudMigration: 50_000 },
      notes,
    };
    await saveModel(access, { revision: 1, draft }, someOrigin());
    const { inputs: _, ...kept } = draft;
    expect(await getModel(ada, id)).toMatchObject({ ...kept, inputs: { cloudMigration: 50_000 } });
    const [, revision] = await inScope(access.scope, (tx) =>
      tx.revision.findMany({ where: { modelId: access.modelId }, orderBy: { number: "asc" } }),
    );
    expect(revision).toMatchObject({
      currency: "EUR",
      currencyRate: 0.5,
      currencyRateDate: new Date("2027-01-15T00:00:00Z"),
      notes,
    });
  });

  it("keeps the first month of the fiscal year, in the model and in its revision, and no month that there is not", async () => {
    await saveModel(access, { revision: 1, draft: { ...someDraft, fiscalYearStart: 7 } }, someOrigin());
    expect(await getModel(ada, id)).toMatchObject({ fiscalYearStart: 7 });
    const kept = await inScope(access.scope, (tx) =>
      tx.revision.findMany({
        where: { modelId: access.modelId },
        orderBy: { number: "asc" },
        select: { fiscalYearStart: true },
      }),
    );
    expect(kept).toEqual([{ fiscalYearStart: 1 }, { fiscalYearStart: 7 }]);
    const wrong = saveModel(access, { revision: 2, draft: { ...someDraft, fiscalYearStart: 13 } }, someOrigin());
    await expect(wrong).rejects.toThrow(/fiscal_year_start_check/);
  });

  it("changes neither the rate, the fiscal year nor the notes without a new revision", async () => {
    for (const data of [
      { currency: "EUR", currencyRate: 2 },
      { currencyRateDate: new Date("2027-01-15T00:00:00Z") },
      { notes: { users: { note: "In silence" } } },
      { fiscalYearStart: 7 },
    ]) {
      const change = inScope(access.scope, (tx) =>
        tx.costModel.updateMany({ where: { id: access.modelId, organisationId: access.organisationId }, data }),
      );
      await expect(change).rejects.toThrow(/must go from revision 1 to 2/);
    }
  });

  it("tells the second of two what the first saved, and overwrites nothing", async () => {
    await saveModel(access, { revision: 1, draft: draftNamed("First") }, someOrigin());
    expect(await saveModel(access, { revision: 1, draft: draftNamed("Second") }, someOrigin())).toMatchObject({
      kind: "stale",
      current: { name: "First", revision: 2, changedBy: "Ada" },
    });
    expect(await getModel(ada, id)).toMatchObject({ name: "First", revision: 2 });
    expect(await revisions()).toHaveLength(2);
  });

  it("lets one of many at once through", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        saveModel(access, { revision: 1, draft: draftNamed(`At once ${n}`) }, someOrigin()),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === "saved")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "stale")).toHaveLength(11);
    expect((await revisions()).map(({ number }) => number)).toEqual([1, 2]);
  });

  it("refuses a revision that is yet to come", async () => {
    expect((await saveModel(access, { revision: 7, draft: draftNamed("Ahead") }, someOrigin())).kind).toBe("stale");
  });
});

it("a person's 300th save of a minute is looked at and the next is put off, whatever others do", async () => {
  const [busy, calm] = [(await newPerson("Busy")).user, (await newPerson("Calm")).user];
  for (let n = 1; n <= 300; n++) expect(await countSave(busy), String(n)).toBeNull();
  expect(await countSave(busy)).toMatchObject({ kind: "later", seconds: 15 });
  expect(await countSave(calm)).toBeNull();
});
