import "./check-node.mjs";
import { explain } from "./support/explain.mjs";

// Straight after a clone there are no packages: nothing here may need one before they are installed.
const { prepare } = await import("./prepare.mjs");
if (await prepare()) {
  try {
    const { runTests } = await import("./testing/run-tests.mjs");
    await runTests();
  } catch (error) {
    fail(explain(error));
  }
} else fail("");

/** @param {string} words */
function fail(words) {
  if (words) console.error(words);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
