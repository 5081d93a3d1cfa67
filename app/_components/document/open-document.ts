import { type Draft, differingPlaces } from "@/lib/draft/document-parts";
import type { SaveOutcome } from "@/lib/draft/save-outcome";
import { withoutRefused } from "@/lib/draft/without-refused";
import { changeDocument } from "./change-document";
import { type DocumentChange, type DocumentKind, type DocumentState, initialState } from "./document-state";
import { followCurrency, mergeTheirs } from "./merge-theirs";
import { Observed } from "./observed";
import { SaveQueue, type SaveState, type Stored } from "./saving/save-queue";
import { rememberUndecided, undecidedOf } from "./saving/undecided";

/** What stands on the server, and who saved it. */
export type StoredDocument = Stored & { id: string; changedBy: string };

interface DocumentOptions<D extends Draft, C extends StoredDocument> {
  kind: DocumentKind<D>;
  stored: C;
  /** @param base what stood before, where something did */
  draftOf: (stored: C, base?: D) => D;
  /** @param base what stands at that revision */
  save: (revision: number, draft: D, base: D) => Promise<SaveOutcome<C>>;
  onSaved?: (draft: D, stored: Stored) => void;
  /** Someone else saved it. */
  onTheirs?: (theirs: C) => void;
}

/** A document as its page shows it. */
export interface ShownDocument<D> {
  id: string;
  state: DocumentState<D>;
  saving: SaveState;
}

/**
 * A model or a scenario that is open on a page: it is changed, undone, saved as it changes, and merged with what others save. It lives on
 * when its page is left, until all that was typed is saved.
 */
export class OpenDocument<D extends Draft, C extends StoredDocument> extends Observed<ShownDocument<D>> {
  private readonly options: DocumentOptions<D, C>;
  private readonly queue: SaveQueue<D, C>;

  constructor(options: DocumentOptions<D, C>) {
    const { kind, stored, draftOf, save, onSaved } = options;
    const { parts } = kind;
    const draft = draftOf(stored);
    const state = initialState(draft, 0, undecidedOf(stored.id, parts, draft));
    super({ id: stored.id, state, saving: { kind: "saved", at: stored.changedAt } });
    this.options = options;
    this.queue = new SaveQueue<D, C>({
      base: draft,
      revision: stored.revision,
      save,
      draftOf,
      isSame: (one, other) => differingPlaces(parts, one, other).length === 0,
      onState: (saving) => this.show({ saving }),
      ...(onSaved && { onSaved }),
      merge: (base, theirs, current) => {
        options.onTheirs?.(current);
        this.become(mergeTheirs(kind, this.now.state, { base, theirs, by: current.changedBy }));
        return this.now.state.draft;
      },
      without: (mine, base, faults) => withoutRefused(parts, mine, base, faults),
    });
  }

  /** The number of what stands on the server, as far as it is known here. */
  get revision(): number {
    return this.queue.revision;
  }

  /** Something typed is not saved yet. */
  get isDirty(): boolean {
    return this.queue.isDirty;
  }

  get isUndecided(): boolean {
    return this.now.state.conflicts.size > 0;
  }

  readonly change = (change: DocumentChange<D>): void => {
    const { draft } = this.now.state;
    this.become(changeDocument(this.options.kind, this.now.state, change));
    if (this.now.state.draft !== draft) this.queue.change(this.now.state.draft);
  };

  /** Takes in what stands on the server. */
  readonly heard = (stored: C): void => this.queue.heard(stored);

  /** Sends what could not be saved again, at once. */
  readonly retry = (): void => this.queue.flush();

  /** Sends nothing any more: there is nothing to save to. */
  readonly end = (): void => this.queue.end();

  /** Turns its money over to the currency of another draft, which changed for everybody: that is nothing to be saved. */
  followCurrency(other: D): void {
    const { kind } = this.options;
    const next = followCurrency(kind, this.now.state, other);
    if (next === this.now.state) return;
    this.become(next);
    this.queue.convert((held) => kind.parts.inCurrencyOf(held, other));
  }

  private become(state: DocumentState<D>): void {
    if (state === this.now.state) return;
    if (state.conflicts !== this.now.state.conflicts) rememberUndecided(this.now.id, state.conflicts, state.draft);
    this.show({ state });
  }
}
