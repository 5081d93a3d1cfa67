import "server-only";
import { setImmediate } from "node:timers/promises";
import type { Follow } from "@/lib/live/events";
import { proveReaders, type Reader, type ViewAccess } from "@/lib/server/access/model";
import type { SessionUser } from "@/lib/server/access/person";
import { logger } from "@/lib/server/runtime/logger";
import { inScope } from "@/lib/server/runtime/scope";
import { beatText } from "./event-text";
import type { FollowedFigures } from "./figure-followers";
import type { Follower } from "./model-followers";
import { sweepPresences, touchPresences } from "./sql";

export interface OpenStream {
  user: SessionUser;
  models: Map<string, { follower: Follower; unfollow: () => void; presence: string | undefined }>;
  /** Models that too many follow: they are taken as soon as there is room. */
  noRoom: Map<string, Follow>;
  /** The figures that it follows, by their organisation. */
  figures: Map<string, FollowedFigures>;
  /** When it last had a heartbeat. */
  beatAt: number;
  write: (text: Uint8Array) => void;
  end: (why?: "signedOut" | "replaced") => void;
  take: (proven: readonly { access: ViewAccess; asked: Follow }[]) => Promise<void>;
  drop: (id: string, why: "gone") => void;
}

/**
 * So many streams of a person may be open on one server: each browser of theirs needs one. One more ends the oldest, and is not refused
 * itself: the person sits before the newest, and the oldest may be left by a device that went away without a word.
 */
export const mostStreams = 10;
/** How often a stream proves anew that its person may read on, where nothing happens meanwhile, ms. */
const heartbeat = 15_000;
/** Those that are due are proven together, ms. */
const tick = 1_000;
/** So many at once; the others follow a tick later. */
const mostAtOnce = 500;
const slice = 50;

const streams = new Set<OpenStream>();
const ofPerson = new Map<string, Set<OpenStream>>();
let timer: ReturnType<typeof setInterval> | undefined;
let isBeating = false;
let sweptAt = 0;

/** Counts a stream in, and ends the oldest of its person where there are too many. */
export function admitStream(stream: OpenStream): void {
  const own = ofPerson.get(stream.user.id) ?? new Set();
  ofPerson.set(stream.user.id, own.add(stream));
  streams.add(stream);
  // Those that open at once, as after a restart, do not all have their heartbeats at once.
  stream.beatAt = Date.now() - Math.random() * heartbeat;
  timer ??= setInterval(() => void beat(), tick).unref();
  const [oldest] = own;
  if (own.size > mostStreams) oldest?.end("replaced");
}

export function removeStream(stream: OpenStream): void {
  streams.delete(stream);
  const own = ofPerson.get(stream.user.id);
  own?.delete(stream);
  if (own?.size === 0) ofPerson.delete(stream.user.id);
  if (streams.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

/** One heartbeat of all that are due. For a test, of all there are. */
export async function beat(all = false): Promise<void> {
  if (isBeating) return;
  const now = Date.now();
  const due = [...streams]
    .filter(({ beatAt }) => all || now - beatAt >= heartbeat)
    .sort((a, b) => a.beatAt - b.beatAt)
    .slice(0, mostAtOnce);
  if (due.length === 0) return;
  isBeating = true;
  for (const stream of due) stream.beatAt = now;
  try {
    await Promise.all(due.flatMap(({ figures }) => [...figures.values()].map(({ prove }) => prove())));
    await proveAnew(due, now);
    await writeBeats(due);
  } catch (error) {
    logger.warn({ err: error }, "the heartbeat of streams of events failed");
    // What is not proven does not go on.
    for (const stream of due) stream.end();
  } finally {
    isBeating = false;
  }
}

async function proveAnew(due: readonly OpenStream[], now: number): Promise<void> {
  const readers = due.flatMap((stream) =>
    [...stream.models.keys(), ...stream.noRoom.keys()].map((modelId) => ({ stream, user: stream.user, modelId })),
  );
  const [first] = readers;
  if (first === undefined) return;
  const presences = due.flatMap(({ models }) => [...models.values()].flatMap(({ presence }) => presence ?? []));
  const proofs = await inScope({ user: first.user.id }, async (tx) => {
    const found = await proveReaders(tx, readers satisfies readonly Reader[]);
    await touchPresences(tx, presences);
    if (now - sweptAt >= heartbeat) {
      sweptAt = now;
      await sweepPresences(tx);
    }
    return found;
  });
  for (const [index, { stream, modelId }] of readers.entries()) {
    if (index > 0 && index % slice === 0) await setImmediate();
    const proof = proofs[index] ?? "gone";
    const followed = stream.models.get(modelId);
    if (proof === "signedOut") stream.end(proof);
    else if (proof === "gone") stream.drop(modelId, proof);
    else if (followed === undefined) await takeUp(stream, proof);
    else followed.follower.access = proof;
  }
}

async function writeBeats(due: readonly OpenStream[]): Promise<void> {
  for (const [index, stream] of due.entries()) {
    if (index > 0 && index % slice === 0) await setImmediate();
    stream.write(beatText);
  }
}

async function takeUp(stream: OpenStream, access: ViewAccess): Promise<void> {
  const asked = stream.noRoom.get(access.modelId);
  if (asked === undefined) return;
  try {
    await stream.take([{ access, asked }]);
  } catch (error) {
    logger.warn({ err: error }, "a stream of events could not follow one more model");
    stream.end();
  }
}
