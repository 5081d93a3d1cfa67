import type { CostModelFull, ModelDraft, SaveOutcome } from "@/lib/schemas/model";

export type SaveState =
  | { kind: "saved"; at: string }
  | { kind: "waiting" }
  | { kind: "saving" }
  /** Could not be sent; it is tried again on its own. */
  | { kind: "failing" }
  /** Somebody else saved first; waits for the person to choose. */
  | { kind: "stale"; current: CostModelFull }
  | { kind: "refused"; message: string };

interface SaveQueueOptions {
  revision: number;
  save: (revision: number, draft: ModelDraft) => Promise<SaveOutcome>;
  onState: (state: SaveState) => void;
  onSaved?: (saved: ModelDraft & { revision: number; changedAt: string }) => void;
  /** How long typing must rest before a save, ms. */
  rest?: number;
}

const firstRetry = 1_000;
const lastRetry = 30_000;

/**
 * Saves a draft as it changes: one save in flight, always the newest draft next, and never a draft given up before the
 * server has said that it has it.
 */
export class SaveQueue {
  private revision: number;
  private readonly options: SaveQueueOptions;
  private readonly rest: number;
  private unsaved: ModelDraft | null = null;
  private inFlight: ModelDraft | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryIn = firstRetry;
  private stale: CostModelFull | null = null;

  constructor(options: SaveQueueOptions) {
    this.options = options;
    this.revision = options.revision;
    this.rest = options.rest ?? 600;
  }

  get isDirty(): boolean {
    return this.unsaved !== null || this.inFlight !== null;
  }

  change(draft: ModelDraft): void {
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
  takeTheirs(): CostModelFull | null {
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
    let outcome: SaveOutcome | null;
    try {
      outcome = await this.options.save(this.revision, draft);
    } catch {
      outcome = null;
    }
    this.inFlight = null;
    this.settle(draft, outcome);
  }

  private settle(draft: ModelDraft, outcome: SaveOutcome | null): void {
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

  private landed(draft: ModelDraft, revision: number, changedAt: string): void {
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

const draftKeys = [
  "name",
  "description",
  "startMonth",
  "currency",
  "currencyRate",
  "currencyRateDate",
  "inputs",
  "customLines",
  "notes",
] as const satisfies readonly (keyof ModelDraft)[];

function holdsDraft(current: CostModelFull, draft: ModelDraft): boolean {
  return draftKeys.every((key) => inOneOrder(current[key]) === inOneOrder(draft[key]));
}

/** JSON with sorted keys: the database gives an object's keys in an order of its own. */
export function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
