/** What is wrong with one field: which, and a sentence that says what, which, and what to do. */
export interface FieldError {
  key: string;
  message: string;
}

/** What was refused, and why. */
export interface Refusal {
  ok: false;
  faults: FieldError[];
}

/** What became of something that may be refused: what it gives, or why not, as a rule all that is wrong with it. Bugs throw. */
export type Outcome<T = unknown, R extends { ok: false } = Refusal> = ({ ok: true } & T) | R;

/** A refusal for one reason; its key is "form" where that is of no one field. */
export function refused(key: string, message: string): Refusal {
  return { ok: false, faults: [{ key, message }] };
}
