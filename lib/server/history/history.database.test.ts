import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authorizeModel, type ShareAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { duplicateModel } from "@/lib/server/models/duplicate-model";
import { getModel } from "@/lib/server/models/get-model";
import { saveModel } from "@/lib/server/models/save-model";
import { inScope } from "@/lib/server/runtime/scope";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { loadScenarios } from "@/lib/server/scenarios/get-scenarios";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { createLink } from "@/lib/server/sharing/create-link";
import { superuserOfThisFile } from "@/test/database/superuser";
import { plainLink } from "@/test/figures/plain-link";
import { forge, newPerson, organisationOf, someDraft, someModel, someOrigin } from "@/test/people";
import { getRevision } from "./get-revision";
import { listRevisions } from "./list-revisions";
import { restoreRevision } from "./restore-revision";
import { listLastChanges } from "./sql";
import { writeNote } from "./write-note";

let ada: AuthenticatedUser;
let bob: AuthenticatedUser;
let mallory: AuthenticatedUser;
let id: string;
let owner: ShareAccess;
let editor: ShareAccess;
const superuser = superuserOfThisFile();

async function proven(user: AuthenticatedUser, need: "share" | "edit"): Promise<ShareAccess> {
  const access = await authorizeModel(user, id, need);
  if (access === null || access === "refused") throw new Error(`${user.name} has no access`);
  return access as ShareAccess;
}

beforeAll(async () => {
  [ada, bob, mallory] = (await Promise.all(["Ada", "Bob", "Mallory"].map(newPerson))).map(({ user }) => user) as [
    AuthenticatedUser,
    AuthenticatedUser,
    AuthenticatedUser,
  ];
});

beforeEach(async () => {
  id = await someModel(ada);
  owner = await proven(ada, "share");
  const invited = await createInvitation(owner, { email: "bob@example.org", role: "editor" }, someOrigin());
  if (!invited.ok) throw new Error("no invitation");
  await acceptInvitation(bob, invited.link.slice(-43), someOrigin());
  editor = await proven(bob, "edit");
});

/** Saves one figure over the newest revision. */
async function save(access: ShareAccess, users: number): Promise<void> {
  const revision = (await getModel(ada, id))?.revision ?? 0;
  const draft = { ...someDraft, inputs: { users } };
  expect((await saveModel(access, { revision, draft }, someOrigin())).kind).toBe("saved");
}

const shown = async () =>
  (await listRevisions(owner, null)).revisions.map(({ number, author }) => `${number} ${author}`);
const usersOf = async (number: number) => (await getRevision(owner, number))?.draft.inputs.users;

/** Makes a revision as old as only time would. */
async function age(number: number, column: "created_at" | "started_at", minutes: number): Promise<void> {
  await superuser.query("set session_replication_role = replica");
  const text = `update revisions set ${column} = ${column} - make_interval(mins => $1) where model_id = $2 and number = $3`;
  expect((await superuser.query(text, [minutes, id, number])).rowCount).toBe(1);
  await superuser.query("set session_replication_role = origin");
}

describe("rapid saves of one person", () => {
  it("are one revision with the newest figures, beside the one the model began with", async () => {
    await save(owner, 61_000);
    await save(owner, 62_000);
    await save(owner, 63_000);
    expect(await shown()).toEqual(["4 Ada", "1 Ada"]);
    expect([await usersOf(4), await usersOf(3), await usersOf(1)]).toEqual([63_000, undefined, 60_000]);
    const [newest] = (await listRevisions(owner, null)).revisions;
    expect(Date.parse(newest?.startedAt ?? "")).toBeLessThan(Date.parse(newest?.savedAt ?? ""));
    // The counter goes on: a save from before is still told apart.
    expect(await getModel(ada, id)).toMatchObject({ revision: 4, inputs: { users: 63_000 } });
    const late = { revision: 3, draft: { ...someDraft, inputs: { users: 1 } } };
    expect((await saveModel(owner, late, someOrigin())).kind).toBe("stale");
  });

  it("are parted by a pause, by half an hour, and by another person's save", async () => {
    await save(owner, 1);
    await age(2, "created_at", 5);
    await save(owner, 2);
    expect(await shown()).toEqual(["3 Ada", "2 Ada", "1 Ada"]);
    await age(3, "started_at", 30);
    await save(owner, 3);
    expect(await shown()).toEqual(["4 Ada", "3 Ada", "2 Ada", "1 Ada"]);
    await save(editor, 4);
    await save(editor, 5);
    await save(owner, 6);
    expect(await shown()).toEqual(["7 Ada", "6 Bob", "4 Ada", "3 Ada", "2 Ada", "1 Ada"]);
  });

  it("leave alone what has a note, what restored another, and what a link shows", async () => {
    await save(owner, 1);
    expect(await writeNote(owner, 2, "As agreed")).toEqual({ ok: true });
    await save(owner, 2);
    expect(await shown()).toEqual(["3 Ada", "2 Ada", "1 Ada"]);

    const link = { ...plainLink, mayDownload: false };
    expect((await createLink(owner, { ...link, isFrozen: true }, someOrigin())).ok).toBe(true);
    await save(owner, 3);
    expect(await shown()).toEqual(["4 Ada", "3 Ada", "2 Ada", "1 Ada"]);
    expect(await usersOf(3)).toBe(2);
    expect((await getRevision(owner, 3))?.isLinked).toBe(true);

    expect(await restoreRevision(owner, 2, someOrigin())).toEqual({ ok: true, number: 5, before: 4 });
    await save(owner, 7);
    expect(await shown()).toEqual(["6 Ada", "5 Ada", "4 Ada", "3 Ada", "2 Ada", "1 Ada"]);
  });
});

describe("restoring", () => {
  it("brings back the first month of the fiscal year, which goes with a copy too", async () => {
    const draft = { ...someDraft, fiscalYearStart: 7 };
    expect((await saveModel(owner, { revision: 1, draft }, someOrigin())).kind).toBe("saved");
    await age(2, "created_at", 5);
    expect((await saveModel(owner, { revision: 2, draft: someDraft }, someOrigin())).kind).toBe("saved");
    expect((await getRevision(owner, 2))?.draft.fiscalYearStart).toBe(7);
    expect((await getRevision(owner, 3))?.draft.fiscalYearStart).toBe(1);
    expect(await restoreRevision(owner, 2, someOrigin())).toMatchObject({ ok: true });
    expect(await getModel(ada, id)).toMatchObject({ fiscalYearStart: 7 });
    const copy = await duplicateModel(owner, await organisationOf(ada), someOrigin());
    if (!copy.ok) throw new Error("no copy");
    expect(await getModel(ada, copy.id)).toMatchObject({ fiscalYearStart: 7 });
  });

  it("adds a revision and can be taken back by restoring what stood before", async () => {
    await save(owner, 1);
    await save(editor, 2);
    expect(await restoreRevision(editor, 1, someOrigin())).toEqual({ ok: true, number: 4, before: 3 });
    expect(await getModel(ada, id)).toMatchObject({ revision: 4, inputs: { users: 60_000 } });
    expect(await getRevision(owner, 4)).toMatchObject({ restoredFrom: 1, author: "Bob" });
    expect(await restoreRevision(editor, 3, someOrigin())).toMatchObject({ ok: true, number: 5 });
    expect(await getModel(ada, id)).toMatchObject({ inputs: { users: 2 } });
    expect(await shown()).toHaveLength(5);
  });

  // One dollar is half a euro, and 0.4 of a pound; a year of compliance in the cloud is what a scenario has of its own.
  const inEuros = { ...someDraft, currency: "EUR", currencyRate: 0.5, currencyRateDate: "2027-01-15" };
  const inPounds = { ...inEuros, currency: "GBP", currencyRate: 0.4 };
  const dear = (amount: number, currencyRate = 1) =>
    createScenario(
      owner,
      { name: `Of ${amount}`, inputs: { cloudComplianceAnnual: amount }, currencyRate },
      someOrigin(),
    );
  const change = async (revision: number, draft: typeof someDraft, kept: number) =>
    expect((await saveModel(owner, { revision, draft, kept }, someOrigin())).kind).toBe("saved");
  const typed = async () =>
    (await loadScenarios(owner))?.scenarios.map(({ inputs, currencyRate }) => [
      inputs.cloudComplianceAnnual,
      currencyRate,
    ]);

  it("converts what scenarios have of their own where the currency was converted since", async () => {
    await dear(50_000);
    await change(1, inEuros, 1);
    await dear(30_000, 0.5);
    expect(await restoreRevision(owner, 1, someOrigin())).toMatchObject({ ok: true });
    // 50,000 dollars were 25,000 euros, and are 50,000 dollars; 30,000 euros are 60,000 dollars.
    expect(await typed()).toEqual([
      [50_000, 1],
      [60_000, 1],
    ]);
  });

  it("keeps what scenarios have of their own as it was where figures were kept over another currency, there and back", async () => {
    await dear(50_000);
    await change(1, inEuros, 0.5);
    expect(await typed()).toEqual([[50_000, 0.5]]);
    // The model's own figures are dollars again as they were typed, and so are the scenario's: not 100,000.
    expect(await restoreRevision(owner, 1, someOrigin())).toMatchObject({ ok: true, number: 3 });
    expect(await typed()).toEqual([[50_000, 1]]);
    // The restored one is taken back, to 50,000 euros.
    expect(await restoreRevision(owner, 2, someOrigin())).toMatchObject({ ok: true, number: 4 });
    expect(await typed()).toEqual([[50_000, 0.5]]);
    expect(await restoreRevision(owner, 3, someOrigin())).toMatchObject({ ok: true, number: 5 });
    expect(await typed()).toEqual([[50_000, 1]]);
  });

  it("tells both apart where saves that kept and that converted are one revision", async () => {
    await dear(50_000);
    // Called 50,000 euros, then converted at 0.4 pounds for half a euro, to 40,000; then called 40,000 euros.
    await change(1, inEuros, 0.5);
    await change(2, inPounds, 1);
    expect(await typed()).toEqual([[40_000, 0.4]]);
    await change(3, inEuros, 0.5 / 0.4);
    expect(await typed()).toEqual([[40_000, 0.5]]);
    expect(await shown()).toEqual(["4 Ada", "1 Ada"]);
    // Of the three changes one converted, to four fifths: taken back, 40,000 are 50,000 again.
    expect(await restoreRevision(owner, 1, someOrigin())).toMatchObject({ ok: true });
    expect(await typed()).toEqual([[50_000, 1]]);
  });

  it("is held back where a scenario could not keep its figures, and says which", async () => {
    // Converted to half, and called dollars again: taken back, money doubles.
    await change(1, inEuros, 1);
    await change(2, someDraft, 2);
    await dear(900_000_000);
    // 1,800,000,000 dollars a year are more than the 1,000,000,000 that the input takes.
    const outcome = await restoreRevision(owner, 1, someOrigin());
    expect(outcome).toMatchObject({ ok: false });
    expect(outcome.ok ? "" : outcome.faults[0]?.message).toContain("Scenario “Of 900000000” cannot keep its figures");
    expect(await typed()).toEqual([[900_000_000, 1]]);
  });

  it("says so where there is no such revision", async () => {
    expect(await restoreRevision(owner, 9, someOrigin())).toMatchObject({ ok: false });
  });
});

it("shows long histories page by page", async () => {
  await superuser.query("set session_replication_role = replica");
  await superuser.query(
    `insert into revisions (organisation_id, model_id, number, author_id, name, description, start_month, currency, model_version, inputs, custom_lines)
     select organisation_id, model_id, n, author_id, name, description, start_month, currency, model_version, inputs, custom_lines
     from revisions, generate_series(2, 60) n where model_id = $1 and number = 1`,
    [id],
  );
  await superuser.query("set session_replication_role = origin");
  const first = await listRevisions(owner, null);
  expect([first.revisions[0]?.number, first.revisions.length, first.hasNewer, first.hasOlder]).toEqual([
    60,
    25,
    false,
    true,
  ]);
  const last = await listRevisions(owner, 11);
  expect([last.revisions[0]?.number, last.revisions.length, last.hasNewer, last.hasOlder]).toEqual([
    10,
    10,
    true,
    false,
  ]);
});

describe("anyone who may not", () => {
  const forged = () => forge(owner, mallory);

  it("sees, restores and notes nothing with a forged proof, and the owner still does", async () => {
    await save(owner, 1);
    expect(await listRevisions(forged(), null)).toEqual({ revisions: [], hasNewer: false, hasOlder: false });
    expect(await getRevision(forged(), 1)).toBeNull();
    expect((await restoreRevision(forged(), 1, someOrigin())).ok).toBe(false);
    expect((await writeNote(forged(), 2, "Mallory was here")).ok).toBe(false);
    expect((await getRevision(owner, 2))?.note).toBe("");
    expect(await writeNote(owner, 2, "Mine")).toEqual({ ok: true });
  });

  it("writes no note on another's revision", async () => {
    await save(owner, 1);
    expect((await writeNote(editor, 2, "Bob's words")).ok).toBe(false);
    expect((await getRevision(owner, 2))?.note).toBe("");
  });

  it("changes no figure of a revision but by folding the newest save into it, whatever the code does", async () => {
    await save(owner, 1);
    await save(owner, 2);
    await save(editor, 3);
    const change = (access: ShareAccess, number: number, data: object) =>
      inScope(access.scope, (tx) =>
        tx.revision.updateMany({
          where: { modelId: access.modelId, organisationId: access.organisationId, number },
          data,
        }),
      ).then(
        ({ count }) => count,
        () => "refused",
      );
    // Not the newest; the first; the newest without a save; another's; a number of one's own choosing; a note in another's name.
    expect(await change(owner, 3, { name: "x" })).toBe("refused");
    expect(await change(owner, 1, { inputs: {} })).toBe("refused");
    expect(await change(editor, 4, { headline: "x" })).toBe("refused");
    expect(await change(editor, 4, { fiscalYearStart: 7 })).toBe("refused");
    expect(await change(editor, 4, { number: 5 })).toBe("refused");
    expect(await change(editor, 3, { name: "x" })).toBe(0);
    expect(await change(owner, 4, { note: "x" })).toBe("refused");
    expect(await change(owner, 4, { number: 99 })).toBe("refused");
    // Kept once, kept for good.
    expect(await change(owner, 3, { isKept: true })).toBe(1);
    expect(await change(owner, 3, { isKept: false })).toBe("refused");
    expect(await change(owner, 3, { authorId: bob.id })).toBe("refused");
    expect(await shown()).toEqual(["4 Bob", "3 Ada", "1 Ada"]);
  });
});

describe("who last changed an input", () => {
  const draft = { ...someDraft, inputs: { users: 60_000, serverPrice: 9_000 } };
  async function store(access: ShareAccess, part: Partial<typeof someDraft>) {
    const revision = (await getModel(ada, id))?.revision ?? 0;
    expect((await saveModel(access, { revision, draft: { ...draft, ...part } }, someOrigin())).kind).toBe("saved");
  }
  const authors = async () =>
    Object.fromEntries(Object.entries(await listLastChanges(owner)).map(([key, change]) => [key, change?.by]));

  it("is the author of the newest revision in which its value, or what is noted beside it, is another", async () => {
    expect(await authors()).toEqual({ users: "Ada" });
    await store(editor, {});
    await store(owner, { notes: { storedTB: { note: "Counted in March." } } });
    // Users were stored again, and not changed.
    expect(await authors()).toEqual({ users: "Ada", serverPrice: "Bob", storedTB: "Ada" });
    await store(editor, { inputs: { serverPrice: 9_000 }, notes: {} });
    // What goes back to its default, and a note that is taken away, are changes too.
    expect(await authors()).toEqual({ users: "Bob", serverPrice: "Bob", storedTB: "Bob" });
    const { users } = await listLastChanges(owner);
    expect(users?.at).toBe((await listRevisions(owner, null)).revisions[0]?.savedAt);
  });

  it("is nobody who only converted the currency", async () => {
    await store(editor, {});
    const euros = { currency: "EUR", currencyRate: 0.5, currencyRateDate: "2026-11-27" };
    await store(owner, { ...euros, inputs: { users: 61_000, serverPrice: 4_500 } });
    expect(await authors()).toEqual({ users: "Ada", serverPrice: "Bob" });
  });

  it("is not found out by a person from elsewhere", async () => {
    await store(editor, {});
    expect(await listLastChanges(forge(owner, mallory))).toEqual({});
  });
});
