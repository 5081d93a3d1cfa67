import "server-only";
import type { Follow } from "@/lib/live/events";
import { proveReaders, type ViewAccess } from "@/lib/server/access/model";
import type { SessionUser } from "@/lib/server/access/person";
import { logger } from "@/lib/server/runtime/logger";
import { inScope } from "@/lib/server/runtime/scope";
import { lastEvent, modelEvent, retryText } from "./event-text";
import { followFigures } from "./figure-followers";
import { type Follower, follow } from "./model-followers";
import { admitStream, type OpenStream, removeStream } from "./open-streams";
import { enterModels, leaveModels } from "./presence";

/** A reader who takes nothing holds so much of the server's memory at most, bytes; then the stream ends, and a browser that lives comes back. */
const mostUnread = 2 * 1024 * 1024;

/**
 * What happens to some models and to the figures of some organisations, as server-sent events, for as long as their reader may see them: session and access are proven anew
 * before each event, and at each heartbeat. A model that is lost ends with "gone"; the whole stream ends with the session, where the
 * connection that listens dies, and where the person opens too many others.
 *
 * @throws where the database cannot be reached
 */
export async function eventStream(
  user: SessionUser,
  follows: readonly Follow[],
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isOver = false;

  const stream: OpenStream = {
    ...{ user, models: new Map(), noRoom: new Map(), figures: new Map(), beatAt: 0 },
    ...{ write, end, take, drop },
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      cancel: () => end(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostUnread }),
  );

  function write(text: Uint8Array): void {
    if (isOver || controller === undefined) return;
    controller.enqueue(text);
    if ((controller.desiredSize ?? 0) <= 0) end();
  }

  function end(why?: "signedOut" | "replaced"): void {
    if (isOver) return;
    if (why !== undefined) write(lastEvent(why));
    isOver = true;
    removeStream(stream);
    signal.removeEventListener("abort", abort);
    const ids = [...stream.models.values()].flatMap(({ presence }) => presence ?? []);
    for (const { unfollow } of stream.models.values()) unfollow();
    stream.models.clear();
    for (const { unfollow } of stream.figures.values()) unfollow();
    stream.figures.clear();
    try {
      controller?.close();
    } catch {
      // Cancelled by the reader, which is as good.
    }
    if (ids.length > 0) leaveModels(user, ids).catch(logFault);
  }
  const abort = () => end();

  /** Nothing more comes of one model, or of the figures of one organisation. */
  function drop(id: string, why: "gone"): void {
    const followed = stream.models.get(id);
    stream.models.delete(id);
    stream.noRoom.delete(id);
    write(modelEvent(why, id, null));
    followed?.unfollow();
    stream.figures.get(id)?.unfollow();
    stream.figures.delete(id);
    if (followed?.presence !== undefined) leaveModels(user, [followed.presence]).catch(logFault);
    endWhereNothingIsLeft();
  }

  function endWhereNothingIsLeft(): void {
    if (stream.models.size === 0 && stream.noRoom.size === 0 && stream.figures.size === 0) end();
  }

  /** Follows models whose proofs are given, those for which there is room, and shows the person there. */
  async function take(proven: readonly { access: ViewAccess; asked: Follow }[]): Promise<void> {
    const taken: ViewAccess[] = [];
    for (const { access, asked } of proven) {
      const { modelId } = access;
      const follower: Follower = {
        user,
        access,
        scenarios: asked.scenarios,
        shown: { revision: asked.known, rights: "", rate: Number.NaN, people: "" },
        waiting: new Set(),
        send: write,
        end: (why) => (why === "gone" ? drop(modelId, why) : end(why === "signedOut" ? why : undefined)),
      };
      const unfollow = await follow(follower);
      if (unfollow === "full") {
        if (!stream.noRoom.has(modelId)) write(modelEvent("full", modelId, null));
        stream.noRoom.set(modelId, asked);
      } else if (isOver) {
        unfollow();
      } else {
        stream.noRoom.delete(modelId);
        stream.models.set(modelId, { follower, unfollow, presence: undefined });
        taken.push(access);
      }
    }
    if (taken.length === 0 || isOver) return;
    const ids = await enterModels(user, taken);
    const unused = ids.filter((id, index) => {
      const followed = stream.models.get(taken[index]?.modelId ?? "");
      if (followed !== undefined && !isOver) followed.presence = id;
      return followed === undefined || isOver;
    });
    if (unused.length > 0) await leaveModels(user, unused);
  }

  /** Follows the figures of an organisation that the person belongs to. */
  async function takeFigures(organisationId: string): Promise<void> {
    const followed = await followFigures({
      ...{ user, organisationId, send: write },
      end: (why) => (why === "gone" ? drop(organisationId, why) : end(why === "signedOut" ? why : undefined)),
    });
    if (isOver) followed.unfollow();
    else stream.figures.set(organisationId, followed);
    await followed.prove();
  }

  const models = follows.filter(({ isFigures }) => !isFigures);
  const readers = models.map(({ id }) => ({ user, modelId: id }));
  const proofs = readers.length === 0 ? [] : await inScope({ user: user.id }, (tx) => proveReaders(tx, readers));
  if (signal.aborted) {
    end();
    return body;
  }
  signal.addEventListener("abort", abort);
  admitStream(stream);
  write(retryText);
  const proven: { access: ViewAccess; asked: Follow }[] = [];
  for (const [index, asked] of models.entries()) {
    const access = proofs[index];
    if (access === "signedOut") end(access);
    else if (access === "gone" || access === undefined) write(modelEvent("gone", asked.id, null));
    else proven.push({ access, asked });
  }
  try {
    await take(proven);
    for (const { id, isFigures } of follows) if (isFigures && !isOver) await takeFigures(id);
    endWhereNothingIsLeft();
  } catch (error) {
    end();
    throw error;
  }
  return body;
}

function logFault(error: unknown): void {
  logger.warn({ err: error }, "the end of a stream of events was not noted");
}
