/** Steps whose line is not finished: one that is cut off by a stop makes way for the next. */
let open = 0;

/**
 * Does one step and prints one line about it, with the time it took.
 *
 * @template T
 * @param {string} name for example "Applying the migrations"
 * @param {() => Promise<T> | T} work
 * @param {(result: T) => string} [tell] what there is to say about the result
 * @returns {Promise<T>}
 */
export async function step(name, work, tell) {
  const start = performance.now();
  process.stdout.write(`${open > 0 ? "\n" : ""}${name} … `);
  open += 1;
  try {
    const result = await work();
    const told = tell?.(result);
    process.stdout.write(`${told ? `${told}, ` : ""}${seconds(performance.now() - start)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`failed after ${seconds(performance.now() - start)}\n`);
    throw error;
  } finally {
    open -= 1;
  }
}

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
