import { beforeEach, describe, expect, it } from "vitest";
import { type AuthenticatedUser, authorizeModel, type EditAccess } from "@/lib/server/access";
import { inScope } from "@/lib/server/scope";
import { somebody, someDraft, someModel, someOrigin } from "@/test/people";
import { getModel } from "./get-model";
import { saveModel } from "./save-model";

let ada: AuthenticatedUser;
let id: string;
let access: EditAccess;

beforeEach(async () => {
  ada = (await somebody("Ada")).user;
  id = await someModel(ada);
  const proven = await authorizeModel(ada, id, "edit");
  if (proven === null || proven === "refused") throw new Error("Ada owns this model");
  access = proven;
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
