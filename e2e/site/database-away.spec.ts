import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "../../scripts/database/embedded.mjs";
import { startEmbeddedDatabase } from "../../scripts/database/embedded-database.mjs";
import { startedServer } from "../../test/started-server";
import { test as base, expect, signUpAt } from "../support/fixtures";

// An installation of its own, whose database is stopped under a person's page and comes back. What the server answers meanwhile:
// server/answers/database-away.start.test.ts.

interface Installation {
  url: string;
  stopDatabase: () => Promise<void>;
  startDatabase: () => Promise<void>;
}

const test = base.extend<object, { installation: Installation }>({
  installation: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), "peerbalance-away-"));
      const database = await startEmbeddedDatabase(folder);
      const server = await startedServer({
        DATA_DIR: folder,
        DATABASE_URL: database.ownerUrl,
        DATABASE_APP_URL: database.applicationUrl,
        NEXTAUTH_SECRET: database.nextAuthSecret,
      });
      let stopDatabase = database.stop;
      await use({
        url: server.url,
        stopDatabase: () => stopDatabase(),
        startDatabase: async () => {
          const dataDir = path.join(folder, "postgres");
          const again = await startEmbedded({ dataDir, password: "", port: Number(new URL(database.ownerUrl).port) });
          stopDatabase = again.stop;
        },
      });
      await server.stop();
      await stopDatabase();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 240_000 },
  ],
  baseURL: async ({ installation }, use) => use(installation.url),
});

test("while the database is away a page says so by its title too, and shows itself once it is back", async ({
  newPage,
  installation,
  expectFault,
}) => {
  expectFault(/503|Minified React error #441/);
  const page = await newPage();
  await signUpAt(page, "Ada", "/sign-up");
  await page.goto("/models/new");
  await page.getByRole("radio", { name: /^Default service/ }).check();
  await page.getByLabel("Name", { exact: true }).fill("Here before");
  await page.getByRole("button", { name: "Create the model" }).click();
  const name = page.getByLabel("Name of the model");
  await expect(name).toBeEditable();
  await installation.stopDatabase();
  await name.fill("Typed meanwhile");
  await name.press("Enter");
  await expect(page.getByText(/^Not saved yet: the database cannot be reached just now\./)).toBeVisible();
  await page.getByRole("link", { name: "Scenarios" }).click();
  await expect(page.getByRole("heading", { name: "The database cannot be reached" })).toBeVisible();
  await expect(page).toHaveTitle("The database cannot be reached · Peerbalance");
  await installation.startDatabase();
  // Nothing is pressed.
  await expect(page.getByRole("button", { name: "New scenario" })).toBeVisible();
  await expect(page).toHaveTitle("Scenarios of Typed meanwhile · Peerbalance");
});
