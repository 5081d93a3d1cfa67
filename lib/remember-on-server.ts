const longestBasis = 20_000;

/**
 * What was worked out of late, by all that it follows from: on a server a model is opened again and again, by its readers and on each of its
 * pages. In a browser nothing is kept here; React remembers what it shows.
 *
 * @param most results that are kept: those that were asked for last
 * @returns does the work, or gives what came of it before. The work must follow from its basis alone, and nothing may change what it gives:
 *   others get the same object
 */
export function rememberOnServer<Result>(most: number): (basis: readonly unknown[], work: () => Result) => Result {
  if (typeof window !== "undefined") return (_basis, work) => work();
  const kept = new Map<string, Result>();
  return (basis, work) => {
    const key = JSON.stringify(basis);
    // Of long lists of rows the text alone would take the memory of many results.
    if (key.length > longestBasis) return work();
    const result = kept.get(key) ?? work();
    // The one that was asked for last goes last.
    kept.delete(key);
    kept.set(key, result);
    const [first] = kept.keys();
    if (kept.size > most && first !== undefined) kept.delete(first);
    return result;
  };
}
