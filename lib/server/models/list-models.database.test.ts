import { beforeAll, describe, expect, it } from "vitest";
import type { CostModelCard } from "@/lib/draft/model";
import { firstPage, type ModelListing } from "@/lib/draft/model-listing";
import { authorizeModel, type EditAccess } from "@/lib/server/access/model";
import { authorizeOrganisation } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { inScope } from "@/lib/server/runtime/scope";
import { asOwner } from "@/test/database/as-owner";
import { addMember, newPerson, organisationOf, someDraft, someModel, someOrigin } from "@/test/people";
import { listEntries, listModels, type ModelsPage } from "./list-models";
import { saveModel } from "./save-model";

let ada: AuthenticatedUser;
let bob: AuthenticatedUser;

const list = (given: Partial<ModelListing>, user = ada): Promise<ModelsPage> =>
  listModels(user, { ...firstPage, ...given });
const names = async (given: Partial<ModelListing>, user = ada) =>
  (await list(given, user)).models.map(({ name }) => name);

const toldOf = ({ id, name, headline, changedAt, changedBy }: CostModelCard) => ({
  ...{ id, name, headline, changedAt, changedBy },
});

beforeAll(async () => {
  [ada, bob] = (await Promise.all([newPerson("Ada"), newPerson("Bob")])).map(({ user }) => user) as [
    AuthenticatedUser,
    AuthenticatedUser,
  ];
});

describe("a thousand models", () => {
  beforeAll(async () => {
    const { organisationId: organisation } = await organisationOf(ada);
    await inScope({ user: ada.id, organisation }, (tx) =>
      tx.costModel.createMany({
        data: Array.from({ length: 1000 }, (_, n) => ({
          organisationId: organisation,
          creatorId: ada.id,
          name: `Model ${String(n).padStart(4, "0")}`,
          startMonth: new Date("2027-01-01T00:00:00Z"),
          modelVersion: 1,
          headline: `Headline ${n}`,
          // Many have changed at the same moment, so that only the id keeps their order.
          changedAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 100))),
        })),
      }),
    );
  });

  it.each(["name", "-name", "changed", "-changed"] as const)(
    "are paged through by %s, each once",
    async (sort) => {
      const seen: string[] = [];
      for (let page = 1; page <= 40; page++) {
        const found = await list({ sort, page });
        expect(found).toMatchObject({ total: 1000, pages: 40, page });
        seen.push(...found.models.map(({ name }) => name));
      }
      expect(new Set(seen).size).toBe(1000);
      if (sort === "name") expect(seen).toEqual([...seen].sort());
      if (sort === "-name") expect(seen).toEqual([...seen].sort().reverse());
      // 100 models changed on each of ten days: the last hundred are those of the newest day.
      const newest = new Set(Array.from({ length: 100 }, (_, n) => `Model 0${900 + n}`));
      if (sort === "changed") expect(new Set(seen.slice(900))).toEqual(newest);
      if (sort === "-changed") expect(new Set(seen.slice(0, 100))).toEqual(newest);
    },
    60_000,
  );

  it.each(["name", "-name", "changed", "-changed"] as const)(
    "are gone through by %s from place to place, there and back, as by the numbers of the pages",
    async (sort) => {
      const pages: string[][] = [];
      let found = await list({ sort });
      for (; ; found = await list({ sort, after: found.next, page: pages.length + 1 })) {
        expect(found.page).toBe(pages.length + 1);
        pages.push(found.models.map(({ name }) => name));
        if (found.next === null) break;
      }
      expect(pages.length).toBe(40);
      expect(new Set(pages.flat()).size).toBe(1000);
      expect(pages[1]).toEqual(await names({ sort, page: 2 }));
      expect(pages[39]).toEqual(await names({ sort, page: 40 }));
      for (let page = 39; page > 1; page--) {
        found = await list({ sort, before: found.previous ?? "", page });
        expect(found.models.map(({ name }) => name)).toEqual(pages[page - 1]);
      }
      found = await list({ sort, before: found.previous ?? "", page: 1 });
      expect(found).toMatchObject({ page: 1, previous: null });
      expect(found.models.map(({ name }) => name)).toEqual(pages[0]);
    },
    60_000,
  );

  it("are told to programs as pages show them, and no more of them", async () => {
    const access = await organisationOf(ada);
    let after = "";
    for (const page of [1, 2, 3]) {
      const listing = { ...firstPage, sort: "name", after, page } as const;
      const { models, total, pages, next, previous } = await list(listing);
      const told = { models: models.map(toldOf), total, page, pages, next, previous };
      expect(await listEntries(access, listing)).toEqual(told);
      expect(models.length).toBe(25);
      after = next ?? "";
    }
    const last = { ...firstPage, sort: "name", page: 40 } as const;
    expect((await listEntries(access, last)).models).toEqual((await list(last)).models.map(toldOf));
    const { user } = await newPerson("Dora");
    expect(await listEntries(await organisationOf(user), firstPage)).toMatchObject({ models: [], total: 0, pages: 1 });
  });

  it("lose and repeat none where some come and go between two pages", async () => {
    const first = await list({ sort: "name" });
    const { organisationId } = await organisationOf(ada);
    const [, second] = first.models;
    // One before the place that was read to, and one less there.
    await asOwner("update public.cost_models set archived_at = now() where id = $1", [second?.id]);
    await asOwner("update public.cost_models set name = 'Model 0000 a', revision = revision + 1 where id = $1", [
      first.models[3]?.id,
    ]);
    const next = await list({ sort: "name", after: first.next ?? "", page: 2 });
    expect(next.models[0]?.name).toBe("Model 0025");
    expect(next.models.length).toBe(25);
    await asOwner("update public.cost_models set archived_at = null where id = $1", [second?.id]);
    await asOwner(
      "update public.cost_models set name = 'Model 0003', revision = revision + 1 where name = 'Model 0000 a' and organisation_id = $1",
      [organisationId],
    );
  });

  it("begin at the start where the place is none, or one of another order", async () => {
    const { next } = await list({ sort: "name" });
    for (const after of ["x", "e30", next ?? ""]) {
      expect(await list({ after })).toMatchObject({ page: 1, previous: null });
    }
  });

  it("are counted up to a thousand, and read on behind that", async () => {
    const { organisationId: organisation } = await organisationOf(ada);
    await asOwner(
      `insert into public.cost_models (organisation_id, creator_id, name, start_month, model_version, headline)
       values ($1, $2, 'One more', '2027-01-01', 1, '')`,
      [organisation, ada.id],
    );
    const found = await list({});
    expect(found).toMatchObject({ total: null, pages: null, page: 1, hasAny: true });
    expect(found.models[0]?.name).toBe("One more");
    const last = await list({ page: 41 });
    expect(last).toMatchObject({ page: 41, next: null, total: null });
    expect(last.models.length).toBe(1);
    await asOwner("delete from public.cost_models where organisation_id = $1 and name = 'One more'", [organisation]);
  });

  it("end with the last page, whatever page is asked for", async () => {
    expect(await list({ page: 99_999 })).toMatchObject({ page: 40, pages: 40 });
  });

  it("are none of another person's", async () => {
    expect(await list({}, bob)).toMatchObject({ models: [], total: 0, pages: 1, hasAny: false });
  });
});

it("lists to a member's program what the member sees", async () => {
  const [{ user: owner }, { user: member }] = [await newPerson("Olaf"), await newPerson("Mia")];
  const { organisationId } = await organisationOf(owner);
  await addMember({ organisationId }, member, "member");
  const ids: Record<string, string> = {};
  for (const name of ["open", "private", "private, shared", "private, Mia's"]) {
    ids[name] = await someModel(owner, { ...someDraft, name });
  }
  const privates = Object.keys(ids).filter((name) => name !== "open");
  await asOwner("update public.cost_models set is_private = true where organisation_id = $1 and name = any ($2)", [
    organisationId,
    privates,
  ]);
  await asOwner("update public.cost_models set creator_id = $1 where id = $2", [member.id, ids["private, Mia's"]]);
  await asOwner(
    `insert into public.shares (organisation_id, model_id, user_id, role, given_by_id)
     select organisation_id, id, $1, 'viewer', $2 from public.cost_models where id = $3`,
    [member.id, owner.id, ids["private, shared"]],
  );
  const toldTo = async (user: AuthenticatedUser) => {
    const access = await authorizeOrganisation(user, organisationId, "organisation:view");
    if (access === null || access === "refused") throw new Error("the person does not belong to the organisation");
    const { models, total } = await listEntries(access, { ...firstPage, sort: "name" });
    expect(total).toBe(models.length);
    return models.map(({ name }) => name);
  };
  expect(await toldTo(member)).toEqual(["open", "private, Mia's", "private, shared"]);
  expect(await toldTo(owner)).toEqual(["open", "private", "private, Mia's", "private, shared"]);
});

describe("the search", () => {
  beforeAll(async () => {
    for (const name of ["Save 50 % of it", "Save 500 of it", "a_b", "aXb", "back\\slash", "Ärger im Netz"]) {
      await someModel(bob, { ...someDraft, name });
    }
    await someModel(ada, { ...someDraft, name: "Save 50 % of Ada's" });
  });

  it("finds the words in any order, in capitals or not", async () => {
    expect(await names({ search: "IT save", sort: "name" }, bob)).toEqual(["Save 50 % of it", "Save 500 of it"]);
    expect(await names({ search: "ärger" }, bob)).toEqual(["Ärger im Netz"]);
    expect(await names({ search: "nothing like it" }, bob)).toEqual([]);
  });

  it("finds with and without accents, from either side, however the letters are put together", async () => {
    const olga = (await newPerson("Olga")).user;
    for (const name of ["Jährliche U\u0308berprüfung", "Uberprufung 2", "Straße nach Łódź"])
      await someModel(olga, { ...someDraft, name });
    for (const search of ["uberprufung", "Überprüfung", "U\u0308BERPRU\u0308FUNG"]) {
      expect(await names({ search, sort: "name" }, olga)).toEqual(["Jährliche U\u0308berprüfung", "Uberprufung 2"]);
    }
    for (const search of ["strasse LODZ", "Łódź", "STRAẞE"]) {
      expect(await names({ search }, olga)).toEqual(["Straße nach Łódź"]);
    }
    expect(await names({ search: "überprüfung jahrlich" }, olga)).toEqual(["Jährliche U\u0308berprüfung"]);
  });

  it("takes the wildcards of LIKE as letters", async () => {
    expect(await names({ search: "%" }, bob)).toEqual(["Save 50 % of it"]);
    expect(await names({ search: "_" }, bob)).toEqual(["a_b"]);
    expect(await names({ search: "\\" }, bob)).toEqual(["back\\slash"]);
    expect(await names({ search: "' or 1=1 --" }, bob)).toEqual([]);
  });

  it("finds nothing of another organisation's", async () => {
    expect(await names({ search: "Save 50 %" }, bob)).toEqual(["Save 50 % of it"]);
    expect(await names({ search: "Save 50 %" }, ada)).toEqual(["Save 50 % of Ada's"]);
  });

  it("says that there are models though none is found", async () => {
    expect(await list({ search: "nothing like it" }, bob)).toMatchObject({ total: 0, hasAny: true });
  });
});

it("sorts names as people do: capitals beside small letters, ä with a", async () => {
  const carl = (await newPerson("Carl")).user;
  for (const name of ["zebra", "Ähre", "apple", "Banana"]) await someModel(carl, { ...someDraft, name });
  expect(await names({ sort: "name" }, carl)).toEqual(["Ähre", "apple", "Banana", "zebra"]);
});

describe("the headline", () => {
  it("is the sentence that was saved, and follows a save", async () => {
    const dora = (await newPerson("Dora")).user;
    const id = await someModel(dora, { ...someDraft, inputs: { users: 60_000 } });
    const before = (await list({}, dora)).models[0]?.headline ?? "";
    expect(before).toMatch(/^At the likeliest values .* cheapest: [\d.]+\sM\sUSD over 5 years/);
    const access = (await authorizeModel(dora, id, "edit")) as EditAccess;
    const draft = { ...someDraft, inputs: { horizonMonths: 36 } };
    await saveModel(access, { revision: 1, draft: draft as never }, someOrigin());
    expect((await list({}, dora)).models[0]?.headline).toMatch(/cheapest: [\d.]+\sM\sUSD over 3 years/);
  });

  it("is worked out for a model that was saved before there were any", async () => {
    const erin = (await newPerson("Erin")).user;
    const id = await someModel(erin);
    const stored = (await list({}, erin)).models[0]?.headline;
    await asOwner("update public.cost_models set headline = null where id = $1", [id]);
    expect((await list({}, erin)).models[0]?.headline).toBe(stored);
    expect(stored).not.toBe("");
  });
});
