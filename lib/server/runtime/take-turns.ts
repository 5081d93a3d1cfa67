import "server-only";
import { setImmediate } from "node:timers/promises";

/** Lets everything else that waits have its turn: between steps of work that would hold the server if they came one right after the other. */
export function takeTurns(): Promise<void> {
  return setImmediate();
}

/** The same pieces, with a turn for others before each: a reader that takes them as they come would else have them all at once. */
export async function* inTurns<T>(pieces: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  for await (const piece of pieces) {
    yield piece;
    await takeTurns();
  }
}
