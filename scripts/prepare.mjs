import { fileURLToPath } from "node:url";
import { install, isInstalled } from "./install.mjs";
import { explain } from "./support/explain.mjs";
import { endRunning } from "./support/run-quietly.mjs";
import { step } from "./support/steps.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Installs the packages where they do not match the lock file.
 *
 * @returns {Promise<boolean>} whether to go on; if not, the reason was printed and the exit code is set
 */
export async function prepare() {
  const stop = () => {
    endRunning();
    process.exit(130);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  try {
    const work = async () => {
      if (isInstalled(root)) return false;
      await install(root);
      return true;
    };
    await step("Checking the packages", work, (done) => (done ? "installed" : "up to date"));
    return true;
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
    return false;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, stop);
  }
}
