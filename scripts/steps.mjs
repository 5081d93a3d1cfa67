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
  process.stdout.write(`${name} … `);
  try {
    const result = await work();
    const told = tell?.(result);
    process.stdout.write(`${told ? `${told}, ` : ""}${seconds(performance.now() - start)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`failed after ${seconds(performance.now() - start)}\n`);
    throw error;
  }
}

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
