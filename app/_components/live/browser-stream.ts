import { type Follow, followText, type LiveEvent, liveEvents, mostFollowed, readEventData } from "@/lib/live/events";
import { routes } from "@/lib/routes";

/**
 * A message to a window: an event of its model or of the stream, that the stream is open, or that it was interrupted.
 */
export interface News {
  event: LiveEvent | "open" | "lost";
  json: string;
}

export type Listener = (news: News) => void;

/** A window, with what it shows. */
interface Seat extends Follow {
  isOpen: boolean;
  heardAt: number;
}

interface Opened {
  source: EventSource;
  follows: ReadonlyMap<string, Follow>;
  isOpen: boolean;
}

/** How a stream is opened; a test passes its own. */
export interface Connection {
  open: (address: string) => EventSource;
  /** The status of a refusal, which an EventSource does not give. Null where nothing answers. */
  statusOf: (address: string) => Promise<number | null>;
}

/** Windows that open within this time share one new stream, ms. */
const gathering = 30;
/**
 * How long a model is followed after its last window, ms: a reader who moves between pages of a model stays present.
 */
const lingering = 2_000;
/** When to try again after a refusal, ms. */
const again = 5_000;
/** How often a window reports, ms; one that is silent for three times as long was closed or frozen. */
export const pulse = 20_000;

/**
 * The one stream of a browser, for all windows of one account: it follows every model that one of them shows, and
 * passes each window its model's events. Where the models change, a new stream opens before the old one closes, so that
 * nothing is missed and nobody seems to leave.
 */
export function browserStream(personId: string, connection: Connection) {
  const seats = new Map<Listener, Seat>();
  /** The newest of each event of each model, for windows that come later. */
  const newest = new Map<string, Map<LiveEvent, string>>();
  let current: Opened | null = null;
  let next: Opened | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;

  /** Begins or continues to follow. A window's regular report (`isPulse`) does not retry after a refusal. */
  function follow(listener: Listener, request: Follow, isPulse = false): void {
    const seat = seats.get(listener);
    if (seat !== undefined && seat.id === request.id && (seat.scenarios || !request.scenarios)) {
      seat.heardAt = Date.now();
      seat.known = Math.max(seat.known, request.known);
      if (!isPulse && current === null && next === null) renewIn(gathering);
      return;
    }
    const newSeat = { ...request, isOpen: false, heardAt: Date.now() };
    seats.delete(listener);
    seats.set(listener, newSeat);
    if (current?.isOpen && covers(current, newSeat)) welcome(listener, newSeat);
    else renewIn(gathering);
  }

  function leave(listener: Listener): void {
    if (seats.delete(listener)) renewIn(lingering);
  }

  /** Forgets windows that have been silent for too long. */
  function sweep(): void {
    for (const [listener, { heardAt }] of seats) if (Date.now() - heardAt > 3 * pulse) leave(listener);
  }

  function covers({ follows }: Opened, { id, known, scenarios }: Follow): boolean {
    const followed = follows.get(id);
    if (followed === undefined || (scenarios && !followed.scenarios)) return false;
    return known >= followed.known || newest.get(id)?.has("model") === true;
  }

  function welcome(listener: Listener, seat: Seat): void {
    seat.isOpen = true;
    listener({ event: "open", json: "null" });
    for (const [event, json] of newest.get(seat.id) ?? []) listener({ event, json });
  }

  /** An earlier due time stays. */
  function renewIn(ms: number): void {
    if (due <= Date.now() + ms) return;
    stopTimer();
    due = Date.now() + ms;
    timer = setTimeout(renew, ms);
  }

  function stopTimer(): void {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
  }

  /** All models in windows, the latest first; each from the oldest revision that one of the windows knows. */
  function followsOfAll(): Map<string, Follow> {
    const all = new Map<string, Follow>();
    for (const { id, known, scenarios, isFigures = false } of [...seats.values()].reverse()) {
      const other = all.get(id);
      all.set(id, {
        id,
        isFigures,
        known: Math.min(known, other?.known ?? known),
        scenarios: scenarios || other?.scenarios === true,
      });
    }
    return new Map([...all].slice(0, mostFollowed));
  }

  function renew(): void {
    stopTimer();
    const follows = followsOfAll();
    if (follows.size === 0) {
      close();
      return;
    }
    if (next === null && current !== null && isSame(current.follows, follows) && everySeat(current)) return;
    next?.source.close();
    const address = routes.events(personId, [...follows.values()].map(followText));
    const opened: Opened = { source: connection.open(address), follows, isOpen: false };
    next = opened;
    const { source } = opened;
    source.addEventListener("open", () => hasOpened(opened));
    source.addEventListener("error", () => {
      if (source.readyState === EventSourceState.closed) void refused(opened, address);
      else lost(opened);
    });
    for (const event of Object.values(liveEvents)) {
      source.addEventListener(event, ({ data }: MessageEvent<string>) => {
        if (opened === current) hear(event, data);
      });
    }
    for (const [listener, { id }] of seats) if (!follows.has(id)) listener({ event: "full", json: "null" });
  }

  /** Whether the open stream serves each window: one may have come with an older revision. */
  const everySeat = (opened: Opened) => [...seats.values()].every((seat) => seat.isOpen || covers(opened, seat));

  function hasOpened(opened: Opened): void {
    if (opened === next) {
      current?.source.close();
      current = opened;
      next = null;
    }
    if (opened !== current) return;
    opened.isOpen = true;
    for (const [listener, seat] of seats) {
      if (!seat.isOpen && opened.follows.has(seat.id)) welcome(listener, seat);
    }
  }

  function hear(event: LiveEvent, data: string): void {
    if (event === "signedOut" || event === "replaced") {
      close();
      tellAll(event);
      return;
    }
    const { id, json } = readEventData(data);
    // That comments, a decision or figures changed is no state: later windows read them anyway.
    if (event !== "comments" && event !== "decision" && event !== "figures") {
      const ofModel = newest.get(id) ?? new Map<LiveEvent, string>();
      newest.set(id, ofModel.set(event, json));
      if (event === "rights") ofModel.delete("full");
    }
    for (const [listener, seat] of [...seats]) {
      if (seat.id !== id) continue;
      listener({ event, json });
      if (event === "gone") leave(listener);
    }
    if (event === "gone") newest.delete(id);
  }

  function lost(opened: Opened): void {
    opened.isOpen = false;
    if (opened === current) tellAll("lost");
  }

  async function refused(opened: Opened, address: string): Promise<void> {
    if (opened !== current && opened !== next) return;
    const status = await connection.statusOf(address);
    if (opened !== current && opened !== next) return;
    if (opened === current) current = null;
    else next = null;
    if (status === 401) {
      close();
      tellAll("signedOut");
      return;
    }
    if (current === null) tellAll("lost");
    renewIn(again);
  }

  function tellAll(event: "lost" | "signedOut" | "replaced"): void {
    for (const [listener, seat] of [...seats]) {
      seat.isOpen = false;
      listener({ event, json: "null" });
    }
  }

  /** The windows stay, and ask again once they are visible. Events are forgotten: another person may ask then. */
  function close(): void {
    stopTimer();
    current?.source.close();
    next?.source.close();
    current = next = null;
    newest.clear();
  }

  return { follow, leave, sweep };
}

/** EventSource.CLOSED; a test has no EventSource. */
const EventSourceState = { closed: 2 } as const;

function isSame(some: ReadonlyMap<string, Follow>, others: ReadonlyMap<string, Follow>): boolean {
  if (some.size !== others.size) return false;
  return [...others.values()].every(({ id, scenarios }) => some.get(id)?.scenarios === scenarios);
}

/** The browser's own. */
export const browserConnection: Connection = {
  open: (address) => new EventSource(address),
  statusOf: async (address) => {
    const asking = new AbortController();
    const status = await fetch(address, { signal: asking.signal }).then(
      (answer) => answer.status,
      () => null,
    );
    asking.abort();
    return status;
  },
};
