import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/testing/find-browser.mjs";

// `npm test` gives all of these; the defaults serve `npx playwright test` on its own.
const port = Number(process.env.PORT ?? 3123);
const executablePath = process.env.PEERBALANCE_TEST_BROWSER ?? findBrowser() ?? undefined;
const isRoot = process.getuid?.() === 0;
const quiet = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/global-setup.ts",
  forbidOnly: true,
  // A test that passes at the second try has found something.
  retries: 0,
  // Each test has people and models of its own, and waits now and then: two leave a sixth of two processors idle.
  workers: 3,
  // Far above what any takes alone: other work may have both processors.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  outputDir: "test-results",
  use: {
    ...devices["Desktop Chrome"],
    // The same host as APP_URL: cookies and the policy for forms belong to it.
    baseURL: `http://localhost:${port}`,
    locale: "en-US",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    // What never comes is said with its place, and not by the whole test's time.
    actionTimeout: 30_000,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: isRoot ? ["--no-sandbox", ...quiet] : quiet,
    },
  },
  webServer: {
    command: `"${process.execPath}" scripts/start.mjs`,
    url: `http://localhost:${port}/`,
    env: {
      PORT: String(port),
      DATA_DIR: process.env.DATA_DIR ?? ".data-browser",
      METRICS_TOKEN: "for-the-tests-of-metrics",
    },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
    reuseExistingServer: false,
  },
});
