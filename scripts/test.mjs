import "./check-node.mjs";

// Straight after a clone there are no packages: nothing here may need one before they are installed.
const { prepare } = await import("./prepare.mjs");
if (await prepare()) {
  const { runTests } = await import("./run-tests.mjs");
  await runTests();
} else {
  console.log("0 passed, 1 failed");
}
