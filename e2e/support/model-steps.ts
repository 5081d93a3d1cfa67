import { type BrowserContext, expect, type Locator, type Page, type Route } from "@playwright/test";
import { createModel as openNewModel } from "./create-model";

/** Makes a model from a template, or a blank one, and waits for its answer. Returns its address. */
export async function createModel(page: Page, name: string, template?: string): Promise<string> {
  const address = await openNewModel(page, name, template);
  await expect(page.getByRole("region", { name: "Answer", exact: true })).toBeVisible();
  return address;
}

/** The breakdown of the model on a page, in a window of its own: it follows what is saved. */
export async function breakdownBeside(page: Page): Promise<Page> {
  const beside = await page.context().newPage();
  await beside.goto(`${new URL(page.url()).pathname}/breakdown?zeros=shown`);
  return beside;
}

export function figuresOf(page: Page): Locator {
  return page.getByRole("grid", { name: "Breakdown" });
}

/** The figures of one row of a breakdown: total, net present cost, set-up, the years. @param table of a read-only link */
export function figuresRow(page: Page, architecture: string, category: string, table = figuresOf(page)): Locator {
  return table
    .locator("tbody")
    .filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${architecture}( excluded: .*)?$`) }) })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: category, exact: true }) })
    .locator("td");
}

/** The same without its net present cost, which takes a formula rather than a sum. */
export function cashRow(page: Page, architecture: string, category: string): Locator {
  return figuresRow(page, architecture, category).and(page.locator(":not([data-column='1'])"));
}

/** What the organisation pays for an architecture over the horizon, on the page of the answer. */
export function totalOf(page: Page, architecture: string): Locator {
  return page
    .getByRole("region", { name: "Table of who pays" })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: architecture, exact: true }) })
    .getByRole("cell")
    .first();
}

/** The field of an input, with its group opened. */
export async function inputField(page: Page, group: string, label: string): Promise<Locator> {
  const panel = page.getByRole("complementary", { name: "Inputs" });
  const fold = page.getByRole("button", { name: new RegExp(`^${group}( \\d|$)`) });
  if ((await panel.locator(fold).getAttribute("aria-expanded")) === "false") await panel.locator(fold).click();
  // Two groups may have an input of the same name.
  return panel.locator("section").filter({ has: fold }).getByLabel(label, { exact: true });
}

/** The same with the focus, which unfolds what is known of the input. */
export async function unfoldedField(page: Page, group: string, label: string): Promise<Locator> {
  const field = await inputField(page, group, label);
  // Before the page listens it is disabled, and takes no focus.
  await expect(field).toBeEnabled();
  await field.focus();
  return field;
}

/** Types figures into the fields of inputs: the group, the label, what is typed. */
export async function fillInputs(page: Page, figures: readonly (readonly [string, string, string])[]): Promise<void> {
  for (const [group, label, value] of figures) await (await inputField(page, group, label)).fill(value);
}

/**
 * A year without users, data, discount and rising prices: only staff and compliance, the same in the cloud and on own servers, which are
 * 100,000 dearer by compliance.
 */
export const dearerByCompliance = [
  ["General", "Planning horizon", "12"],
  ["General", "Discount rate (nominal)", "0"],
  ["Price changes", "General inflation", "0"],
  ["Price changes", "Pay growth", "0"],
  ["Demand", "Users", "0"],
  ["Demand", "Data stored (logical)", "0"],
  ["Demand", "Data delivered to users", "0"],
  ["Demand", "Compute used", "0"],
  ["Own servers", "Compliance and audit", "130000"],
] as const;

/**
 * Lets no save through, as a bad connection does, while all else comes and goes.
 *
 * @returns how many were tried since `restore`, which lets them through again
 */
export async function cutSaves(
  page: Page,
  address: string,
): Promise<{ restore: () => Promise<void>; sent: () => number }> {
  let sent = 0;
  const isHere = (url: URL) => url.href.split("?")[0] === address;
  const cut = (route: Route) =>
    route.request().method() === "POST" ? route.abort("internetdisconnected") : route.fallback();
  await page.route(isHere, cut);
  return {
    restore: async () => {
      page.on("request", (request) => {
        if (request.method() === "POST") sent += 1;
      });
      await page.unroute(isHere, cut);
    },
    sent: () => sent,
  };
}

/** Waits until everything typed is on the server. */
export async function untilSaved(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
}

/**
 * As browsers that have none, on some phones: each page loaded from now on follows its model by a stream of its own.
 */
export async function withoutSharedWorker(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => Reflect.deleteProperty(window, "SharedWorker"));
}

/** Waits until the first trials of the figures on the page are in, in a test whose pages run them. */
export const untilTried = (page: Page) =>
  expect(page.locator("table[aria-busy=false]")).toBeVisible({ timeout: 60_000 });

/** Waits until the page has worked out what single inputs do to the answer. */
export const untilWorkedOut = (page: Page) =>
  expect(page.getByRole("region", { name: /^What would flip it/ })).not.toContainText("Trying", { timeout: 60_000 });

/** Comments on what the page shows, where nobody has. Returns the drawer of its comments. */
export async function commentOn(page: Page, subject: string, words: string): Promise<Locator> {
  await page.getByRole("button", { name: `Comment on ${subject}` }).click();
  const drawer = page.getByRole("dialog", { name: `Comments: ${subject}` });
  await drawer.getByLabel("New comment").fill(words);
  await drawer.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(drawer.getByRole("article")).toContainText(words);
  return drawer;
}
