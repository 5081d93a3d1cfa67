import { beforeAll, describe, expect, it } from "vitest";
import type { DecisionSettings } from "@/lib/draft/decision";
import { architectures } from "@/lib/model/architectures";
import { sentDecisionSchema } from "@/lib/schemas/decision";
import { authorizeModel, type CommentAccess, type EditAccess, type ShareAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { inScope } from "@/lib/server/runtime/scope";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { forge, newModelOf, newPerson, someModel, someOrigin } from "@/test/people";
import { loadDecision, saveDecision, saveOwnWeights } from "./stored-decision";

const settings: DecisionSettings = {
  currencyRate: 1,
  criteria: [{ key: "cost", worst: 9e6, best: 3e6 }],
  own: [{ key: "own:1", name: "Neighbours", about: "0: against it. 10: for it." }],
  levels: { "own:1": { cloud: { level: 4, reason: "Nobody lives there." } } },
  swings: { cost: 100, "own:1": 20 },
};

let owner: ShareAccess;
let people: Record<"commenter" | "viewer" | "mallory", AuthenticatedUser>;

async function invited(user: AuthenticatedUser, role: "commenter" | "viewer") {
  const outcome = await createInvitation(owner, { email: `${role}@example.org`, role }, someOrigin());
  if (!outcome.ok) throw new Error("no invitation");
  await acceptInvitation(user, outcome.link.slice(-43), someOrigin());
}

async function proven<N extends "view" | "comment">(user: AuthenticatedUser, need: N) {
  const access = await authorizeModel(user, owner.modelId, need);
  if (access === null || access === "refused") throw new Error(`${user.name} may not ${need}`);
  return access;
}

beforeAll(async () => {
  const [alice, commenter, viewer, mallory] = (
    await Promise.all(["Alice", "Carol", "Victor", "Mallory"].map((name) => newPerson(name)))
  ).map(({ user }) => user) as [AuthenticatedUser, AuthenticatedUser, AuthenticatedUser, AuthenticatedUser];
  people = { commenter, viewer, mallory };
  owner = (await authorizeModel(alice, await someModel(alice), "share")) as ShareAccess;
  await invited(commenter, "commenter");
  await invited(viewer, "viewer");
});

describe("the criteria of a decision", () => {
  it("are none before anybody has set them, and come back as they were saved", async () => {
    expect(await loadDecision(owner)).toEqual({ settings: null, revision: 0, weights: [] });
    expect(await saveDecision(owner, { revision: 0, settings }, someOrigin())).toEqual({ ok: true, revision: 1 });
    expect(await loadDecision(owner)).toMatchObject({ settings, revision: 1 });
  });

  it("are refused in words where they are longer than what is stored, and stored where they are as long as may be", async () => {
    const { access } = await newModelOf("Lena");
    const level = (reason: string) => ({ level: 5e-324, reason });
    const judged = (count: number, reason: string): DecisionSettings => ({
      ...settings,
      levels: Object.fromEntries(
        Array.from({ length: count }, (_, place) => [
          `own:${place}`,
          Object.fromEntries(architectures.map((architecture) => [architecture, level(reason)])),
        ]),
      ),
    });
    // A control takes six bytes of JSON: 12 kB a criterion.
    const longest = judged(12, "\u0001".repeat(500));
    expect(sentDecisionSchema.safeParse(longest).success).toBe(true);
    expect(await saveDecision(access, { revision: 0, settings: longest }, someOrigin())).toMatchObject({ ok: true });
    const longer = judged(40, "\u0001".repeat(500));
    expect(sentDecisionSchema.safeParse(longer).error?.issues[0]?.message).toContain("may take 150 kB");
    await expect(saveDecision(access, { revision: 1, settings: longer }, someOrigin())).rejects.toThrow();
  });

  it("are not overwritten by the second of two", async () => {
    const second = { ...settings, swings: { cost: 1 } };
    expect((await saveDecision(owner, { revision: 0, settings: second }, someOrigin())).ok).toBe(false);
    expect((await saveDecision(owner, { revision: 7, settings: second }, someOrigin())).ok).toBe(false);
    expect(await loadDecision(owner)).toMatchObject({ settings, revision: 1 });
    const many = await Promise.all(
      [1, 2, 3].map((n) =>
        saveDecision(owner, { revision: 1, settings: { ...settings, swings: { cost: n } } }, someOrigin()),
      ),
    );
    expect(many.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("weights", () => {
  it("are each person's own, seen by all who see the model, with their names", async () => {
    const carol = await proven(people.commenter, "comment");
    await saveOwnWeights(owner, { cost: 100 }, someOrigin());
    await saveOwnWeights(carol, { cost: 50, "own:1": 100 }, someOrigin());
    expect(await saveOwnWeights(carol, { cost: 40, "own:1": 100 }, someOrigin())).toMatchObject({ ok: true });
    const { weights } = await loadDecision(await proven(people.viewer, "view"));
    expect(weights.map(({ name, isOwn, swings }) => ({ name, isOwn, swings }))).toEqual([
      { name: "Alice", isOwn: false, swings: { cost: 100 } },
      { name: "Carol", isOwn: false, swings: { cost: 40, "own:1": 100 } },
    ]);
    expect((await loadDecision(carol)).weights.find(({ isOwn }) => isOwn)?.name).toBe("Carol");
  });
});

describe("one who may not", () => {
  it("gets no proof", async () => {
    for (const need of ["view", "comment", "edit"] as const) {
      expect(await authorizeModel(people.mallory, owner.modelId, need)).toBeNull();
    }
    expect(await authorizeModel(people.viewer, owner.modelId, "comment")).toBe("refused");
    expect(await authorizeModel(people.commenter, owner.modelId, "edit")).toBe("refused");
  });

  it("reads and changes nothing, though the proof was forged", async () => {
    const before = await loadDecision(owner);
    for (const who of ["mallory", "viewer"] as const) {
      const forged = forge(owner, people[who]);
      await expect(saveOwnWeights(forged as CommentAccess, { cost: 1 }, someOrigin())).rejects.toThrow();
      const tries = [before.revision, 0].map((revision) =>
        saveDecision(forged as EditAccess, { revision, settings }, someOrigin()).catch(() => ({ ok: false })),
      );
      expect((await Promise.all(tries)).some(({ ok }) => ok)).toBe(false);
    }
    const carols = forge(owner, people.commenter) as EditAccess;
    expect((await saveDecision(carols, { revision: before.revision, settings }, someOrigin())).ok).toBe(false);
    expect(await loadDecision(forge(owner, people.mallory))).toEqual({ settings: null, revision: 0, weights: [] });
    expect(await loadDecision(owner)).toEqual(before);
  });

  it("states no weights in another's name", async () => {
    const { modelId, organisationId, user } = owner;
    const carol = await proven(people.commenter, "comment");
    const { count } = await inScope(carol.scope, (tx) =>
      tx.decisionWeights.updateMany({ where: { modelId, organisationId, userId: user.id }, data: { swings: {} } }),
    );
    expect(count).toBe(0);
    const planted = inScope(carol.scope, (tx) =>
      tx.decisionWeights.createMany({
        data: { modelId, organisationId, userId: people.viewer.id, swings: {} },
      }),
    );
    await expect(planted).rejects.toThrow();
  });
});
