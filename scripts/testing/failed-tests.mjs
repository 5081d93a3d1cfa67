import path from "node:path";
import { stripVTControlCharacters } from "node:util";

/**
 * A test that failed, as the end of `npm test` repeats it: where only the tail of the output is kept, that is all there is.
 *
 * @typedef {{ name: string, error: string }} Failure `name` begins with the file, relative to the project
 */

/** @typedef {{ name: string, message?: string, status: string, assertionResults: { ancestorTitles: string[], title: string, status: string, failureMessages?: string[] | null }[] }} VitestFile */

/** @typedef {{ message?: string, location?: { file: string, line: number } }} PlaywrightError */

/** @typedef {{ title: string, file: string, line: number, tests: { status: string, results: { errors: PlaywrightError[] }[] }[] }} PlaywrightSpec */

/** @typedef {{ title: string, file?: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite */

/**
 * What failed in a Vitest run, files that failed outside of their tests included.
 *
 * @param {{ testResults: VitestFile[] } | null} report of Vitest's JSON reporter
 * @param {string} root folder of the project
 * @returns {Failure[]}
 */
export function failedInVitest(report, root) {
  return (report?.testResults ?? []).flatMap((file) => {
    const place = path.relative(root, file.name);
    const tests = file.assertionResults.filter(({ status }) => status === "failed");
    if (tests.length === 0 && file.status === "failed") return [{ name: place, error: file.message ?? "" }];
    return tests.map((test) => ({
      name: [place, ...test.ancestorTitles, test.title].join(" › "),
      error: test.failureMessages?.join("\n") ?? "",
    }));
  });
}

/**
 * What failed in a Playwright run, or passed only at the second try, and what went wrong outside of its tests.
 *
 * @param {{ suites?: PlaywrightSuite[], errors?: PlaywrightError[] } | null} report of Playwright's JSON reporter
 * @returns {Failure[]}
 */
export function failedInPlaywright(report) {
  const outside = (report?.errors ?? []).map((error) => ({ name: "outside of the tests", error: textOf(error) }));
  return [...(report?.suites ?? []).flatMap((suite) => failedInSuite(suite, [])), ...outside];
}

/**
 * @param {PlaywrightSuite} suite
 * @param {string[]} around titles of the suites around it within its file
 * @returns {Failure[]}
 */
function failedInSuite(suite, around) {
  const titles = suite.title === suite.file ? around : [...around, suite.title];
  const failed = (suite.specs ?? []).filter(({ tests }) =>
    tests.some(({ status }) => status === "unexpected" || status === "flaky"),
  );
  const own = failed.map((spec) => ({
    name: [`${spec.file}:${spec.line}`, ...titles, spec.title].join(" › "),
    error: spec.tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(textOf)))[0] ?? "",
  }));
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failedInSuite(inner, titles))];
}

/** @param {PlaywrightError} error */
const textOf = ({ message = "", location }) => (location ? `${message}\nat line ${location.line}` : message);

const most = { failures: 25, lines: 12, characters: 900 };

/**
 * The failures in words of bounded length.
 *
 * @param {Failure[]} failures
 * @returns {string[]} lines
 */
export function inWords(failures) {
  const told = failures.slice(0, most.failures).flatMap(({ name, error }) => [`  ✗ ${name}`, ...firstLines(error)]);
  const left = failures.slice(most.failures);
  return left.length === 0 ? told : [...told, `  and ${left.length} more, of which the output above tells`];
}

/**
 * The first lines of an error, without colours, the stack's lines inside of libraries and empty lines.
 *
 * @param {string} error
 */
function firstLines(error) {
  const lines = stripVTControlCharacters(error)
    .slice(0, most.characters)
    .split("\n")
    .filter((line) => line.trim() && !/^\s+at .*(node_modules|node:)/.test(line));
  return lines.slice(0, most.lines).map((line) => `      ${line}`);
}
