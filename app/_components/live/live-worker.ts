import type { Follow } from "@/lib/live/events";
import { browserConnection, browserStream, type News, pulse } from "./browser-stream";

// A SharedWorker: one for all windows of an account in a browser. It holds their one stream of events.

/** What a window sends. */
export type FromWindow = { kind: "follow"; asked: Follow; isPulse: boolean } | { kind: "leave" };

/** What it hears: first that the worker lives, then the news. */
export type ToWindow = News | { event: "hello" };

/** Of the worker's global scope, which the types of pages do not know. */
interface WorkerScope {
  name: string;
  onconnect: ((event: MessageEvent) => void) | null;
}

const scope = self as unknown as WorkerScope;
// Its name is the person's id: another account in the same browser has a worker of its own.
const stream = browserStream(scope.name, browserConnection);
setInterval(stream.sweep, pulse);

scope.onconnect = ({ ports: [port] }) => {
  if (port === undefined) return;
  const send = (news: ToWindow) => port.postMessage(news);
  port.onmessage = ({ data }: MessageEvent<FromWindow>) => {
    if (data.kind === "follow") stream.follow(send, data.asked, data.isPulse);
    else stream.leave(send);
  };
  // Without the word, the window opens a stream of its own.
  if (typeof EventSource !== "undefined") send({ event: "hello" });
};
