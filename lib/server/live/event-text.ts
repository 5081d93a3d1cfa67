import "server-only";
import { eventData, type LiveEvent, liveEvents } from "@/lib/live/events";

const encoder = new TextEncoder();

/** An event of a model as it goes over the wire. Made once for all who are sent the same. */
export function modelEvent(event: LiveEvent, modelId: string, what: unknown): Uint8Array {
  return encoder.encode(`event: ${liveEvents[event]}\ndata: ${eventData(modelId, what)}\n\n`);
}

/** One that ends a whole stream. */
export function lastEvent(event: "signedOut" | "replaced"): Uint8Array {
  return encoder.encode(`event: ${liveEvents[event]}\ndata: null\n\n`);
}

/** How soon browsers come back where a stream breaks, ms. */
export const retryText = encoder.encode("retry: 1000\n\n");
/** Shows proxies, and those who have gone without a word, that the stream is alive. */
export const beatText = encoder.encode(": still here\n\n");
