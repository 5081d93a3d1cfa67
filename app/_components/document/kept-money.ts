import type { ModelDraft } from "@/lib/draft/model";

/**
 * Which part of the changes of the rate to the dollar each draft on its way to the server kept the figures of money over
 * (ModelState.kept), so that a save says what came since the one before it, once.
 */
export class KeptMoney {
  private readonly noted = new WeakMap<ModelDraft, number>();
  /** Of the last draft that the server has. */
  saved = 1;

  note(draft: ModelDraft, kept: number): void {
    this.noted.set(draft, kept);
  }

  of(draft: ModelDraft): number {
    return this.noted.get(draft) ?? this.saved;
  }

  /** What a save of the draft carries: 1 where nothing was kept since the last. */
  sinceSaved(draft: ModelDraft): number {
    return this.of(draft) / this.saved;
  }

  landed(draft: ModelDraft): void {
    this.saved = this.of(draft);
  }
}
