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

/** What became of something that a person may be refused: what it gives, or all that is wrong with it. Bugs throw. */
export type Outcome<T = unknown> = ({ ok: true } & T) | Refusal;
