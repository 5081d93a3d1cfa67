import type { CostModelFull, Fault, ModelDraft } from "@/lib/schemas/model";

export type SaveState<Current = CostModelFull> =
  | { kind: "saved"; at: string }
  | { kind: "waiting" }
  | { kind: "saving" }
  /** Could not be sent; it is tried again on its own. */
  | { kind: "failing" }
  /** Somebody else saved first; waits for the person to choose. */
  | { kind: "stale"; current: Current }
  | { kind: "refused"; message: string };

/** What becomes of a save, as the server's actions answer. */
type Outcome<Current> =
  | { kind: "saved"; revision: number; changedAt: string }
  | { kind: "stale"; current: Current }
  | { kind: "invalid"; faults: Fault[] }
  | { kind: "refused"; message: string };

type Stored<Draft> = Draft & { revision: number; changedAt: string };

interface SaveQueueOptions<Draft extends object, Current extends Stored<Draft>> {
  revision: number;
  save: (revision: number, draft: Draft) => Promise<Outcome<Current>>;
  onState: (state: SaveState<Current>) => void;
  onSaved?: (saved: Stored<Draft>) => void;
  /** How long typing must rest before a save, ms. */
  rest?: number;
}

const firstRetry = 1_000;
const lastRetry = 30_000;

/**
 * Saves a draft as it changes: one save in flight, always the newest draft next, and never a draft given up before the
 * server has said that it has it.
 */
export class SaveQueue<
  Draft extends object = ModelDraft,
  Current extends Stored<Draft> = CostModelFull & Stored<Draft>,
> {
  private revision: number;
  private readonly options: SaveQueueOptions<Draft, Current>;
  private readonly rest: number;
  private unsaved: Draft | null = null;
  private inFlight: Draft | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryIn = firstRetry;
  private stale: Current | null = null;

  constructor(options: SaveQueueOptions<Draft, Current>) {
    this.options = options;
    this.revision = options.revision;
    this.rest = options.rest ?? 600;
  }

  get isDirty(): boolean {
    return this.unsaved !== null || this.inFlight !== null;
  }

  change(draft: Draft): void {
    this.unsaved = draft;
    if (this.stale !== null || this.inFlight !== null) return;
    this.options.onState({ kind: "waiting" });
    this.sendIn(this.rest);
  }

  /** Sends what waits at once, for instance when the connection is back. */
  flush(): void {
    if (this.unsaved !== null && this.inFlight === null && this.stale === null) this.sendIn(0);
  }

  /** Saves what was typed here over what somebody else saved. */
  keepMine(): void {
    if (this.stale === null) return;
    this.revision = this.stale.revision;
    this.stale = null;
    this.flush();
  }

  /** Gives up what was typed here for what somebody else saved, and returns that. */
  takeTheirs(): Current | null {
    const theirs = this.stale;
    if (theirs === null) return null;
    this.revision = theirs.revision;
    this.stale = null;
    this.unsaved = null;
    this.options.onState({ kind: "saved", at: theirs.changedAt });
    return theirs;
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private sendIn(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), delay);
  }

  private async send(): Promise<void> {
    const draft = this.unsaved;
    if (draft === null || this.inFlight !== null || this.stale !== null) return;
    this.unsaved = null;
    this.inFlight = draft;
    this.options.onState({ kind: "saving" });
    let outcome: Outcome<Current> | null;
    try {
      outcome = await this.options.save(this.revision, draft);
    } catch {
      outcome = null;
    }
    this.inFlight = null;
    this.settle(draft, outcome);
  }

  private settle(draft: Draft, outcome: Outcome<Current> | null): void {
    if (outcome === null) {
      this.unsaved ??= draft;
      this.options.onState({ kind: "failing" });
      this.sendIn(this.retryIn);
      this.retryIn = Math.min(this.retryIn * 2, lastRetry);
      return;
    }
    this.retryIn = firstRetry;
    if (outcome.kind === "saved") {
      this.landed(draft, outcome.revision, outcome.changedAt);
    } else if (outcome.kind === "stale" && holdsDraft(outcome.current, draft)) {
      // Our own earlier save, whose answer was lost on the way.
      this.landed(draft, outcome.current.revision, outcome.current.changedAt);
    } else if (outcome.kind === "stale") {
      this.unsaved ??= draft;
      this.stale = outcome.current;
      this.options.onState({ kind: "stale", current: outcome.current });
    } else {
      const hasNewer = this.unsaved !== null;
      this.unsaved ??= draft;
      const message =
        outcome.kind === "invalid" ? outcome.faults.map((fault) => fault.message).join(" ") : outcome.message;
      this.options.onState({ kind: "refused", message });
      if (hasNewer) this.sendIn(this.rest);
    }
  }

  private landed(draft: Draft, revision: number, changedAt: string): void {
    this.revision = revision;
    this.options.onSaved?.({ ...draft, revision, changedAt });
    if (this.unsaved === null) {
      this.options.onState({ kind: "saved", at: changedAt });
      return;
    }
    this.options.onState({ kind: "waiting" });
    this.sendIn(this.rest);
  }
}

function holdsDraft<Draft extends object>(current: Draft, draft: Draft): boolean {
  return (Object.keys(draft) as (keyof Draft)[]).every((key) => inOneOrder(current[key]) === inOneOrder(draft[key]));
}

/** JSON with sorted keys: the database gives an object's keys in an order of its own. */
export function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
