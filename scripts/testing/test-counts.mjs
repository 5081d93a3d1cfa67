/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Counts a Vitest run. A run without a report, without a test, or with an error outside of its tests counts as failed.
 *
 * @param {{ numPassedTests: number, numFailedTests: number } | null} report of Vitest's JSON reporter
 * @param {number} code the runner's exit code
 * @returns {Counts}
 */
export function countVitest(report, code) {
  return count(report?.numPassedTests ?? 0, report?.numFailedTests ?? 0, code);
}

/**
 * Counts a Playwright run. A test that passed at the second try failed.
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number } } | null} report of Playwright's JSON reporter
 * @param {number} code
 * @returns {Counts}
 */
export function countPlaywright(report, code) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return count(expected, unexpected + flaky, code);
}

/**
 * @param {number} passed
 * @param {number} failed
 * @param {number} code
 * @returns {Counts}
 */
function count(passed, failed, code) {
  const isHollow = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: isHollow ? 1 : failed };
}
