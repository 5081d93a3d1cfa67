/** Those who wait for the first answer to what they asked. */
const waiting = new Set<object>();
/** What is begun once nobody waits. */
const after = new Set<() => void>();

/** How long other work waits at most, ms: a first answer may be slow, or never come. */
export const patience = 1_000;

/** A first answer is waited for by `who`, until it is in. */
export function waitForFirst(who: object): void {
  waiting.add(who);
}

/** It is in, or will not come. */
export function firstIsIn(who: object): void {
  if (!waiting.delete(who) || waiting.size > 0) return;
  for (const begin of [...after]) begin();
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
  const begin = () => {
    leaveOut();
    work();
  };
  const timer = setTimeout(begin, patience);
  const leaveOut = () => {
    clearTimeout(timer);
    after.delete(begin);
  };
  after.add(begin);
  return leaveOut;
}
