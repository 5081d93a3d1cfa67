import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authorizeLink } from "@/lib/server/access/link";
import { authorizeModel, type CommentAccess, type ShareAccess } from "@/lib/server/access/model";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { loadDecision, saveDecision, saveOwnWeights } from "@/lib/server/decision/stored-decision";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { getScenarios } from "@/lib/server/scenarios/get-scenarios";
import { copyLinkedModel } from "@/lib/server/sharing/copy-linked-model";
import { createLink } from "@/lib/server/sharing/create-link";
import { setPrivate } from "@/lib/server/sharing/set-private";
import { asOwner } from "@/test/database/as-owner";
import { whileRefused } from "@/test/database/while-refused";
import { plainLink } from "@/test/figures/plain-link";
import { addMember, newPerson, organisationOf, someDraft, someModel, someOrigin } from "@/test/people";
import { duplicateModel } from "./duplicate-model";
import { saveModel } from "./save-model";

// Ada and Carl work in one organisation; Guest has one of their own, of which Hal is a member.
let ada: AuthenticatedUser;
let carl: AuthenticatedUser;
let guest: AuthenticatedUser;
let hal: AuthenticatedUser;
let into: OrganisationViewAccess;
let guests: OrganisationViewAccess;
let owner: ShareAccess;

const stored = (of: OrganisationViewAccess) =>
  asOwner(
    `select c.name, c.is_private, (select count(*)::int from public.scenarios s where s.model_id = c.id) as scenarios
     from public.cost_models c where c.organisation_id = $1 order by c.created_at`,
    [of.organisationId],
  );

const events = (of: OrganisationViewAccess, action: string) =>
  asOwner("select id from public.audit_events where organisation_id = $1 and action = $2", [of.organisationId, action]);

async function linkToken(): Promise<string> {
  const made = await createLink(owner, plainLink, someOrigin());
  if (!made.ok) throw new Error("no link");
  return made.link.slice(-43);
}

async function copyByLink(token: string) {
  const access = await authorizeLink(token, undefined, "link:copy");
  if (access === null || typeof access === "string") throw new Error("the link opens nothing");
  return copyLinkedModel(access, guests, someOrigin());
}

beforeAll(async () => {
  [carl, hal] = (await Promise.all([newPerson("Carl"), newPerson("Hal")])).map(({ user }) => user) as [
    AuthenticatedUser,
    AuthenticatedUser,
  ];
});

beforeEach(async () => {
  ({ user: ada } = await newPerson("Ada"));
  ({ user: guest } = await newPerson("Guest"));
  into = await organisationOf(ada);
  guests = await organisationOf(guest);
  await addMember(into, carl, "member");
  await addMember(guests, hal, "member");
  const access = await authorizeModel(ada, await someModel(ada), "share");
  if (access === null || access === "refused") throw new Error("Ada owns this model");
  owner = access;
  for (const name of ["First", "Spread wide", "Third"]) {
    const inputs = name === "Spread wide" ? { totalPieces: 81 } : { users: 120_000 };
    expect((await createScenario(owner, { name, inputs, currencyRate: 1 }, someOrigin())).ok).toBe(true);
  }
});

describe("a copy of a model", () => {
  it("has every scenario in its order, also one that no longer fits the model", async () => {
    // 29 needed, repaired at 90 from now on: the scenario's spread on 81 no longer rises after it.
    const draft = { ...someDraft, inputs: { repairThreshold: 90, totalPieces: 200 } };
    expect((await saveModel(owner, { revision: 1, draft }, someOrigin())).kind).toBe("saved");
    const made = await duplicateModel(owner, into, someOrigin());
    if (!made.ok) throw new Error("no copy");
    const { scenarios = [] } = (await getScenarios(ada, made.id)) ?? {};
    expect(scenarios.map(({ name, inputs }) => [name, inputs])).toEqual([
      ["First", { users: 120_000 }],
      ["Spread wide", { totalPieces: 81 }],
      ["Third", { users: 120_000 }],
    ]);
  });

  it("has the criteria and the group's weights of its decision, and what no person weighs", async () => {
    const settings = {
      ...{ currencyRate: 1, criteria: [{ key: "cost", worst: 9e6, best: 3e6 }], own: [], levels: {} },
      swings: { cost: 100 },
    };
    expect(await saveDecision(owner, { revision: 0, settings }, someOrigin())).toMatchObject({ ok: true });
    expect(await saveDecision(owner, { revision: 1, settings }, someOrigin())).toMatchObject({ ok: true });
    await saveOwnWeights(owner as unknown as CommentAccess, { cost: 40 }, someOrigin());
    const made = await duplicateModel(await shareWith(guest), guests, someOrigin());
    if (!made.ok) throw new Error("no copy");
    const copy = await authorizeModel(guest, made.id, "view");
    if (copy === null || copy === "refused") throw new Error("the copy is the guest's");
    expect(await loadDecision(copy)).toEqual({ settings, revision: 1, weights: [] });
  });

  it("is whole or not there at all: where one part is refused, nothing of it stays", async () => {
    const access = await shareWith(guest);
    await whileRefused("scenarios", guests, "new.name = 'Third'", async () => {
      await expect(duplicateModel(access, guests, someOrigin())).rejects.toThrow("refused for a test");
      expect(await stored(guests)).toEqual([]);
    });
    // The line in the log of the organisation that the figures left is a part of it as well.
    await whileRefused("audit_events", into, "new.action = 'model.copied'", async () => {
      await expect(duplicateModel(access, guests, someOrigin())).rejects.toThrow("refused for a test");
      expect(await stored(guests)).toEqual([]);
      expect(await events(guests, "model.created")).toEqual([]);
    });
    expect((await duplicateModel(access, guests, someOrigin())).ok).toBe(true);
    expect(await stored(guests)).toEqual([{ name: "Copy of Patches", is_private: false, scenarios: 3 }]);
    expect(await events(into, "model.copied")).toHaveLength(1);
  });

  it("by a link, neither: it is there with its line in the log, or not at all", async () => {
    const token = await linkToken();
    await whileRefused("audit_events", into, "new.action = 'link.copied'", async () => {
      await expect(copyByLink(token)).rejects.toThrow("refused for a test");
      expect(await stored(guests)).toEqual([]);
    });
    expect((await copyByLink(token)).ok).toBe(true);
    expect(await stored(guests)).toEqual([{ name: "Copy of Patches", is_private: false, scenarios: 0 }]);
    expect(await events(into, "link.copied")).toHaveLength(1);
  });
});

describe("a copy of a private model is private", () => {
  it("in its own organisation, where other members do not see it nor its scenarios", async () => {
    await setPrivate(owner, true, someOrigin());
    const made = await duplicateModel(owner, into, someOrigin());
    if (!made.ok) throw new Error("no copy");
    expect(await authorizeModel(carl, made.id, "view")).toBeNull();
    expect(await getScenarios(carl, made.id)).toBeNull();
    expect(await authorizeModel(ada, made.id, "view")).toMatchObject({ role: "owner" });
  });

  it("in another organisation, and by a link", async () => {
    const access = await shareWith(guest);
    const token = await linkToken();
    await setPrivate(owner, true, someOrigin());
    const copies = [await duplicateModel(access, guests, someOrigin()), await copyByLink(token)];
    for (const made of copies) {
      if (!made.ok) throw new Error("no copy");
      expect(await authorizeModel(hal, made.id, "view")).toBeNull();
      expect(await authorizeModel(guest, made.id, "view")).toMatchObject({ role: "owner" });
    }
    expect((await stored(guests)).map(({ is_private }) => is_private)).toEqual([true, true]);
  });

  it("and one of an open model is open", async () => {
    const made = await duplicateModel(owner, into, someOrigin());
    if (!made.ok) throw new Error("no copy");
    expect(await authorizeModel(carl, made.id, "view")).toMatchObject({ role: "commenter" });
  });
});

async function shareWith(user: AuthenticatedUser) {
  await asOwner(
    "insert into public.shares (organisation_id, model_id, user_id, role, given_by_id) values ($1, $2, $3, 'viewer', $4)",
    [owner.organisationId, owner.modelId, user.id, ada.id],
  );
  const access = await authorizeModel(user, owner.modelId, "view");
  if (access === null || access === "refused") throw new Error("not shared");
  return access;
}
