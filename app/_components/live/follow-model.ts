import type { Follow } from "@/lib/live/events";
import { browserConnection, browserStream, type Listener } from "./browser-stream";
import type { FromWindow, ToWindow } from "./live-worker";

export interface Following {
  /** Reports that the window is alive (`isPulse`), or retries after a refusal. */
  renew: (known: number, isPulse: boolean) => void;
  leave: () => void;
}

/** A worker that has not answered by then does not work here, ms. */
const patience = 5_000;
/** Streams of this window alone, where there is no SharedWorker: one for each account, of which there is one. */
const own = new Map<string, ReturnType<typeof browserStream>>();

/**
 * Follows a model by the one stream that all windows of the browser share; by one of this window's own where the
 * browser has no SharedWorker (docs/decisions/050-live-updates.md).
 */
export function followModel(personId: string, request: Follow, listener: Listener): Following {
  const shared = openWorker(personId);
  if (shared === null) return followAlone(personId, request, listener);
  const { port } = shared;
  let known = request.known;
  let alone: Following | null = null;
  const send = (message: FromWindow) => port.postMessage(message);
  const timer = setTimeout(giveUp, patience);
  function giveUp(): void {
    clearTimeout(timer);
    if (alone !== null) return;
    port.onmessage = null;
    send({ kind: "leave" });
    alone = followAlone(personId, { ...request, known }, listener);
  }
  shared.onerror = giveUp;
  port.onmessage = ({ data }: MessageEvent<ToWindow>) => {
    if (data.event === "hello") clearTimeout(timer);
    else listener(data);
  };
  send({ kind: "follow", request, isPulse: false });
  return {
    renew: (revision, isPulse) => {
      known = revision;
      if (alone === null) send({ kind: "follow", request: { ...request, known }, isPulse });
      else alone.renew(known, isPulse);
    },
    leave: () => {
      clearTimeout(timer);
      shared.onerror = null;
      send({ kind: "leave" });
      port.close();
      alone?.leave();
    },
  };
}

function openWorker(personId: string): SharedWorker | null {
  if (typeof SharedWorker === "undefined") return null;
  try {
    return new SharedWorker(new URL("./live-worker.ts", import.meta.url), { name: personId });
  } catch {
    return null;
  }
}

function followAlone(personId: string, request: Follow, listener: Listener): Following {
  const stream = own.get(personId) ?? browserStream(personId, browserConnection);
  own.set(personId, stream);
  // A window may follow twice with one listener: each has its own seat.
  const seat: Listener = (news) => listener(news);
  stream.follow(seat, request);
  return {
    renew: (known, isPulse) => stream.follow(seat, { ...request, known }, isPulse),
    leave: () => stream.leave(seat),
  };
}
