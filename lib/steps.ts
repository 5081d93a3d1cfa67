/** Work that can be left between its steps, and gives its result at the end: a browser does it at once, a server lets others in between. */
export type Steps<T> = Generator<void, T>;

export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** @param takeTurn lets everything else that waits have its turn */
export async function oneByOne<T>(steps: Steps<T>, takeTurn: () => Promise<void>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await takeTurn();
  }
}
