/** A pause in typing, ms: long work is not worth beginning at every key. */
export const settling = 200;

/** What a page asks its worker. A newer run makes the ones before it stale. */
export interface Asked<Question> {
  readonly run: number;
  /** Null where the ones before are stale and nothing is asked yet. */
  readonly question: Question | null;
}

export interface Replied<Reply> {
  readonly run: number;
  readonly reply: Reply;
}

/** Tells a worker to wait with its work, or to go on: while the page draws, workers leave it the processors. */
export interface Held {
  readonly isHeld: boolean;
}
