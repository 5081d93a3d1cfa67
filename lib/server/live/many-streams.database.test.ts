import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { liveEvents } from "@/lib/live/events";
import { authorizeModel, type ShareAccess } from "@/lib/server/access/model";
import { type SessionUser, userOfSession } from "@/lib/server/access/person";
import { beginSession, endSession } from "@/lib/server/auth/sessions";
import { saveModel } from "@/lib/server/models/save-model";
import { countStatements } from "@/test/database/count-statements";
import { readEvents } from "@/test/events";
import { addMember, newPerson, organisationOf, someDraft, someModel, someOrigin } from "@/test/people";
import { eventStream } from "./event-stream";
import { closeListening } from "./model-changes";
import { followerLimit } from "./model-followers";
import { beat, mostStreams } from "./open-streams";

const manyPeople = 15;
let ada: SessionUser;
let people: SessionUser[];
let id: string;
let owner: ShareAccess;
let revision: number;
const opened: AbortController[] = [];
const limit = followerLimit.ofModel;

beforeAll(async () => {
  ada = (await newPerson("Ada")).user as SessionUser;
  const organisation = await organisationOf(ada);
  people = [];
  for (let n = 0; n < manyPeople; n++) {
    const { user } = await newPerson(`Person${n}`);
    await addMember(organisation, user, "member");
    people.push(user as SessionUser);
  }
}, 120_000);

beforeEach(async () => {
  id = await someModel(ada);
  owner = (await authorizeModel(ada, id, "share")) as ShareAccess;
  revision = 1;
});

afterEach(() => {
  followerLimit.ofModel = limit;
  for (const abort of opened.splice(0)) abort.abort();
});
afterAll(closeListening);

async function open(user: SessionUser, ...ids: string[]) {
  const abort = new AbortController();
  opened.push(abort);
  const follows = ids.map((id) => ({ id, known: 1, scenarios: false }));
  return readEvents(await eventStream(user, follows, abort.signal), () => abort.abort());
}

const openMany = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => open(people[n % manyPeople] as SessionUser, id)));

async function save(users: number): Promise<void> {
  await saveModel(owner, { revision, draft: { ...someDraft, inputs: { users } } }, someOrigin());
  revision += 1;
}

const quiet = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("many streams of one model", () => {
  it("cost no more statements after a save than one does, and each hears of it", async () => {
    // Nobody has more than their ten.
    const one = await open(people[manyPeople - 1] as SessionUser, id);
    await one.next(liveEvents.people);
    await quiet(1_500);
    const alone = await countStatements(async () => {
      await save(61_000);
      expect(await one.next(liveEvents.model)).toMatchObject({ inputs: { users: 61_000 } });
    });
    // The spy sees the statements: a save alone has a good many.
    expect(alone).toBeGreaterThan(10);

    const streams = await openMany(149);
    await Promise.all(streams.map((stream) => stream.next(liveEvents.people)));
    await quiet(1_500);
    const together = await countStatements(async () => {
      await save(62_000);
      const heard = await Promise.all([one, ...streams].map((stream) => stream.next(liveEvents.model)));
      for (const model of heard) expect(model).toMatchObject({ inputs: { users: 62_000 }, canShare: false });
    });
    // One more reading at the most, where the notice of the save comes in two parts.
    expect(together).toBeLessThanOrEqual(alone + 15);
    expect(await countStatements(() => beat(true))).toBeLessThanOrEqual(8);
  }, 60_000);

  it("that open at once read the list of people a few times, and close with a few statements", async () => {
    const reading = /select.*presences.*order by/i;
    const begun = performance.now();
    const read = await countStatements(async () => {
      const streams = await openMany(120);
      const last = streams[119];
      // The list names ten, and says how many more there are beside the reader.
      for (;;) {
        const here = (await last?.next(liveEvents.people)) as { people: unknown[]; more: number };
        if (here.people.length + here.more >= manyPeople - 1) break;
      }
    }, reading);
    // At once, then once a second at the most.
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(2 + (performance.now() - begun) / 1_000);
    const leaving = await countStatements(async () => {
      for (const abort of opened.splice(0)) abort.abort();
      await quiet(1_500);
    });
    // Two statements and what surrounds them, a few times over where a busy machine spreads the leaving; never one a stream.
    expect(leaving).toBeLessThanOrEqual(24);
  }, 60_000);

  it("give each reader their own rights of the one model that was read", async () => {
    const [adas, members] = [await open(ada, id), await open(people[1] as SessionUser, id)];
    await save(63_000);
    expect(await adas.next(liveEvents.model)).toMatchObject({
      inputs: { users: 63_000 },
      canEdit: true,
      canShare: true,
    });
    expect(await members.next(liveEvents.model)).toMatchObject({
      inputs: { users: 63_000 },
      canComment: true,
      canEdit: false,
      canShare: false,
    });
  });
});

describe("limits", () => {
  it("end a person's oldest stream where they open too many, which says so", async () => {
    const bob = people[2] as SessionUser;
    const streams = [];
    for (let n = 0; n < mostStreams; n++) streams.push(await open(bob, id));
    const other = await open(people[3] as SessionUser, id);
    const newest = await open(bob, id);
    expect(await streams[0]?.next(liveEvents.replaced)).toBeNull();
    expect(await streams[0]?.next(liveEvents.model)).toBe("ended");
    await save(64_000);
    for (const stream of [...streams.slice(1), other, newest]) {
      expect(await stream.next(liveEvents.model)).toMatchObject({ inputs: { users: 64_000 } });
    }
  });

  it("say that a model has no room, and take the stream once it has", async () => {
    followerLimit.ofModel = 1;
    const other = await someModel(ada);
    const first = await open(people[4] as SessionUser, id);
    await first.next(liveEvents.rights);
    const second = await open(people[5] as SessionUser, id, other);
    expect(await second.next(liveEvents.full, id)).toBeNull();
    expect(await second.next(liveEvents.rights, other)).toMatchObject({ canComment: true });
    await beat(true);
    first.leave();
    await beat(true);
    expect(await second.next(liveEvents.rights, id)).toMatchObject({ canComment: true });
    await save(65_000);
    expect(await second.next(liveEvents.model, id)).toMatchObject({ inputs: { users: 65_000 } });
  });
});

describe("a stream of several models", () => {
  it("tells of each, and goes on with the others where one is lost", async () => {
    const stranger = await newPerson("Mallory");
    const theirs = await someModel(stranger.user);
    const other = await someModel(ada);
    const stream = await open(people[6] as SessionUser, id, theirs, other);
    expect(await stream.next(liveEvents.gone)).toBeNull();
    await save(66_000);
    expect(await stream.next(liveEvents.model, id)).toMatchObject({ id, inputs: { users: 66_000 } });
    const access = (await authorizeModel(ada, other, "share")) as ShareAccess;
    await saveModel(access, { revision: 1, draft: { ...someDraft, inputs: { users: 67_000 } } }, someOrigin());
    expect(await stream.next(liveEvents.model, other)).toMatchObject({ id: other, inputs: { users: 67_000 } });
  });

  it("sends nothing of what its person may not see, and ends where that is all", async () => {
    const stranger = await newPerson("Mallory");
    const theirs = await someModel(stranger.user);
    const stream = await open(people[7] as SessionUser, theirs);
    expect(await stream.nextOfAll()).toEqual({ event: "gone", modelId: theirs, content: null });
    expect(await stream.nextOfAll()).toBe("ended");
  });

  it("ends as a whole with its session, and no other session of the person does", async () => {
    const bob = people[8] as SessionUser;
    const token = await beginSession(bob.id, someOrigin());
    const elsewhere = (await userOfSession(token)) as SessionUser;
    const other = await someModel(ada);
    const [ending, lasting] = [await open(elsewhere, id, other), await open(bob, id)];
    await ending.next(liveEvents.people);
    await lasting.next(liveEvents.people);
    await endSession(token, someOrigin());
    expect(await ending.next(liveEvents.signedOut)).toBeNull();
    expect(await ending.next(liveEvents.model)).toBe("ended");
    await save(68_000);
    expect(await lasting.next(liveEvents.model)).toMatchObject({ inputs: { users: 68_000 } });
  });
});
