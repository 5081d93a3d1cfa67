import { type Failure, failureOf, failureWords } from "@/app/_components/ui/action/what-failed";
import type { SaveOutcome } from "@/lib/draft/save-outcome";
import type { FieldError } from "@/lib/outcome";

export type SaveState =
  | { kind: "saved"; at: string }
  | { kind: "waiting" }
  | { kind: "saving" }
  /** Did not arrive, or the server failed over it; it is tried again on its own. */
  | { kind: "failing"; why: Failure }
  /** The server asked to wait; it is tried again on its own. */
  | { kind: "resting"; message: string }
  | { kind: "refused"; message: string }
  /** There is nothing to save to any more; `isUnsaved` where something had not arrived. */
  | { kind: "ended"; isUnsaved: boolean };

/** What stands on the server, as it tells of it. */
export interface Stored {
  revision: number;
  /** ISO 8601, UTC. */
  changedAt: string;
}

interface SaveQueueOptions<Draft, Current extends Stored> {
  /** What stands on the server at the queue's first revision. */
  base: Draft;
  revision: number;
  /** @param base what stands at that revision */
  save: (revision: number, draft: Draft, base: Draft) => Promise<SaveOutcome<Current>>;
  onState: (state: SaveState) => void;
  /** @param draft the object that was given to `change`, or a part of it */
  onSaved?: (draft: Draft, stored: Stored) => void;
  /** @param base what stood before */
  draftOf: (current: Current, base: Draft) => Draft;
  isSame: (one: Draft, other: Draft) => boolean;
  /** Someone else saved: takes that in, and gives what is to be saved from here over it. Both were made from `base`. */
  merge: (base: Draft, theirs: Draft, current: Current) => Draft;
  /** The draft with what these faults are about as it stands on the server; null where that cannot be told, or nothing else was changed. */
  without: (draft: Draft, base: Draft, faults: readonly FieldError[]) => Draft | null;
  /** How long typing must rest before a save, ms. */
  rest?: number;
}

const firstRetry = 1_000;
const lastRetry = 30_000;

/**
 * Saves a draft as it changes: one save in flight, always the newest draft next, and never a draft given up before the
 * server has said that it has it.
 */
export class SaveQueue<Draft, Current extends Stored> {
  /** The number of what stands on the server, as far as it is known here. */
  revision: number;
  private base: Draft;
  private readonly options: SaveQueueOptions<Draft, Current>;
  private readonly rest: number;
  private unsaved: Draft | null = null;
  private inFlight: Draft | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryIn = firstRetry;
  /** A newer save of someone else, of which was heard while one of ours was under way. */
  private heldBack: Current | null = null;
  /** Said until it is known otherwise: what a person presses to try again is not replaced while it is tried by itself. */
  private isFailing = false;
  private isEnded = false;
  /** Not before this time, ms. */
  private notBefore = 0;

  constructor(options: SaveQueueOptions<Draft, Current>) {
    this.options = options;
    this.base = options.base;
    this.revision = options.revision;
    this.rest = options.rest ?? 600;
  }

  get isDirty(): boolean {
    return this.unsaved !== null || this.inFlight !== null;
  }

  change(draft: Draft): void {
    this.unsaved = draft;
    if (this.inFlight !== null) return;
    if (!this.isFailing) this.say({ kind: "waiting" });
    this.sendIn(this.rest);
  }

  /** Takes in what stands on the server, of which was heard otherwise than by a save. */
  heard(current: Current): void {
    if (current.revision <= this.revision) return;
    if (this.inFlight === null) this.adopt(current);
    else if (this.heldBack === null || this.heldBack.revision < current.revision) this.heldBack = current;
  }

  /** Sends what waits at once, for instance when the connection is back or a person asks for it. */
  flush(): void {
    if (this.isFailing && this.isDirty) this.say({ kind: "saving" });
    this.isFailing = false;
    if (this.unsaved !== null && this.inFlight === null) this.sendIn(0);
  }

  /** Rewrites all that is held, where what it is counted in has changed for everybody: that is no change to be saved. */
  convert(change: (draft: Draft) => Draft): void {
    this.base = change(this.base);
    // The one under way may be refused for being the old way.
    const unsaved = this.unsaved ?? this.inFlight;
    if (unsaved !== null) this.unsaved = change(unsaved);
    this.flush();
  }

  /** Nothing is sent from now on, for it could not be taken; what is unsaved is kept. */
  end(): void {
    this.isEnded = true;
    clearTimeout(this.timer);
    this.say({ kind: "ended", isUnsaved: this.isDirty });
  }

  private say(state: SaveState): void {
    this.options.onState(this.isEnded ? { kind: "ended", isUnsaved: this.isDirty } : state);
  }

  private sendIn(delay: number): void {
    clearTimeout(this.timer);
    if (this.isEnded) return;
    this.timer = setTimeout(() => void this.send(), Math.max(delay, this.notBefore - Date.now()));
  }

  private async send(): Promise<void> {
    const draft = this.unsaved;
    if (draft === null || this.inFlight !== null) return;
    this.unsaved = null;
    this.inFlight = draft;
    if (!this.isFailing) this.say({ kind: "saving" });
    const outcome = await this.ask(draft);
    this.inFlight = null;
    this.settle(draft, outcome);
    if (outcome.kind === "invalid" && this.unsaved === draft) await this.sendWithout(draft, outcome.faults);
    const heard = this.heldBack;
    this.heldBack = null;
    if (heard !== null) this.heard(heard);
  }

  private async ask(draft: Draft): Promise<SaveOutcome<Current> | { kind: "failed"; why: Failure }> {
    try {
      return await this.options.save(this.revision, draft, this.base);
    } catch (error) {
      return { kind: "failed", why: failureOf(error) };
    }
  }

  /** Saves what else was typed beside what was refused, which stays unsaved. Tried once: what fails here comes with the next change. */
  private async sendWithout(draft: Draft, faults: readonly FieldError[]): Promise<void> {
    const part = this.options.without(draft, this.base, faults);
    if (part === null || this.isEnded) return;
    this.inFlight = part;
    const outcome = await this.ask(part);
    this.inFlight = null;
    if (outcome.kind === "saved") {
      this.stands(part, outcome);
      this.say({ kind: "refused", message: `${messageOf(faults)} Everything else is saved.` });
    } else if (outcome.kind === "stale") this.adopt(outcome.current);
    if (this.unsaved !== draft) this.flush();
  }

  private adopt(current: Current): void {
    const { draftOf, merge, isSame } = this.options;
    const base = this.base;
    const theirs = draftOf(current, base);
    this.base = theirs;
    this.revision = current.revision;
    clearTimeout(this.timer);
    const merged = merge(base, theirs, current);
    this.unsaved = isSame(theirs, merged) ? null : merged;
    this.restOrSay(current.changedAt);
  }

  private settle(draft: Draft, outcome: SaveOutcome<Current> | { kind: "failed"; why: Failure }): void {
    if (outcome.kind === "failed" && (outcome.why.kind === "offline" || outcome.why.kind === "server")) {
      this.unsaved ??= draft;
      this.isFailing = true;
      this.say({ kind: "failing", why: outcome.why });
      this.sendIn(this.retryIn);
      this.retryIn = Math.min(this.retryIn * 2, lastRetry);
      return;
    }
    this.retryIn = firstRetry;
    this.isFailing = false;
    if (outcome.kind === "saved") {
      this.landed(draft, outcome);
    } else if (outcome.kind === "stale" && this.holds(outcome.current, draft)) {
      // Our own earlier save, whose answer was lost on the way.
      this.landed(draft, outcome.current);
    } else if (outcome.kind === "stale") {
      this.unsaved ??= draft;
      this.adopt(outcome.current);
    } else if (outcome.kind === "later") {
      this.unsaved ??= draft;
      this.notBefore = Date.now() + outcome.seconds * 1_000;
      this.say({ kind: "resting", message: outcome.message });
      this.sendIn(0);
    } else {
      const hasNewer = this.unsaved !== null;
      this.unsaved ??= draft;
      const message =
        outcome.kind === "invalid"
          ? messageOf(outcome.faults)
          : outcome.kind === "failed"
            ? failureWords(outcome.why)
            : outcome.message;
      this.say({ kind: "refused", message });
      if (hasNewer) this.sendIn(this.rest);
    }
  }

  private holds(current: Current, draft: Draft): boolean {
    return this.options.isSame(this.options.draftOf(current, this.base), draft);
  }

  private stands(draft: Draft, { revision, changedAt }: Stored): void {
    this.revision = revision;
    this.base = draft;
    this.options.onSaved?.(draft, { revision, changedAt });
  }

  private landed(draft: Draft, stored: Stored): void {
    this.stands(draft, stored);
    this.restOrSay(stored.changedAt);
  }

  /** Waits for typing to rest where something is still to be sent; else says that all is saved. */
  private restOrSay(at: string): void {
    if (this.unsaved === null) {
      this.say({ kind: "saved", at });
      return;
    }
    this.say({ kind: "waiting" });
    this.sendIn(this.rest);
  }
}

const messageOf = (faults: readonly FieldError[]) => faults.map(({ message }) => message).join(" ");
