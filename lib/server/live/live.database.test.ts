import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { liveEvents } from "@/lib/live/events";
import { authorizeModel, type CommentAccess, type ShareAccess } from "@/lib/server/access/model";
import { authorizeOrganisation } from "@/lib/server/access/organisation";
import type { AuthenticatedUser, SessionUser } from "@/lib/server/access/person";
import { endSession } from "@/lib/server/auth/sessions";
import { addComment } from "@/lib/server/comments/add-comment";
import { resolveThread } from "@/lib/server/comments/change-comment";
import { saveDecision, saveOwnWeights } from "@/lib/server/decision/stored-decision";
import { getModel } from "@/lib/server/models/get-model";
import { saveModel } from "@/lib/server/models/save-model";
import { changeMemberRole, removeMember } from "@/lib/server/organisations/change-membership";
import { inScope } from "@/lib/server/runtime/scope";
import { deleteScenario, saveScenario } from "@/lib/server/scenarios/change-scenario";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { changeRole, removeShare } from "@/lib/server/sharing/change-sharing";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { listSharing } from "@/lib/server/sharing/list-sharing";
import { databaseUrls } from "@/test/database/database-urls";
import { readEvents } from "@/test/events";
import {
  addMember,
  altered,
  confirmed,
  forge,
  newPerson,
  organisationOf,
  someDraft,
  someModel,
  someOrigin,
} from "@/test/people";
import { eventStream } from "./event-stream";
import { closeListening } from "./model-changes";
import { enterModels, peopleFor, readPeople } from "./presence";

let ada: SessionUser;
let bob: SessionUser;
let bobsToken: string;
let mallory: AuthenticatedUser;
let id: string;
let owner: ShareAccess;
let viewer: ShareAccess;

async function proven(user: AuthenticatedUser, need: "share" | "view"): Promise<ShareAccess> {
  const access = await authorizeModel(user, id, need);
  if (access === null || access === "refused") throw new Error(`${user.name} has no access`);
  return access as ShareAccess;
}

beforeAll(async () => {
  ada = (await newPerson("Ada")).user as SessionUser;
  mallory = (await newPerson("Mallory")).user;
});
afterAll(closeListening);

beforeEach(async () => {
  const signedIn = await newPerson("Bob");
  [bob, bobsToken] = [signedIn.user as SessionUser, signedIn.token];
  id = await someModel(ada);
  owner = await proven(ada, "share");
  const invited = await createInvitation(owner, { email: "bob@example.org", role: "viewer" }, someOrigin());
  if (!invited.ok) throw new Error("no invitation");
  await acceptInvitation(bob, invited.link.slice(-43), someOrigin());
  viewer = await proven(bob, "view");
});

const here = (...people: { name: string; isYou: boolean }[]) => ({ people, more: 0 });

/** Reads a stream of one model as a browser does. */
async function open(user: SessionUser, access: ShareAccess, known = 1, scenarios = false) {
  const abort = new AbortController();
  const follows = [{ id: access.modelId, known, scenarios }];
  return readEvents(await eventStream(user, follows, abort.signal), () => abort.abort());
}

async function save(users: number): Promise<number> {
  const revision = (await getModel(ada, id))?.revision ?? 0;
  await saveModel(owner, { revision, draft: { ...someDraft, inputs: { users } } }, someOrigin());
  return revision + 1;
}

describe("a model's stream of events", () => {
  it("tells of a save within two seconds, and of who is there", async () => {
    const bobs = await open(bob, viewer);
    expect(await bobs.next(liveEvents.people)).toEqual(here({ name: "Bob", isYou: true }));
    const adas = await open(ada, owner);
    expect(await bobs.next(liveEvents.people)).toEqual(
      here({ name: "Bob", isYou: true }, { name: "Ada", isYou: false }),
    );
    const start = performance.now();
    await save(70_000);
    expect(await bobs.next(liveEvents.model)).toMatchObject({ revision: 2, inputs: { users: 70_000 }, canEdit: false });
    expect(performance.now() - start).toBeLessThan(2_000);
    adas.leave();
    expect(await bobs.next(liveEvents.people)).toEqual(here({ name: "Bob", isYou: true }));
    bobs.leave();
  });

  it("tells of comments within two seconds, without a word of them", async () => {
    const bobs = await open(bob, viewer);
    await bobs.next(liveEvents.people);
    const commenting = owner as unknown as CommentAccess;
    const start = performance.now();
    const made = await addComment(commenting, { subject: { kind: "model" }, body: "Not for the wire" });
    expect(await bobs.next(liveEvents.comments)).toBeNull();
    if (!made.ok) throw new Error("no comment");
    await resolveThread(commenting, made.id, true);
    expect(await bobs.next(liveEvents.comments)).toBeNull();
    expect(performance.now() - start).toBeLessThan(4_000);
    bobs.leave();
  });

  it("tells that criteria and weights changed, without a word of them", async () => {
    const bobs = await open(bob, viewer);
    await bobs.next(liveEvents.people);
    const settings = { currencyRate: 1, criteria: [], own: [], levels: {}, swings: { cost: 77 } };
    expect(await saveDecision(owner, { revision: 0, settings }, someOrigin())).toMatchObject({ ok: true });
    expect(await bobs.next(liveEvents.decision)).toBeNull();
    await saveOwnWeights(owner as unknown as CommentAccess, { cost: 40 }, someOrigin());
    expect(await bobs.next(liveEvents.decision)).toBeNull();
    bobs.leave();
  });

  it("brings what was saved between the page and the stream", async () => {
    await save(71_000);
    const bobs = await open(bob, viewer, 1);
    expect(await bobs.next(liveEvents.model)).toMatchObject({ revision: 2 });
    bobs.leave();
  });

  it("tells anyone who shows scenarios of each that is made, changed and deleted, within two seconds", async () => {
    const bobs = await open(bob, viewer, 1, true);
    expect(await bobs.nextOther(liveEvents.scenarios)).toEqual([]);
    const start = performance.now();
    const made = await createScenario(owner, { name: "Few", inputs: { users: 9 }, currencyRate: 1 }, someOrigin());
    if (!made.ok) throw new Error("no scenario");
    const { id: scenarioId } = made.scenario;
    expect(await bobs.nextOther(liveEvents.scenarios)).toMatchObject([{ id: scenarioId, name: "Few", revision: 1 }]);
    const draft = { name: "Fewer", inputs: { cloudComplianceAnnual: 50_000 }, currencyRate: 1 };
    await saveScenario(owner, scenarioId, { revision: 1, draft }, someOrigin());
    expect(await bobs.nextOther(liveEvents.scenarios)).toMatchObject([
      { name: "Fewer", revision: 2, changedBy: "Ada" },
    ]);
    // Another currency of the model is another figure of each scenario: 50,000 dollars are 46,000 euros at 0.92.
    const euros = { ...someDraft, currency: "EUR", currencyRate: 0.92, currencyRateDate: "2027-01-15" };
    await saveModel(owner, { revision: 1, draft: euros }, someOrigin());
    expect(await bobs.nextOther(liveEvents.scenarios)).toMatchObject([
      { inputs: { cloudComplianceAnnual: 46_000 }, currencyRate: 0.92, revision: 2 },
    ]);
    await deleteScenario(owner, scenarioId, 2, someOrigin());
    expect(await bobs.nextOther(liveEvents.scenarios)).toEqual([]);
    // Four events, each within two seconds of what it tells.
    expect(performance.now() - start).toBeLessThan(8_000);
    bobs.leave();
  });

  it("sends no scenarios to anyone who did not ask for them, nor to whom the model is no longer shared with", async () => {
    const silent = await open(bob, viewer);
    const asking = await open(bob, viewer, 1, true);
    expect(await asking.nextOther(liveEvents.scenarios)).toEqual([]);
    const sharing = await listSharing(owner);
    await removeShare(owner, sharing?.people.rows.find(({ role }) => role === "viewer")?.shareId ?? "", someOrigin());
    await createScenario(owner, { name: "Secret", inputs: {}, currencyRate: 1 }, someOrigin());
    expect(await asking.nextOther(liveEvents.scenarios)).toBe("ended");
    expect(await silent.next(liveEvents.scenarios)).toBe("ended");
  });

  it("ends with nothing more of the model for whom it is no longer shared with", async () => {
    const bobs = await open(bob, viewer);
    await bobs.next(liveEvents.people);
    const sharing = await listSharing(owner);
    await removeShare(owner, sharing?.people.rows.find(({ role }) => role === "viewer")?.shareId ?? "", someOrigin());
    expect(await bobs.next(liveEvents.gone)).toBeNull();
    expect(await bobs.next(liveEvents.model)).toBe("ended");
  });

  it("tells what one may do with the model at first, and whenever that changes", async () => {
    const bobs = await open(bob, viewer);
    const none = { canComment: false, canEdit: false, canShare: false, canUnarchive: false };
    expect(await bobs.next(liveEvents.rights)).toEqual({ ...none, isArchived: false });
    const sharing = await listSharing(owner);
    const share = sharing?.people.rows.find(({ role }) => role === "viewer")?.shareId ?? "";
    await changeRole(owner, share, "editor", someOrigin());
    expect(await bobs.next(liveEvents.rights)).toEqual({ ...none, isArchived: false, canComment: true, canEdit: true });
    bobs.leave();
  });

  it("tells within two seconds a member whose role changes, and who is removed", async () => {
    const { user: carol } = await newPerson("Carol");
    const organisation = await organisationOf(ada);
    await addMember(organisation, carol, "member");
    const { organisationId } = organisation;
    const running = await authorizeOrganisation(ada, organisationId, "organisation:manage");
    if (running === null || running === "refused") throw new Error("Ada runs it");
    const carols = await open(carol as SessionUser, await proven(carol, "view"));
    expect(await carols.next(liveEvents.rights)).toMatchObject({ canComment: true, canEdit: false, canShare: false });
    await carols.next(liveEvents.people);
    const start = performance.now();
    await changeMemberRole(running, confirmed(running.user), carol.id, "admin", someOrigin());
    expect(await carols.next(liveEvents.rights)).toMatchObject({ canEdit: true, canShare: true });
    await removeMember(running, confirmed(running.user), carol.id, someOrigin());
    expect(await carols.next(liveEvents.gone)).toBeNull();
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  it("ends within two seconds where the session was ended, which is not told as if the model were gone", async () => {
    const bobs = await open(bob, viewer);
    await bobs.next(liveEvents.people);
    const start = performance.now();
    await endSession(bobsToken, someOrigin());
    expect(await bobs.next(liveEvents.signedOut)).toBeNull();
    expect(performance.now() - start).toBeLessThan(2_000);
    await save(72_000);
    expect(await bobs.next(liveEvents.model)).toBe("ended");
  });

  it("ends where the connection that listens dies, and a new one works", async () => {
    const bobs = await open(bob, viewer);
    await bobs.next(liveEvents.people);
    const superuser = new pg.Client({ connectionString: databaseUrls().superuserUrl });
    await superuser.connect();
    await superuser.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen model_changes'",
    );
    await superuser.end();
    expect(await bobs.next(liveEvents.model)).toBe("ended");
    const again = await open(bob, viewer);
    await again.next(liveEvents.people);
    await save(73_000);
    expect(await again.next(liveEvents.model)).toMatchObject({ inputs: { users: 73_000 } });
    again.leave();
  });
});

describe("presence", () => {
  const forged = () => forge(owner, mallory);
  const namesFor = async (access: ShareAccess) => {
    const present = await inScope(access.scope, (tx) => readPeople(tx, access));
    return peopleFor(access.user.id, present);
  };

  it("cannot be entered or seen by anyone who does not see the model, nor in another's name", async () => {
    await expect(enterModels(mallory, [forged()])).rejects.toThrow();
    await enterModels(ada, [owner]);
    expect(await namesFor(forged())).toEqual(here());
    await expect(enterModels(altered(bob, { name: "Ada" }), [viewer])).rejects.toThrow();
    expect(await namesFor(owner)).toEqual(here({ name: "Ada", isYou: true }));
  });

  it("ends for who was not seen for a while", async () => {
    const [presence = ""] = await enterModels(bob, [viewer]);
    expect(await namesFor(owner)).toEqual(here({ name: "Bob", isYou: false }));
    await inScope(viewer.scope, (tx) =>
      tx.presence.updateMany({ where: { id: presence }, data: { seenAt: new Date(Date.now() - 60_000) } }),
    );
    expect(await namesFor(owner)).toEqual(here());
  });
});
