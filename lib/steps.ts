/** Work that can be left between its steps, and gives its result at the end: a browser does it at once, a server lets others in between. */
export type Steps<T> = Generator<void, T>;

export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
