import { beforeAll, describe, expect, it } from "vitest";
import { takenRevisions } from "@/lib/draft/figures/model-figures";
import type { FigureBook } from "@/lib/draft/figures/organisation-figure";
import { workedExamples } from "@/lib/model/worked-examples";
import {
  authorizeOrganisation,
  type OrganisationManageAccess,
  type OrganisationViewAccess,
} from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { createModel } from "@/lib/server/models/create-model";
import { getModel } from "@/lib/server/models/get-model";
import { saveModel } from "@/lib/server/models/save-model";
import { inScope } from "@/lib/server/runtime/scope";
import { addMember, editAccessTo, forge, newPerson, organisationOf, someDraft, someOrigin } from "@/test/people";
import { changeFigureCurrency } from "./change-currency";
import { changeFigure, removeFigure } from "./change-figure";
import { changeLine } from "./change-line";
import { listFigureRevisions, restoreFigure } from "./figure-history";
import { listFollowers } from "./followers";
import { loadBook } from "./get-figures";
import { loadModelFigures } from "./model-figures";
import { listFigureRows } from "./sql";

let ada: AuthenticatedUser;
let max: AuthenticatedUser;
let mallory: AuthenticatedUser;
let admin: OrganisationManageAccess;
let member: OrganisationViewAccess;

async function accessOf(user: AuthenticatedUser, need: "organisation:manage"): Promise<OrganisationManageAccess> {
  const { organisationId } = await organisationOf(user);
  const access = await authorizeOrganisation(user, organisationId, need);
  if (access === null || access === "refused") throw new Error(`${user.name} may not`);
  return access;
}

const state = (key: Parameters<typeof changeFigure>[1], revision: number, stated: object, access = admin) =>
  changeFigure(access, key, { revision, stated }, someOrigin());
const figureIn = ({ figures }: FigureBook, key: string) => figures.find((figure) => figure.key === key);

beforeAll(async () => {
  [ada, max, mallory] = (await Promise.all(["Ada", "Max", "Mallory"].map((name) => newPerson(name)))).map(
    ({ user }) => user,
  ) as [AuthenticatedUser, AuthenticatedUser, AuthenticatedUser];
  admin = await accessOf(ada, "organisation:manage");
  await addMember(admin, max, "member");
  const access = await authorizeOrganisation(max, admin.organisationId, "organisation:view");
  if (access === null || access === "refused") throw new Error("Max is a member");
  member = access;
});

describe("figures of an organisation", () => {
  it("are stated by an admin, read by a member, each change a revision", async () => {
    const first = { value: 48, low: 36, high: 60, evidence: "measured", owner: "Finance", validFrom: "2027-03-03" };
    expect(await state("horizonMonths", 0, { value: 48 })).toEqual({ ok: true, revision: 1 });
    expect(await state("users", 0, { ...first, value: 45_000, low: 40_000, high: 50_000 })).toMatchObject({ ok: true });
    expect(await state("users", 1, { value: 47_000, reviewBy: "2028-01-01" })).toEqual({ ok: true, revision: 2 });
    const book = await loadBook(member);
    expect(book.figures.map(({ key, revision, changedBy }) => ({ key, revision, changedBy }))).toContainEqual({
      ...{ key: "users", revision: 2, changedBy: "Ada" },
    });
    const id = figureIn(book, "users")?.id ?? "";
    const history = await listFigureRevisions(member, id);
    expect(history.map(({ number, author, content }) => ({ number, author, content }))).toEqual([
      { number: 2, author: "Ada", content: { value: 47_000, reviewBy: "2028-01-01" } },
      { number: 1, author: "Ada", content: { ...first, value: 45_000, low: 40_000, high: 50_000 } },
    ]);
    expect(await restoreFigure(admin, { id, revision: 2, number: 1 }, someOrigin())).toEqual({ ok: true, revision: 3 });
    expect(figureIn(await loadBook(member), "users")?.content).toMatchObject({ value: 45_000, owner: "Finance" });
  });

  it("are checked as inputs are, and refuse what is out of bounds", async () => {
    expect(await state("horizonMonths", 1, { value: -3 })).toMatchObject({ ok: false, faults: [{ key: "value" }] });
    expect(await state("users", 3, { value: 5, low: 6, high: 9 })).toMatchObject({
      ok: false,
      faults: [{ key: "low" }],
    });
    expect(await state("users", 3, { value: 5, low: 2 })).toMatchObject({ ok: false, faults: [{ key: "high" }] });
    expect(await state("users", 3, { value: 5, secret: 1 })).toMatchObject({ ok: false });
    expect(await state("users", 3, { value: 5, validFrom: "soon" })).toMatchObject({ ok: false });
    expect(figureIn(await loadBook(admin), "users")?.revision).toBe(3);
  });

  it("are not overwritten by the second of two", async () => {
    const many = await Promise.all([1, 2, 3].map((n) => state("users", 3, { value: 45_000 + n })));
    expect(many.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await state("users", 0, { value: 1 })).ok).toBe(false);
  });

  it("keep their history when they are removed, and can be stated anew", async () => {
    await state("storedTB", 0, { value: 90 });
    const id = figureIn(await loadBook(admin), "storedTB")?.id ?? "";
    const gone = { part: "inputs", key: "storedTB", revision: 1 } as const;
    expect(await removeFigure(admin, gone, someOrigin())).toEqual({ ok: true, revision: 2 });
    expect(figureIn(await loadBook(admin), "storedTB")).toBeUndefined();
    expect((await listFigureRevisions(admin, id)).map(({ content }) => content)).toEqual([null, { value: 90 }]);
    expect(await state("storedTB", 0, { value: 95 })).toEqual({ ok: true, revision: 3 });
  });

  it("turn over to another currency all together, and say so in their history", async () => {
    await state("serverPrice", 0, { value: 5000, low: 4500, high: 6000 });
    const row = { label: "Audit", category: "software", architectures: ["cloud"], kind: "monthly", amount: 1000 };
    const stated = { row, isBegunWith: true };
    const audit = { table: "customLines" as const, key: "audit", revision: 0, stated };
    expect(await changeLine(admin, audit, someOrigin())).toMatchObject({ ok: true });
    const euros = { currency: "EUR", currencyRate: 0.92, currencyRateDate: "2027-03-03" };
    expect(await changeFigureCurrency(admin, { revision: 0, currency: euros }, someOrigin())).toMatchObject({
      ok: true,
    });
    const book = await loadBook(member);
    expect(book.currency).toEqual(euros);
    // 5000 × 0.92, 4500 × 0.92, 6000 × 0.92; 1000 × 0.92.
    const content = { value: 4600, low: 4140, high: 5520, currency: "EUR", currencyRate: 0.92 };
    expect(figureIn(book, "serverPrice")?.content).toEqual(content);
    expect(book.lines[0]?.content).toMatchObject({ row: { id: "audit", amount: 920 }, currency: "EUR" });
    expect(figureIn(book, "users")?.content).not.toHaveProperty("currency");
    const id = figureIn(book, "serverPrice")?.id ?? "";
    const restored = await restoreFigure(admin, { id, revision: 2, number: 1 }, someOrigin());
    expect(restored).toMatchObject({ ok: false });
  });
});

it("brings back no line where the table is full", async () => {
  const { organisationId } = admin;
  const row = {
    label: "Rack",
    category: "hardware",
    architectures: ["onPremises"],
    pieces: 1,
    price: 1,
    lifeMonths: 60,
  };
  const stated = { row, isBegunWith: false };
  const change = (key: string) =>
    changeLine(admin, { table: "equipmentLines", key, revision: 0, stated }, someOrigin());
  expect(await change("first")).toMatchObject({ ok: true });
  const id = (await loadBook(admin)).lines.find(({ key }) => key === "first")?.id ?? "";
  const restore = (revision: number) => restoreFigure(admin, { id, revision, number: 1 }, someOrigin());
  const gone = { part: "equipmentLines", key: "first", revision: 1 } as const;
  expect(await removeFigure(admin, gone, someOrigin())).toMatchObject({ ok: true });
  const money = { currency: "EUR", currencyRate: 0.92 };
  const data = Array.from({ length: 49 }, (_, place) => {
    const key = `rack${place}`;
    const content = { row: { ...row, id: key }, isBegunWith: false, ...money };
    return { organisationId, part: "equipmentLines", key, content, changedById: ada.id };
  });
  await inScope(admin.scope, (tx) => tx.organisationFigure.createMany({ data }));
  // Each page of a model reads what is stated, and nothing of what was removed.
  const read = await inScope(admin.scope, (tx) => listFigureRows(tx, organisationId));
  expect(read.filter(({ part }) => part === "equipmentLines")).toHaveLength(49);
  // Of 50 lines one is free.
  expect(await restore(2)).toEqual({ ok: true, revision: 3 });
  expect(await removeFigure(admin, { ...gone, revision: 3 }, someOrigin())).toMatchObject({ ok: true });
  expect(await change("last")).toMatchObject({ ok: true });
  const full = { ok: false, faults: [{ message: expect.stringContaining("at most 50") }] };
  expect(await change("more")).toMatchObject(full);
  expect(await restore(4)).toMatchObject(full);
});

describe("a model", () => {
  async function made(draft = someDraft, typed: readonly string[] = Object.keys(draft.inputs)): Promise<string> {
    const outcome = await createModel(member, draft, null, someOrigin(), { typed });
    if (!outcome.ok) throw new Error("the model was not made");
    return outcome.id;
  }

  it("begins with the figures and lines, below what its person typed", async () => {
    const model = await getModel(max, await made());
    expect(model?.inputs).toMatchObject({ users: 60_000, horizonMonths: 48, serverPrice: 5000 });
    expect(model?.notes.users).toBeUndefined();
    expect(model?.notes.serverPrice?.follows).toMatchObject({ revision: 2, value: 5000 });
    expect(model?.customLines).toMatchObject([{ id: "audit", amount: 1000 }]);
    const untyped = await getModel(max, await made({ ...someDraft, inputs: { users: 20_000 } }, []));
    expect(untyped?.inputs.users).not.toBe(20_000);
    // What comes as a whole, from a file or a program, stands as it is.
    const whole = await createModel(member, someDraft, null, someOrigin());
    expect(whole.ok && (await getModel(max, whole.id))?.inputs).toEqual(someDraft.inputs);
    // A published case is there to be compared with print.
    const published = await createModel(member, someDraft, workedExamples[0]?.key ?? "", someOrigin(), { typed: [] });
    expect(published.ok && (await getModel(max, published.id))?.inputs).toEqual(someDraft.inputs);
  });

  it("learns which figures are newer, and what it took", async () => {
    const id = await made();
    const before = figureIn(await loadBook(admin), "horizonMonths")?.revision ?? 0;
    expect(await state("horizonMonths", before, { value: 72 })).toMatchObject({ ok: true });
    const access = await editAccessTo(ada, id);
    const model = await getModel(ada, id);
    const { figures } = await loadModelFigures(access, takenRevisions(model?.notes ?? {}));
    const horizon = figures.find(({ key }) => key === "horizonMonths");
    expect(horizon).toMatchObject({ content: { value: 72 }, taken: { value: 48 } });
    expect(figures.find(({ key }) => key === "users")).not.toHaveProperty("taken");
    // Nothing has moved by itself.
    expect((await getModel(ada, id))?.inputs.horizonMonths).toBe(48);
  });

  it("follows nothing once it is copied into another organisation", async () => {
    const id = await made();
    const into = await organisationOf(mallory);
    const outcome = await createModel(into, (await getModel(ada, id)) ?? someDraft, null, someOrigin());
    if (!outcome.ok) throw new Error("the copy was not made");
    const copy = await getModel(mallory, outcome.id);
    expect(copy?.inputs.serverPrice).toBe(5000);
    expect(Object.values(copy?.notes ?? {}).filter(({ follows }) => follows)).toEqual([]);
  });

  it("takes no page of the organisation away by the number of a revision that no figure has", async () => {
    const access = await editAccessTo(max, await made());
    const model = await getModel(max, access.modelId);
    if (model === null) throw new Error("the model is there");
    const follows = { figure: access.modelId, revision: 2 ** 53 - 1, on: "2027-03-03", value: 60_000 };
    const draft = { ...model, notes: { users: { follows } } };
    await saveModel(access, { revision: 1, draft }, someOrigin());
    const followers = await listFollowers(admin, await loadBook(admin));
    expect(followers.filter(({ modelId }) => modelId === access.modelId)).toEqual([]);
  });

  it("keeps what it follows over a save, and in its history", async () => {
    const id = await made();
    const model = await getModel(max, id);
    if (model === null) throw new Error("the model is there");
    const draft = { ...model, name: "Renamed" };
    const saved = await saveModel(await editAccessTo(max, id), { revision: 1, draft }, someOrigin());
    expect(saved.kind).toBe("saved");
    expect((await getModel(max, id))?.notes.serverPrice).toEqual(model.notes.serverPrice);
  });

  it("says what did not fit it, and is made without", async () => {
    expect(await state("cloudEgressTier1TB", 0, { value: 60 })).toMatchObject({ ok: true });
    // The first tier of traffic must not reach above the second.
    const draft = { ...someDraft, inputs: { cloudEgressTier2TB: 50 } };
    const outcome = await createModel(member, draft, null, someOrigin(), { typed: ["cloudEgressTier2TB"] });
    if (!outcome.ok) throw new Error("the model was not made");
    expect(outcome.leftOut?.map(({ key }) => key)).toEqual(["cloudEgressTier1TB"]);
    const model = await getModel(max, outcome.id);
    expect(model?.inputs).toMatchObject({ cloudEgressTier2TB: 50, horizonMonths: 72 });
    expect(model?.inputs.cloudEgressTier1TB).toBeUndefined();
  });
});

describe("one who may not", () => {
  it("reads and changes nothing, though the proof was forged", async () => {
    const before = await loadBook(admin);
    const id = figureIn(before, "users")?.id ?? "";
    for (const user of [max, mallory]) {
      const forged = forge(admin, user);
      const revision = figureIn(before, "users")?.revision ?? 0;
      const changes = [
        () => state("users", revision, { value: 1 }, forged),
        () => state("catalogueItems", 0, { value: 1000 }, forged),
        () => removeFigure(forged, { part: "inputs", key: "users", revision }, someOrigin()),
        () => restoreFigure(forged, { id, revision, number: 1 }, someOrigin()),
        () => changeFigureCurrency(forged, { revision: 1, currency: before.currency }, someOrigin()),
      ];
      for (const change of changes) {
        const outcome = await change().catch(() => ({ ok: false }));
        expect(outcome.ok).toBe(false);
      }
    }
    expect(await loadBook(forge(admin, mallory))).toMatchObject({ figures: [], lines: [], currencyRevision: 0 });
    expect(await listFigureRevisions(forge(admin, mallory), id)).toEqual([]);
    expect(await authorizeOrganisation(max, admin.organisationId, "organisation:manage")).toBe("refused");
    expect(await authorizeOrganisation(mallory, admin.organisationId, "organisation:view")).toBeNull();
    expect(await loadBook(admin)).toEqual(before);
  });

  it("plants nothing with another's ids, and rewrites no history", async () => {
    const { organisationId } = admin;
    const own = await accessOf(mallory, "organisation:manage");
    const plant = inScope(own.scope, (tx) =>
      tx.organisationFigure.createMany({
        data: { organisationId, part: "inputs", key: "mirrors", content: {}, changedById: mallory.id },
      }),
    );
    await expect(plant).rejects.toThrow();
    const id = figureIn(await loadBook(admin), "users")?.id ?? "";
    const write = inScope(admin.scope, (tx) =>
      tx.organisationFigureRevision.create({
        data: { organisationId, figureId: id, number: 99, content: {}, createdAt: new Date() },
      }),
    );
    await expect(write).rejects.toThrow();
    const silent = inScope(admin.scope, (tx) =>
      tx.organisationFigure.updateMany({ where: { organisationId, id }, data: { content: { value: 1 } } }),
    );
    await expect(silent).rejects.toThrow();
    expect(await restoreFigure(own, { id, revision: 4, number: 1 }, someOrigin())).toMatchObject({ ok: false });
  });
});
