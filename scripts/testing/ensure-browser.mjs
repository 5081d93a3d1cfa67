import path from "node:path";
import { runQuietly } from "../support/run-quietly.mjs";
import { StartupError } from "../support/startup-error.mjs";
import { ensureCommand } from "./ensure-command.mjs";
import { findBrowser } from "./find-browser.mjs";

/**
 * Finds a Chromium, or gets one: on Debian as root the distribution's, else Playwright's.
 *
 * @param {string} root absolute path of the project
 * @returns {Promise<string>} path of the program
 */
export async function ensureBrowser(root) {
  const playwright = path.join(root, "node_modules", "@playwright", "test", "cli.js");
  const playwrights = (/** @type {string[]} */ ...options) =>
    runQuietly(process.execPath, [playwright, "install", ...options, "chromium"], { cwd: root, what: "The browser" });
  const ways = [
    async () => {},
    () => ensureCommand("chromium-headless-shell"),
    () => ensureCommand("chromium"),
    () => playwrights("--with-deps"),
    // Without the right to install the system's libraries, which may be there already.
    () => playwrights(),
  ];
  for (const way of ways) {
    await way().catch(() => {});
    const browser = findBrowser();
    if (browser) return browser;
  }
  throw new StartupError(
    "There is no Chromium for the browser tests, and none could be installed.",
    "Install one (on Debian: apt-get install chromium; elsewhere: npx playwright install --with-deps chromium), then run npm test again.",
  );
}
