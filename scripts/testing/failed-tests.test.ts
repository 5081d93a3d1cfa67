import { expect, it } from "vitest";
import { failedInPlaywright, failedInVitest, inWords } from "./failed-tests.mjs";

it("names a failed test of Vitest by file, suites and title, and a file that failed before its tests", () => {
  const test = { ancestorTitles: ["two servers"], title: "share a port", status: "failed", failureMessages: ["no"] };
  const testResults = [
    { name: "/here/lib/one.test.ts", status: "failed", assertionResults: [test, { ...test, status: "passed" }] },
    { name: "/here/lib/two.test.ts", status: "failed", message: "Cannot find module", assertionResults: [] },
    { name: "/here/lib/three.test.ts", status: "passed", assertionResults: [{ ...test, status: "passed" }] },
  ];
  expect(failedInVitest({ testResults }, "/here")).toEqual([
    { name: "lib/one.test.ts › two servers › share a port", error: "no" },
    { name: "lib/two.test.ts", error: "Cannot find module" },
  ]);
  expect(failedInVitest(null, "/here")).toEqual([]);
});

it("names a failed test of Playwright by file, line, suites and title, and what went wrong outside of them", () => {
  const spec = (title: string, status: string) => ({
    title,
    file: "site/one.spec.ts",
    line: 7,
    tests: [{ status, results: [{ errors: [{ message: "not visible", location: { file: "/x", line: 9 } }] }] }],
  });
  const inner = { title: "on a phone", file: "site/one.spec.ts", specs: [spec("turns", "flaky")] };
  const suite = {
    title: "site/one.spec.ts",
    file: "site/one.spec.ts",
    specs: [spec("opens", "unexpected"), spec("closes", "expected"), spec("waits", "skipped")],
    suites: [inner],
  };
  expect(failedInPlaywright({ suites: [suite], errors: [{ message: "no server" }] })).toEqual([
    { name: "site/one.spec.ts:7 › opens", error: "not visible\nat line 9" },
    { name: "site/one.spec.ts:7 › on a phone › turns", error: "not visible\nat line 9" },
    { name: "outside of the tests", error: "no server" },
  ]);
  expect(failedInPlaywright(null)).toEqual([]);
});

it("tells the first lines of each error, without colours, and no more failures than can be read", () => {
  const error = "\u001b[31mexpected 3\u001b[39m\n\n    at f (/x/node_modules/y.js:1:1)\n    at here (/x/lib/a.ts:2:3)";
  expect(inWords([{ name: "a", error }])).toEqual(["  ✗ a", "      expected 3", "          at here (/x/lib/a.ts:2:3)"]);

  const long = inWords([{ name: "a", error: "line\n".repeat(500) }]);
  expect(long.length).toBeLessThan(20);
  expect(inWords([{ name: "a", error: "x".repeat(5_000) }]).join("").length).toBeLessThan(1_000);

  const many = inWords(Array.from({ length: 40 }, (_, at) => ({ name: `test ${at}`, error: "no" })));
  expect(many).toHaveLength(25 * 2 + 1);
  expect(many.at(-1)).toContain("and 15 more");
});
