import { type Failure, failureOf, failureWords } from "@/app/_components/ui/what-failed";
import type { CostModelFull, ModelDraft } from "@/lib/draft/model";
import { isSameValue } from "@/lib/draft/parts";
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

/** What becomes of a save, as the server's actions answer. */
type Outcome<Current> =
  | { kind: "saved"; revision: number; changedAt: string }
  | { kind: "stale"; current: Current }
  /** Too many saves; `seconds` from now there is room again. */
  | { kind: "later"; seconds: number; message: string }
  | { kind: "invalid"; faults: FieldError[] }
  | { kind: "refused"; message: string };

type Stored<Draft> = Draft & { revision: number; changedAt: string };

interface SaveQueueOptions<Draft extends object, Current extends Stored<Draft>> {
  revision: number;
  save: (revision: number, draft: Draft) => Promise<Outcome<Current>>;
  onState: (state: SaveState) => void;
  /** @param draft the object that was given to `change`, or that a merge here made */
  onSaved?: (saved: Stored<Draft>, draft: Draft) => void;
  /** What becomes of another person's save. */
  merging: Merging<Draft, Current>;
  /** How long typing must rest before a save, ms. */
  rest?: number;
}

interface Merging<Draft, Current> {
  /** What stands on the server at the queue's first revision. */
  base: Draft;
  draftOf: (current: Current) => Draft;
  /**
   * Somebody else saved: `theirs` and what was typed here were both made from `base`. Whoever holds what is typed merges the two and
   * answers with `change(merged, merges)`; until then nothing is sent.
   */
  onTheirs: (theirs: Current, base: Draft, merges: number) => void;
  /** Merges where nobody holds what was typed any more, for the page was left. */
  merge: (base: Draft, mine: Draft, theirs: Current) => Draft;
  /** The draft with what these faults are about as it stands on the server; null where that cannot be told, or nothing else was changed. */
  without?: (draft: Draft, base: Draft, faults: readonly FieldError[]) => Draft | null;
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
  /** What stands on the server, as far as it is known here. */
  private base: Draft;
  private changedAt = "";
  private merges = 0;
  /** What whoever holds the draft was told to merge, and has not yet. */
  private awaited: { base: Draft; theirs: Current } | null = null;
  private isLeft = false;
  /** A newer save of somebody else, of which was heard while one of ours was under way. */
  private heldBack: Current | null = null;
  private isEnded = false;
  /** Not before this time, ms. */
  private notBefore = 0;

  constructor(options: SaveQueueOptions<Draft, Current>) {
    this.options = options;
    this.base = options.merging.base;
    this.revision = options.revision;
    this.rest = options.rest ?? 600;
  }

  get isDirty(): boolean {
    return this.unsaved !== null || this.inFlight !== null;
  }

  /** @param merges how many of the saves that came by `onTheirs` are in the draft: one that lacks some is followed by one that has them */
  change(draft: Draft, merges = 0): void {
    if (merges !== this.merges) return;
    const wasAwaiting = this.awaited !== null;
    this.awaited = null;
    if (wasAwaiting && holdsDraft(this.base, draft)) {
      this.unsaved = null;
      this.say({ kind: "saved", at: this.changedAt });
      return;
    }
    this.unsaved = draft;
    if (this.inFlight !== null) return;
    this.say({ kind: "waiting" });
    this.sendIn(this.rest);
  }

  /** Takes in what stands on the server, of which was heard otherwise than by a save. */
  heard(current: Current): void {
    if (current.revision <= this.revision) return;
    if (this.inFlight === null) this.adopt(current);
    else if (this.heldBack === null || this.heldBack.revision < current.revision) this.heldBack = current;
  }

  /** Nobody holds what was typed any more: what is unsaved is merged here. */
  leave(): void {
    this.isLeft = true;
    if (this.awaited !== null) this.mergeHere(this.awaited.base, this.awaited.theirs);
    this.flush();
  }

  /** The opposite of `leave`. */
  enter(): void {
    this.isLeft = false;
  }

  /** Sends what waits at once, for instance when the connection is back. */
  flush(): void {
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

  stop(): void {
    clearTimeout(this.timer);
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
    if (draft === null || this.inFlight !== null || this.awaited !== null) return;
    this.unsaved = null;
    this.inFlight = draft;
    this.say({ kind: "saving" });
    const outcome = await this.ask(draft);
    this.inFlight = null;
    this.settle(draft, outcome);
    if (outcome.kind === "invalid" && this.unsaved === draft) await this.sendWithout(draft, outcome.faults);
    const heard = this.heldBack;
    this.heldBack = null;
    if (heard !== null) this.heard(heard);
  }

  private async ask(draft: Draft): Promise<Outcome<Current> | { kind: "failed"; why: Failure }> {
    try {
      return await this.options.save(this.revision, draft);
    } catch (error) {
      return { kind: "failed", why: failureOf(error) };
    }
  }

  /** Saves what else was typed beside what was refused, which stays unsaved. Tried once: what fails here comes with the next change. */
  private async sendWithout(draft: Draft, faults: readonly FieldError[]): Promise<void> {
    const part = this.options.merging.without?.(draft, this.base, faults) ?? null;
    if (part === null || this.isEnded) return;
    this.inFlight = part;
    const outcome = await this.ask(part);
    this.inFlight = null;
    if (outcome.kind === "saved") {
      this.stands(part, outcome.revision, outcome.changedAt);
      this.say({ kind: "refused", message: `${messageOf(faults)} Everything else is saved.` });
    } else if (outcome.kind === "stale") this.adopt(outcome.current);
    if (this.unsaved !== draft) this.flush();
  }

  private adopt(theirs: Current): void {
    const { merging } = this.options;
    const base = this.base;
    this.base = merging.draftOf(theirs);
    this.revision = theirs.revision;
    this.changedAt = theirs.changedAt;
    clearTimeout(this.timer);
    if (this.isLeft) {
      this.mergeHere(base, theirs);
      this.flush();
      return;
    }
    this.merges += 1;
    this.awaited = { base: this.awaited?.base ?? base, theirs };
    merging.onTheirs(theirs, base, this.merges);
  }

  private mergeHere(base: Draft, theirs: Current): void {
    this.awaited = null;
    const { merging } = this.options;
    if (this.unsaved === null) return;
    const merged = merging.merge(base, this.unsaved, theirs);
    this.unsaved = holdsDraft(merging.draftOf(theirs), merged) ? null : merged;
  }

  private settle(draft: Draft, outcome: Outcome<Current> | { kind: "failed"; why: Failure }): void {
    if (outcome.kind === "failed" && (outcome.why.kind === "offline" || outcome.why.kind === "server")) {
      this.unsaved ??= draft;
      this.say({ kind: "failing", why: outcome.why });
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

  private stands(draft: Draft, revision: number, changedAt: string): void {
    this.revision = revision;
    this.changedAt = changedAt;
    this.base = draft;
    this.options.onSaved?.({ ...draft, revision, changedAt }, draft);
  }

  private landed(draft: Draft, revision: number, changedAt: string): void {
    this.stands(draft, revision, changedAt);
    if (this.unsaved === null) {
      this.say({ kind: "saved", at: changedAt });
      return;
    }
    this.say({ kind: "waiting" });
    this.sendIn(this.rest);
  }
}

const messageOf = (faults: readonly FieldError[]) => faults.map(({ message }) => message).join(" ");

function holdsDraft<Draft extends object>(current: Draft, draft: Draft): boolean {
  return (Object.keys(draft) as (keyof Draft)[]).every((key) => isSameValue(current[key], draft[key]));
}
