import "server-only";
import { setImmediate, setTimeout as wait } from "node:timers/promises";
import type { ModelRights } from "@/lib/live/events";
import type { ViewAccess } from "@/lib/server/access/model";
import type { SessionUser } from "@/lib/server/access/person";
import { rightsIn } from "@/lib/server/models/model-row";
import { logger } from "@/lib/server/runtime/logger";
import { modelEvent } from "./event-text";
import { type ModelChange, subscribe } from "./model-changes";
import { peopleFor } from "./presence";
import { type ReadOnce, readOnce } from "./read-once";

/** What one stream follows of one model. */
export interface Follower {
  user: SessionUser;
  /** The newest proof. */
  access: ViewAccess;
  /** Whether it wants the scenarios too. */
  scenarios: boolean;
  /** What it has been sent. */
  shown: { revision: number; rights: string; rate: number; people: string };
  /** What has happened and is not yet sent; many changes in a row are one. */
  waiting: Set<ModelChange>;
  send: (text: Uint8Array) => void;
  /** Nothing more comes of this model: it is not there for the reader, their session has ended, or the connection that listens was lost. */
  end: (why: "gone" | "signedOut" | "lost") => void;
}

interface Hub {
  modelId: string;
  followers: Set<Follower>;
  unsubscribe: Promise<() => void>;
  isBusy: boolean;
  /** When the list of people may be sent again. */
  peopleAt: number;
  peopleTimer: ReturnType<typeof setTimeout> | undefined;
}

/** So many streams of a server may follow one model: what a save costs has a bound. A test lowers it. */
export const followerLimit = { ofModel: 1_000 };
/** So many are written to before other requests have their turn. */
const slice = 20;
/** After a change is sent to so many, the next waits, ms a follower; meanwhile changes gather. */
const rest = 0.5;
/** The list of people is sent no more often than this, ms: five hundred who come in a second are one event. */
const peopleEvery = 1_000;

const hubs = new Map<string, Hub>();

/**
 * Follows a model until what is returned is called, or the follower's `end` was. What stands is sent at first, where it is newer than what
 * the follower has been shown.
 *
 * @returns "full" where no more may follow it
 * @throws where the database cannot be reached
 */
export async function follow(follower: Follower): Promise<(() => void) | "full"> {
  const { modelId } = follower.access;
  const hub = hubs.get(modelId) ?? newHub(follower.access);
  if (hub.followers.size >= followerLimit.ofModel) return "full";
  hub.followers.add(follower);
  try {
    await hub.unsubscribe;
  } catch (error) {
    drop(hub, follower);
    throw error;
  }
  happen(hub, [follower], "model");
  if (follower.scenarios) happen(hub, [follower], "scenarios");
  return () => drop(hub, follower);
}

function newHub({ modelId, organisationId }: ViewAccess): Hub {
  const hub: Hub = {
    modelId,
    followers: new Set(),
    unsubscribe: subscribe([modelId, organisationId], {
      onChange: (change) => (change === "people" ? peopleChanged(hub) : happen(hub, hub.followers, change)),
      onEnd: () => endAll(hub, "lost"),
    }),
    isBusy: false,
    peopleAt: 0,
    peopleTimer: undefined,
  };
  hubs.set(modelId, hub);
  return hub;
}

function drop(hub: Hub, follower: Follower): void {
  hub.followers.delete(follower);
  if (hub.followers.size > 0) return;
  clearTimeout(hub.peopleTimer);
  if (hubs.get(hub.modelId) === hub) hubs.delete(hub.modelId);
  hub.unsubscribe.then(
    (unsubscribe) => unsubscribe(),
    () => {},
  );
}

function endAll(hub: Hub, why: "lost"): void {
  for (const follower of [...hub.followers]) follower.end(why);
}

function peopleChanged(hub: Hub): void {
  if (hub.peopleTimer !== undefined) return;
  const send = () => {
    hub.peopleTimer = undefined;
    hub.peopleAt = Date.now() + peopleEvery;
    happen(hub, hub.followers, "people");
  };
  const left = hub.peopleAt - Date.now();
  if (left <= 0) send();
  else hub.peopleTimer = setTimeout(send, left).unref();
}

function happen(hub: Hub, to: Iterable<Follower>, change: ModelChange): void {
  for (const follower of to) follower.waiting.add(change);
  void work(hub);
}

/** Sends what waits, to all at once, until nothing does. */
async function work(hub: Hub): Promise<void> {
  if (hub.isBusy) return;
  hub.isBusy = true;
  try {
    for (;;) {
      const waiting = [...hub.followers].filter((follower) => follower.waiting.size > 0);
      if (waiting.length === 0) return;
      await answer(hub, waiting);
      await wait(waiting.length * rest, undefined, { ref: false });
    }
  } catch (error) {
    logger.warn({ err: error }, "streams of events failed");
    endAll(hub, "lost");
  } finally {
    hub.isBusy = false;
  }
}

async function answer(hub: Hub, followers: readonly Follower[]): Promise<void> {
  const changes = followers.map(({ waiting }) => new Set(waiting));
  for (const { waiting } of followers) waiting.clear();
  const isChanged = (index: number) => changes[index]?.has("model") || changes[index]?.has("access") || false;
  const read = await readOnce(followers, {
    model: followers.some((_, index) => isChanged(index)),
    scenarios: followers.some((one, index) => one.scenarios && (isChanged(index) || changes[index]?.has("scenarios"))),
    people: changes.some((ofOne) => ofOne.has("people")),
  });
  const texts = textsOf(hub.modelId, read);
  for (const [index, follower] of followers.entries()) {
    if (index > 0 && index % slice === 0) await setImmediate();
    if (!hub.followers.has(follower)) continue;
    const proof = read.proofs[index] ?? "gone";
    if (typeof proof === "string") {
      follower.end(proof);
      continue;
    }
    follower.access = proof;
    sendTo(follower, changes[index] ?? new Set(), isChanged(index), texts);
  }
}

function sendTo(follower: Follower, changes: Set<ModelChange>, isChanged: boolean, texts: Texts): void {
  const { shown, access, send } = follower;
  const { model } = texts;
  if (isChanged && model !== null) {
    if (model.revision > shown.revision) {
      shown.revision = model.revision;
      send(texts.modelFor(access));
    }
    const rights = texts.rightsFor(access);
    if (rights.key !== shown.rights) {
      shown.rights = rights.key;
      send(rights.text);
    }
  }
  if (changes.has("comments")) send(texts.comments());
  if (changes.has("decision")) send(texts.decision());
  // What an organisation states is its own people's to read.
  if (changes.has("figures") && access.isMember) send(texts.figures());
  if (changes.has("people")) {
    const people = texts.peopleFor(follower.user.id);
    if (people.key !== shown.people) {
      shown.people = people.key;
      send(people.text);
    }
  }
  const scenarios = texts.scenarios();
  // Their figures are in the model's currency.
  if (follower.scenarios && scenarios !== null && (changes.has("scenarios") || model?.currencyRate !== shown.rate)) {
    shown.rate = model?.currencyRate ?? shown.rate;
    send(scenarios);
  }
}

type Texts = ReturnType<typeof textsOf>;

/** What is sent, written once for all who are sent the same. */
function textsOf(modelId: string, { model, scenarios, people }: ReadOnce) {
  const kept = new Map<string, Uint8Array>();
  const once = (key: string, write: () => Uint8Array): Uint8Array => {
    const text = kept.get(key) ?? write();
    kept.set(key, text);
    return text;
  };
  /** Its rights are one reader's: everybody gets their own. */
  const rightsFor = ({ role }: ViewAccess): ModelRights => rightsIn(role, model?.isArchived ?? false);
  return {
    model,
    modelFor: (access: ViewAccess) =>
      once(`model ${access.role}`, () => modelEvent("model", modelId, { ...model, ...rightsFor(access) })),
    rightsFor: (access: ViewAccess) => {
      const rights = rightsFor(access);
      const key = JSON.stringify(rights);
      return { key, text: once(`rights ${key}`, () => modelEvent("rights", modelId, rights)) };
    },
    comments: () => once("comments", () => modelEvent("comments", modelId, null)),
    decision: () => once("decision", () => modelEvent("decision", modelId, null)),
    figures: () => once("figures", () => modelEvent("figures", modelId, null)),
    scenarios: () => (scenarios === null ? null : once("scenarios", () => modelEvent("scenarios", modelId, scenarios))),
    peopleFor: (userId: string) => {
      const here = people === null ? { people: [], more: 0 } : peopleFor(userId, people);
      const key = JSON.stringify(here);
      return { key, text: once(`people ${key}`, () => modelEvent("people", modelId, here)) };
    },
  };
}
