import type { Follow } from "@/lib/live/events";
import { browserConnection, browserStream, type News, pulse } from "./browser-stream";

// A SharedWorker: one for all windows of an account in a browser. It holds their one stream of events.

/** What a window sends. */
export type FromWindow = { kind: "follow"; request: Follow; isPulse: boolean } | { kind: "leave" };

/** What it receives: first that the worker runs, then the events. */
export type ToWindow = News | { event: "hello" };

/** Of the worker's global scope, which the types of pages do not know. */
interface WorkerScope {
  name: string;
  onconnect: ((event: MessageEvent) => void) | null;
}

const scope = self as unknown as WorkerScope;
// Its name is the person's id: another account in the same browser has its own worker.
const stream = browserStream(scope.name, browserConnection);
setInterval(stream.sweep, pulse);

scope.onconnect = ({ ports: [port] }) => {
  if (port === undefined) return;
  const send = (news: ToWindow) => port.postMessage(news);
  port.onmessage = ({ data }: MessageEvent<FromWindow>) => {
    if (data.kind === "follow") stream.follow(send, data.request, data.isPulse);
    else stream.leave(send);
  };
  // Without this message, the window opens its own stream.
  if (typeof EventSource !== "undefined") send({ event: "hello" });
};
