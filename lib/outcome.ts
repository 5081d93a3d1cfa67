/** What is wrong with one field: which, and a sentence that says what, which, and what to do. */
export interface FieldError {
  key: string;
  message: string;
}

/** What is in the way where nothing is wrong with what was sent. */
export type Obstacle =
  /** It may not be done by this person. */
  | "forbidden"
  /** What it is done to is not there. */
  | "gone"
  /** What it is done to has changed meanwhile. */
  | "changed"
  /** Too much of it was done, or is being done: it goes through again after so many seconds. */
  | { seconds: number };

/** What was refused, and why. */
export interface Refusal {
  ok: false;
  faults: FieldError[];
  obstacle?: Obstacle;
}

/** What became of something that may be refused: what it gives, or why not, as a rule all that is wrong with it. Bugs throw. */
export type Outcome<T = unknown, R extends { ok: false } = Refusal> = ({ ok: true } & T) | R;

/** A refusal for one reason; its key is "form" where that is of no one field. */
export function refused(key: string, message: string, obstacle?: Obstacle): Refusal {
  return { ok: false, faults: [{ key, message }], ...(obstacle && { obstacle }) };
}
