import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../scripts/testing/find-browser.mjs";
import { startedServer } from "../test/started-server";

/** Runs a production build with a PostgreSQL of its own while `act` measures it, at the address that it is given. */
export async function withServer(environment: Record<string, string>, act: (url: string) => Promise<void>) {
  const folder = mkdtempSync(path.join(import.meta.dirname, "..", ".data-bench-"));
  const server = await startedServer({ DATA_DIR: folder, ...environment });
  try {
    if (server.isOver()) throw new Error(`The server ended before it answered. ${server.output()}`);
    await act(server.url);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function withBrowser<T>(args: readonly string[], act: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findBrowser() ?? undefined;
  const browser = await chromium.launch({
    args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), ...args],
    ...(executablePath && { executablePath }),
  });
  try {
    return await act(browser);
  } finally {
    await browser.close();
  }
}

export function someEmail(): string {
  return `bench-${randomUUID()}@example.org`;
}

export async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("seven green buses at noon");
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
}

export async function makeModel(page: Page, template: RegExp): Promise<void> {
  await page.goto("/models/new");
  await page.getByRole("radio", { name: template }).check();
  await page.getByLabel("Name", { exact: true }).fill("Measured");
  await page.getByRole("button", { name: "Create the model" }).click();
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
}

interface Watched {
  /** Runs in every page before its own scripts. */
  watch: () => void;
  template: RegExp;
}

/** The page of a new model of a new person, which is watched from its first script on. */
export async function pageOfNewModel(browser: Browser, baseURL: string, { watch, template }: Watched): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 1000 } });
  // What runs TypeScript here names functions by a helper, which a page does not have.
  await context.addInitScript("globalThis.__name = (named) => named;");
  await context.addInitScript(watch);
  const page = await context.newPage();
  await signUp(page, someEmail());
  await makeModel(page, template);
  return page;
}
