import { beforeAll, describe, expect, it } from "vitest";
import { firstPage, type ModelListing } from "@/lib/schemas/model-listing";
import { type AuthenticatedUser, authorizeModel, type EditAccess } from "@/lib/server/access";
import { inScope } from "@/lib/server/scope";
import { asOwner } from "@/test/as-owner";
import { organisationOf, somebody, someDraft, someModel, someOrigin } from "@/test/people";
import { listModels } from "./list-models";
import { saveModel } from "./save-model";

let ada: AuthenticatedUser;
let bob: AuthenticatedUser;

const list = (given: Partial<ModelListing>, user = ada) => listModels(user, { ...firstPage, ...given });
const names = async (given: Partial<ModelListing>, user = ada) =>
  (await list(given, user)).models.map(({ name }) => name);

beforeAll(async () => {
  [ada, bob] = (await Promise.all([somebody("Ada"), somebody("Bob")])).map(({ user }) => user) as [
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

  it("end with the last page, whatever page is asked for", async () => {
    expect(await list({ page: 99_999 })).toMatchObject({ page: 40, pages: 40 });
  });

  it("are none of somebody else's", async () => {
    expect(await list({}, bob)).toMatchObject({ models: [], total: 0, pages: 1, hasAny: false });
  });
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
  const carl = (await somebody("Carl")).user;
  for (const name of ["zebra", "Ähre", "apple", "Banana"]) await someModel(carl, { ...someDraft, name });
  expect(await names({ sort: "name" }, carl)).toEqual(["Ähre", "apple", "Banana", "zebra"]);
});

describe("the headline", () => {
  it("is the sentence that was saved, and follows a save", async () => {
    const dora = (await somebody("Dora")).user;
    const id = await someModel(dora, { ...someDraft, inputs: { users: 60_000 } });
    const before = (await list({}, dora)).models[0]?.headline ?? "";
    expect(before).toMatch(/your targets: [\d.]+\sM\sUSD over 5 years in today’s money/);
    const access = (await authorizeModel(dora, id, "edit")) as EditAccess;
    const draft = { ...someDraft, inputs: { horizonMonths: 36 } };
    await saveModel(access, { revision: 1, draft: draft as never }, someOrigin());
    expect((await list({}, dora)).models[0]?.headline).toMatch(
      /your targets: [\d.]+\sM\sUSD over 3 years in today’s money/,
    );
  });

  it("is worked out for a model that was saved before there were any", async () => {
    const erin = (await somebody("Erin")).user;
    const id = await someModel(erin);
    const stored = (await list({}, erin)).models[0]?.headline;
    await asOwner("update public.cost_models set headline = null where id = $1", [id]);
    expect((await list({}, erin)).models[0]?.headline).toBe(stored);
    expect(stored).not.toBe("");
  });
});
