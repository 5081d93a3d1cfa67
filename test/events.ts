import { type LiveEvent, readEventData } from "@/lib/live/events";

/** Reads a stream of events as a browser does, one after the other. */
export function readEvents(stream: ReadableStream<Uint8Array>, leave: () => void = () => {}) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";

  /** The next event of all, with whose it is. */
  async function nextOfAll(): Promise<{ event: string; modelId: string | null; content: unknown } | "ended"> {
    for (;;) {
      const match = /event: (\w+)\ndata: (.*)\n\n/.exec(text);
      if (match !== null) {
        text = text.slice(match.index + match[0].length);
        const [, event = "", data = ""] = match;
        if (data === "null") return { event, modelId: null, content: null };
        const { id: modelId, json } = readEventData(data);
        return { event, modelId, content: JSON.parse(json) };
      }
      const { value, done } = await reader.read();
      if (done) return "ended";
      text += decoder.decode(value);
    }
  }

  /** What the next event of that name carries, perhaps of one model. */
  async function next(kind: LiveEvent, ofModel?: string): Promise<unknown> {
    for (;;) {
      const event = await nextOfAll();
      if (event === "ended") return event;
      if (event.event === kind && (ofModel === undefined || event.modelId === ofModel)) return event.content;
    }
  }

  /** The next that says something else: what stands may come again, as when it was read while the stream began. */
  let last: string | undefined;
  async function nextOther(kind: LiveEvent): Promise<unknown> {
    for (;;) {
      const content = await next(kind);
      const words = JSON.stringify(content);
      if (words === last) continue;
      last = words;
      return content;
    }
  }
  return { next, nextOfAll, nextOther, leave };
}
