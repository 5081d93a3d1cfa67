/** Those who wait for the first answer to what they asked. */
const waiting = new Set<object>();
/** What is begun once nobody waits. */
const after = new Set<() => void>();

/** A first answer is waited for by `who`, until it is in. */
export function waitForFirst(who: object): void {
  waiting.add(who);
}

/** It is in, or will not come. */
export function firstIsIn(who: object): void {
  if (!waiting.delete(who) || waiting.size > 0) return;
  const works = [...after];
  after.clear();
  for (const work of works) work();
}

/**
 * Begins other work once nobody waits for a first answer: what it finds would be drawn before, and workers wait while the
 * page draws.
 *
 * @returns leaves it out, where it has not begun
 */
export function afterFirstAnswers(work: () => void): () => void {
  if (waiting.size === 0) {
    work();
    return () => {};
  }
  after.add(work);
  return () => after.delete(work);
}
