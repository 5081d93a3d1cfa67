import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Follow, liveEvents } from "@/lib/live/events";
import { authorizeModel, type ShareAccess } from "@/lib/server/access/model";
import { authorizeOrganisation, type OrganisationManageAccess } from "@/lib/server/access/organisation";
import type { SessionUser } from "@/lib/server/access/person";
import { endSession } from "@/lib/server/auth/sessions";
import { changeFigure, stateFigures } from "@/lib/server/figures/change-figure";
import { changeLine } from "@/lib/server/figures/change-line";
import { countChanges } from "@/lib/server/figures/get-figures";
import { removeMember } from "@/lib/server/organisations/change-membership";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { readEvents } from "@/test/events";
import { addMember, confirmed, newPerson, organisationOf, someModel, someOrigin } from "@/test/people";
import { eventStream } from "./event-stream";
import { closeListening } from "./model-changes";
import { beat } from "./open-streams";

let ada: SessionUser;
let guest: SessionUser;
let admin: OrganisationManageAccess;
let modelId: string;

async function someMember(name: string) {
  const { user, token } = await newPerson(name);
  await addMember(admin, user, "member");
  return { user: user as SessionUser, token };
}

async function open(user: SessionUser, ...follows: Follow[]) {
  const abort = new AbortController();
  return readEvents(await eventStream(user, follows, abort.signal), () => abort.abort());
}
const ofModel = (): Follow => ({ id: modelId, known: 1, scenarios: false });
const ofFigures = (): Follow => ({ id: admin.organisationId, known: 0, scenarios: false, isFigures: true });

let revision = 0;
async function stateUsers(value: number) {
  const outcome = await changeFigure(admin, "users", { revision, stated: { value } }, someOrigin());
  if (!outcome.ok) throw new Error("the figure was not stated");
  revision = outcome.revision;
}

beforeAll(async () => {
  ada = (await newPerson("Ada")).user as SessionUser;
  guest = (await newPerson("Guest")).user as SessionUser;
  const { organisationId } = await organisationOf(ada);
  const proof = await authorizeOrganisation(ada, organisationId, "organisation:manage");
  if (proof === null || proof === "refused") throw new Error("Ada runs it");
  admin = proof;
  modelId = await someModel(ada);
  const owner = (await authorizeModel(ada, modelId, "share")) as ShareAccess;
  const invited = await createInvitation(owner, { email: "guest@example.org", role: "editor" }, someOrigin());
  if (!invited.ok) throw new Error("no invitation");
  await acceptInvitation(guest, invited.link.slice(-43), someOrigin());
});
afterAll(closeListening);

describe("a changed figure of an organisation", () => {
  it("is told to a member who has one of its models open, and to no guest of it", async () => {
    const { user } = await someMember("Max");
    const [members, guests] = [await open(user, ofModel()), await open(guest, ofModel())];
    await members.next(liveEvents.rights);
    await guests.next(liveEvents.rights);
    await stateUsers(40_000);
    expect(await members.next(liveEvents.figures)).toBeNull();
    // A save after it is told to both; a guest has had nothing before.
    await changeFigure(admin, "horizonMonths", { revision: 0, stated: { value: 48 } }, someOrigin());
    await members.next(liveEvents.figures);
    members.leave();
    guests.leave();
    const heard: string[] = [];
    for (let one = await guests.nextOfAll(); one !== "ended"; one = await guests.nextOfAll()) heard.push(one.event);
    expect(heard).not.toContain(liveEvents.figures);
  });

  it("is told to who has its figures open, many at one stroke once, and counted", async () => {
    const { user } = await someMember("Mia");
    const members = await open(user, ofFigures());
    const before = await countChanges(admin);
    const changes = (["catalogueItems", "storedTB"] as const).map((key) => ({
      ...{ key, revision: 0, stated: { value: 50 } },
    }));
    expect(await stateFigures(admin, changes, someOrigin())).toEqual({ ok: true });
    expect(await members.nextOfAll()).toEqual({ event: "figures", modelId: admin.organisationId, content: null });
    expect(await countChanges(admin)).toBe(before + 2);
    const row = { label: "Audit", category: "software", architectures: ["cloud"], kind: "monthly", amount: 1 };
    const line = { table: "customLines" as const, key: "audit", revision: 0, stated: { row, isBegunWith: true } };
    await changeLine(admin, line, someOrigin());
    expect(await members.nextOfAll()).toMatchObject({ event: "figures" });
    members.leave();
    expect(await members.nextOfAll()).toBe("ended");
  });

  it("is told to nobody outside: not to a guest, nor to who has left or whose session has ended", async () => {
    const outside = await open(guest, ofFigures());
    expect(await outside.nextOfAll()).toMatchObject({ event: "gone" });
    expect(await outside.nextOfAll()).toBe("ended");

    const { user: leaver } = await someMember("Lea");
    const leavers = await open(leaver, ofFigures());
    await removeMember(admin, confirmed(ada), leaver.id, someOrigin());
    await stateUsers(41_000);
    expect(await leavers.nextOfAll()).toMatchObject({ event: "gone" });
    expect(await leavers.nextOfAll()).toBe("ended");

    const { user, token } = await someMember("Sam");
    const signedOut = await open(user, ofFigures());
    await endSession(token, someOrigin());
    // Nothing happens: a heartbeat finds it.
    await beat(true);
    expect(await signedOut.nextOfAll()).toMatchObject({ event: "signedOut" });
    expect(await signedOut.nextOfAll()).toBe("ended");
  });
});
