import { existsSync } from "node:fs";
import path from "node:path";
import { runQuietly } from "../support/run-quietly.mjs";
import { StartupError } from "../support/startup-error.mjs";
import { findBrowser } from "./find-browser.mjs";

/**
 * Finds a Chromium, or gets one: Playwright's, else on Debian as root the distribution's.
 *
 * @param {string} root absolute path of the project
 * @returns {Promise<string>} path of the program
 */
export async function ensureBrowser(root) {
  const found = findBrowser();
  if (found) return found;
  const playwright = path.join(root, "node_modules", "@playwright", "test", "cli.js");
  const ways = [
    [process.execPath, playwright, "install", "--with-deps", "chromium"],
    // Without the right to install the system's libraries, which may be there already.
    [process.execPath, playwright, "install", "chromium"],
  ];
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const install = "DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends";
    ways.push(["sh", "-c", `apt-get update && (${install} chromium-headless-shell || ${install} chromium)`]);
  }
  for (const [command = "", ...args] of ways) {
    await runQuietly(command, args, { cwd: root, what: "Getting a browser" }).catch(() => {});
    const browser = findBrowser();
    if (browser) return browser;
  }
  throw new StartupError(
    "There is no Chromium for the browser tests, and none could be installed.",
    "Install one (on Debian: apt-get install chromium; elsewhere: npx playwright install --with-deps chromium), then run npm test again.",
  );
}
