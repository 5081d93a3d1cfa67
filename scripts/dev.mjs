import "./check-node.mjs";
import { explain } from "./support/explain.mjs";

// Straight after a clone there are no packages: nothing here may need one before they are installed.
const { prepare } = await import("./prepare.mjs");
if (await prepare()) {
  try {
    const { serve } = await import("./starting/serve.mjs");
    await serve({ dev: true });
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}
