import { type LiveEvent, readEventData } from "@/lib/live/events";

/** Reads a stream of events as a browser does, one after the other. */
export function readEvents(stream: ReadableStream<Uint8Array>, leave: () => void = () => {}) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";

  /** The next event of all, with whose it is. */
  async function nextOfAll(): Promise<{ event: string; modelId: string | null; content: unknown } | "ended"> {
    for (;;) {
      const found = /event: (\w+)\ndata: (.*)\n\n/.exec(text);
      if (found !== null) {
        text = text.slice(found.index + found[0].length);
        const [, event = "", data = ""] = found;
        if (data === "null") return { event, modelId: null, content: null };
        const { modelId, json } = readEventData(data);
        return { event, modelId, content: JSON.parse(json) };
      }
      const { value, done } = await reader.read();
      if (done) return "ended";
      text += decoder.decode(value);
    }
  }

  /** What the next event of that name carries, perhaps of one model. */
  async function next(wanted: LiveEvent, ofModel?: string): Promise<unknown> {
    for (;;) {
      const found = await nextOfAll();
      if (found === "ended") return found;
      if (found.event === wanted && (ofModel === undefined || found.modelId === ofModel)) return found.content;
    }
  }

  /** The next that says something else: what stands may come again, as when it was read while the stream began. */
  let last: string | undefined;
  async function nextOther(wanted: LiveEvent): Promise<unknown> {
    for (;;) {
      const content = await next(wanted);
      const words = JSON.stringify(content);
      if (words === last) continue;
      last = words;
      return content;
    }
  }
  return { next, nextOfAll, nextOther, leave };
}
