import "./check-node.mjs";

// Straight after a clone there are no packages: nothing here may need one before they are installed.
const { prepare } = await import("./prepare.mjs");
if (await prepare()) {
  const { serve } = await import("./serve.mjs");
  await serve({ dev: false });
}
