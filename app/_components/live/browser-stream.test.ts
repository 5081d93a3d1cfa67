import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { eventData, type LiveEvent } from "@/lib/live/events";
import { browserStream, type Listener, pulse } from "./browser-stream";

const first = "11111111-1111-4111-8111-111111111111";
const second = "22222222-2222-4222-8222-222222222222";

/** Takes the place of the browser's EventSource: a test sends the events. */
class Source extends EventTarget {
  readyState = 0;
  constructor(readonly address: string) {
    super();
  }
  get follows(): string[] {
    return new URL(this.address, "http://localhost").searchParams.getAll("follow");
  }
  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }
  breaks(): void {
    this.readyState = 0;
    this.dispatchEvent(new Event("error"));
  }
  isRefused(): void {
    this.readyState = 2;
    this.dispatchEvent(new Event("error"));
  }
  says(event: LiveEvent, modelId?: string, what: unknown = null): void {
    const data = modelId === undefined ? "null" : eventData(modelId, what);
    this.dispatchEvent(new MessageEvent(event, { data }));
  }
  close(): void {
    this.readyState = 2;
  }
}

let sources: Source[];
let status: number | null;
let stream: ReturnType<typeof browserStream>;
const open = () => sources.filter(({ readyState }) => readyState !== 2);
const newest = () => sources.at(-1) as Source;

function sit() {
  const heard: string[] = [];
  const listener: Listener = ({ event, json }) => heard.push(json === "null" ? event : `${event} ${json}`);
  return { heard, listener };
}

beforeEach(() => {
  vi.useFakeTimers();
  sources = [];
  status = 200;
  stream = browserStream("person", {
    open: (address) => {
      const source = new Source(address);
      sources.push(source);
      return source as unknown as EventSource;
    },
    statusOf: async () => status,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const follow = (listener: Listener, modelId: string, known = 1, scenarios = false) =>
  stream.follow(listener, { id: modelId, known, scenarios });

/** Two windows, of which one shows the first model and the other the second. */
async function sitAtBoth() {
  const [one, two] = [sit(), sit()];
  follow(one.listener, first);
  follow(two.listener, second);
  await vi.advanceTimersByTimeAsync(100);
  return [one, two] as const;
}

describe("the one stream of a browser", () => {
  it("follows what all windows show, each once, from the oldest revision that one of them knows", async () => {
    const [one, two, three] = [sit(), sit(), sit()];
    follow(one.listener, first, 7);
    follow(two.listener, second, 3);
    follow(three.listener, first, 5, true);
    await vi.advanceTimersByTimeAsync(100);
    expect(sources).toHaveLength(1);
    expect(newest().address).toMatch(/^\/events\?person=person&/);
    expect(newest().follows).toEqual([`${first}.5.scenarios`, `${second}.3`]);
  });

  it("gives each window what is its model's and nothing else", async () => {
    const [one, two] = await sitAtBoth();
    newest().opens();
    newest().says("model", first, { revision: 2 });
    newest().says("comments", second);
    expect(one.heard).toEqual(["open", 'model {"revision":2}']);
    expect(two.heard).toEqual(["open", "comments"]);
  });

  it("follows the figures of an organisation beside models, and tells of them to who shows them alone", async () => {
    const [one, figures] = [sit(), sit()];
    follow(one.listener, first, 7);
    stream.follow(figures.listener, { id: second, known: 0, scenarios: false, isFigures: true });
    await vi.advanceTimersByTimeAsync(100);
    expect(newest().follows).toEqual([`${second}.figures`, `${first}.7`]);
    newest().opens();
    newest().says("figures", second);
    newest().says("figures", first);
    expect(figures.heard).toEqual(["open", "figures"]);
    expect(one.heard).toEqual(["open", "figures"]);
    // It is no state: a window that comes later reads them anyway.
    const later = sit();
    stream.follow(later.listener, { id: second, known: 0, scenarios: false, isFigures: true });
    await vi.advanceTimersByTimeAsync(100);
    expect(later.heard).toEqual(["open"]);
  });

  it("is not opened anew for a window that shows what is followed already, which hears how things stand", async () => {
    const [one, two] = [sit(), sit()];
    follow(one.listener, first);
    await vi.advanceTimersByTimeAsync(100);
    newest().opens();
    newest().says("model", first, { revision: 2 });
    newest().says("people", first, { people: [], more: 4 });
    newest().says("comments", first);
    follow(two.listener, first);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sources).toHaveLength(1);
    expect(two.heard).toEqual(["open", 'model {"revision":2}', 'people {"people":[],"more":4}']);
    expect(one.heard.filter((text) => text === "open")).toHaveLength(1);
  });

  it("is opened anew for a window that knows less than the stream was opened with", async () => {
    const [one, two] = [sit(), sit()];
    follow(one.listener, first, 7);
    await vi.advanceTimersByTimeAsync(100);
    newest().opens();
    follow(two.listener, first, 5);
    await vi.advanceTimersByTimeAsync(100);
    expect(newest().follows).toEqual([`${first}.5`]);
  });

  it("opens the new stream before it closes the old one where another model comes", async () => {
    const [one, two] = [sit(), sit()];
    follow(one.listener, first);
    await vi.advanceTimersByTimeAsync(100);
    const [old] = sources;
    old?.opens();
    follow(two.listener, second);
    await vi.advanceTimersByTimeAsync(100);
    expect(open()).toHaveLength(2);
    old?.says("model", first, { revision: 2 });
    newest().opens();
    expect(open()).toEqual([newest()]);
    expect(newest().follows).toEqual([`${second}.1`, `${first}.1`]);
    // The first goes on without noticing.
    expect(one.heard).toEqual(["open", 'model {"revision":2}']);
    expect(two.heard).toEqual(["open"]);
  });

  it("stays for a moment where a window leaves, as between two pages of a model, and is closed then", async () => {
    const [one, two] = [sit(), sit()];
    follow(one.listener, first);
    await vi.advanceTimersByTimeAsync(100);
    newest().opens();
    stream.leave(one.listener);
    await vi.advanceTimersByTimeAsync(1_000);
    follow(two.listener, first);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sources).toHaveLength(1);
    expect(open()).toHaveLength(1);
    stream.leave(two.listener);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(open()).toEqual([]);
  });

  it("forgets a window that was frozen or closed without a word, and takes it back when it wakes", async () => {
    const [silent, living] = [sit(), sit()];
    follow(silent.listener, first);
    follow(living.listener, second);
    await vi.advanceTimersByTimeAsync(100);
    newest().opens();
    for (let n = 0; n < 4; n++) {
      await vi.advanceTimersByTimeAsync(pulse);
      stream.follow(living.listener, { id: second, known: 1, scenarios: false }, true);
      stream.sweep();
    }
    await vi.advanceTimersByTimeAsync(5_000);
    expect(newest().follows).toEqual([`${second}.1`]);
    newest().opens();
    stream.follow(silent.listener, { id: first, known: 1, scenarios: false }, true);
    await vi.advanceTimersByTimeAsync(100);
    expect(newest().follows).toEqual([`${first}.1`, `${second}.1`]);
  });

  it("ends with the session, is not tried again by windows that only live, and is where one of them asks", async () => {
    const [one, two] = await sitAtBoth();
    newest().opens();
    newest().says("model", first, { revision: 2 });
    newest().says("signedOut");
    expect(one.heard.at(-1)).toBe("signedOut");
    expect(two.heard.at(-1)).toBe("signedOut");
    stream.follow(one.listener, { id: first, known: 2, scenarios: false }, true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sources).toHaveLength(1);
    expect(open()).toEqual([]);
    follow(one.listener, first, 2);
    await vi.advanceTimersByTimeAsync(100);
    newest().opens();
    expect(one.heard.at(-1)).toBe("open");
    // Earlier events are not passed on.
    expect(two.heard).toEqual(["open", "signedOut", "open"]);
  });

  it("tells windows that they are signed out where a new stream is refused with 401, and else tries again", async () => {
    const { heard, listener } = sit();
    follow(listener, first);
    await vi.advanceTimersByTimeAsync(100);
    status = 503;
    newest().isRefused();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(heard).toEqual(["lost"]);
    expect(sources).toHaveLength(2);
    status = 401;
    newest().isRefused();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual(["lost", "signedOut"]);
    expect(sources).toHaveLength(2);
  });

  it("leaves it to the browser to come back where the connection breaks", async () => {
    const { heard, listener } = sit();
    follow(listener, first);
    await vi.advanceTimersByTimeAsync(100);
    newest().opens();
    newest().breaks();
    newest().opens();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(heard).toEqual(["open", "lost", "open"]);
    expect(sources).toHaveLength(1);
  });

  it("drops a model that is gone, for all windows that show it, and goes on with the others", async () => {
    const [one, two] = await sitAtBoth();
    newest().opens();
    newest().says("gone", first);
    await vi.advanceTimersByTimeAsync(5_000);
    newest().opens();
    expect(newest().follows).toEqual([`${second}.1`]);
    expect(one.heard).toEqual(["open", "gone"]);
    expect(two.heard).toEqual(["open"]);
  });

  it("follows thirty models at most, those opened last, and tells the other windows", async () => {
    const seats = Array.from({ length: 31 }, () => sit());
    for (const [n, { listener }] of seats.entries()) {
      follow(listener, `${String(n).padStart(8, "0")}-1111-4111-8111-111111111111`);
    }
    await vi.advanceTimersByTimeAsync(100);
    expect(newest().follows).toHaveLength(30);
    expect(seats[0]?.heard).toEqual(["full"]);
    expect(seats[1]?.heard).toEqual([]);
  });
});
