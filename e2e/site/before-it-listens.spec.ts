import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "@playwright/test";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { holdScripts } from "../support/hold-scripts";
import { hostileModel } from "../support/hostile-names";
import { letIn } from "../support/let-in";
import { modelPages } from "../support/model-pages";
import { createModel, cutSaves, inputField, untilSaved } from "../support/model-steps";
import { untilQuiet } from "../support/until-quiet";

test("nothing can be typed into a model until its page listens, and then it counts", async ({ ada }) => {
  const address = await createModel(ada.page, "Slow line");
  const release = await holdScripts(ada.page);
  await ada.page.goto(address, { waitUntil: "commit" });
  const users = ada.page.getByRole("complementary", { name: "Inputs" }).getByLabel("Users", { exact: true });
  // Drawn by the server: the figure stands there, and the field takes nothing.
  await expect(users).toHaveValue("50,000");
  await expect(users).toBeDisabled();
  await expect(ada.page.getByLabel("Name of the model")).not.toBeEditable();
  release();
  await expect(users).toBeEnabled();
  await users.fill("60000");
  await untilSaved(ada.page);
  await ada.page.unroute(/\/_next\/static\/.*\.js/);
  await ada.page.reload();
  await expect(users).toHaveValue("60,000");
});

test("an input for a scenario can be chosen once its page listens", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Slow scenarios")}`;
  await page.goto(`${address}/scenarios`);
  await page.getByRole("button", { name: "New scenario" }).click();
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  const release = await holdScripts(page);
  await page.goto(`${address}/scenarios`, { waitUntil: "commit" });
  const inputs = page.getByLabel("Another input to vary");
  await expect(inputs).toBeDisabled();
  release();
  await inputs.selectOption("cloudComplianceAnnual");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByLabel("Compliance and audit (cloud), Scenario 1", { exact: true })).toBeFocused();
});

test("a button that is pressed before its page listens does once what it says", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Slow buttons")}/scenarios`;
  const release = await holdScripts(page);
  await page.goto(address, { waitUntil: "commit" });
  const button = page.getByRole("button", { name: "New scenario" });
  // With impatience.
  await button.click();
  await button.click();
  release();
  await expect(page.getByRole("region", { name: "Scenario 1" })).toBeVisible();
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Scenario 2" })).toHaveCount(0);
  // From then on each press counts.
  await button.click();
  await expect(page.getByRole("region", { name: "Scenario 2" })).toBeVisible();
});

test("a menu whose code arrives while its button is held down opens all the same", async ({ ada }) => {
  const { page } = ada;
  const address = await createModel(page, "Slow menu");
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let onRequest = (_chunk: string) => {};
  const requested = new Promise<string>((resolve) => {
    onRequest = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    const response = await route.fetch();
    // A property of the menu alone, which keeps its name when the code is made small.
    if ((await response.text()).includes("closeMenuOnClick")) {
      onRequest(route.request().url());
      await released;
    }
    await route.fulfill({ response });
  });
  await page.goto(address);
  const chunk = await requested;
  await page.getByRole("button", { name: /^Export/ }).hover();
  await page.mouse.down();
  const arrived = page.waitForResponse(chunk);
  release();
  await arrived;
  // A moment, in which the code runs and the menu would take the button's place.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await page.mouse.up();
  await expect(page.getByRole("menuitem", { name: "Import figures…" })).toBeVisible();
  // What is still fetched would fail with the end of the test.
  await page.unrouteAll({ behavior: "wait" });
});

/** Where what can be pressed in sight stands, px from the window's corner, by its name. */
function placesToPress(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("a, button, input, select, textarea, summary")].flatMap((element) => {
        const { left, top, width } = element.getBoundingClientRect();
        if (width === 0 || top >= innerHeight) return [];
        const name = element.getAttribute("aria-label") ?? element.textContent;
        return [[`${element.tagName} ${name}`, `${Math.round(left)}, ${Math.round(top)}`]];
      }),
    ),
  );
}

const settings = ["profile", "notices", "members", "figures", "security", "tokens", "audit"].map(
  (part) => `/settings/${part}`,
);

test.describe("before it listens", () => {
  /** Who reads the pages, and a model of theirs with all that its pages show: no page can change them. */
  let reader: { storageState: Awaited<ReturnType<BrowserContext["storageState"]>>; model: string };

  test.beforeAll(async ({ ada, bob, playwright, baseURL }) => {
    test.setTimeout(120_000);
    const api = await playwright.request.newContext({ baseURL: baseURL ?? "" });
    const { model } = await hostileModel(ada.page, api, bob.email);
    await api.dispose();
    reader = { storageState: await ada.context.storageState(), model };
  });

  for (const path of ["/", "/models", "/models/new", "/models/new/questions", ...modelPages, ...settings]) {
    test(`${path} takes nothing that it would forget before it listens, and moves nothing then`, async ({
      newPage,
    }) => {
      const page = await newPage({ storageState: reader.storageState });
      await page.setViewportSize({ width: 1440, height: 900 });
      const release = await holdScripts(page);
      const address = path.replace("[id]", reader.model);
      await page.goto(address, { waitUntil: "commit" });
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      // The end of what the server sends.
      await page.waitForFunction(() => document.readyState !== "loading");
      await expect(page).toHaveURL(address);
      // Open before are forms that the browser itself can send, and those whose button waits: they forget nothing.
      const open = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>("main :is(input, select, textarea):enabled:not([readonly])")]
          .filter(({ type, form }) => type !== "hidden" && !form?.hasAttribute("action"))
          .filter(({ form }) => !form?.querySelector("button[type=submit]:disabled"))
          .map(({ outerHTML }) => outerHTML.slice(0, 200)),
      );
      expect(open).toEqual([]);
      await page.evaluate(() => document.fonts.ready);
      const drawn = await placesToPress(page);
      release();
      await untilQuiet(page);
      await page.unrouteAll({ behavior: "wait" });
      const listening = await placesToPress(page);
      // What was drawn and is named otherwise now, by a count for one, is not asked about.
      const moved = Object.keys(drawn).filter((name) => name in listening && listening[name] !== drawn[name]);
      expect(moved.map((name) => `${name}: ${drawn[name]}, then ${listening[name]}`)).toEqual([]);
    });
  }
});

test("a former editor keeps what they typed, can download it, and can try again", async ({ ada, bob, expectFault }) => {
  expectFault(/ERR_INTERNET_DISCONNECTED/);
  const id = await makeModel(ada.page, "Theirs for a while");
  await letIn(ada, id, bob, "editor");
  await bob.page.goto(`/models/${id}`);
  const address = bob.page.url();
  const users = await inputField(bob.page, "Demand", "Users");
  await users.fill("51000");
  await untilSaved(bob.page);
  // It is typed before the page hears of the other role, and sent after.
  const saves = await cutSaves(bob.page, address);
  await users.fill("70000");
  await expect(bob.page.getByText("Not saved: no connection")).toBeVisible();
  await ada.page.goto(`/models/${id}/share`);
  await ada.page.getByLabel("Role of Bob").selectOption("viewer");
  await expect(ada.page.getByLabel("Role of Bob")).toHaveValue("viewer");
  await expect(users).not.toBeEditable();
  await saves.restore();
  const notice = bob.page.getByRole("alert").filter({ hasText: "What you typed is not saved" });
  await expect(notice).toContainText("You can view this model but not change it.");
  await expect(users).toHaveValue("70000");
  const [file] = await Promise.all([
    bob.page.waitForEvent("download"),
    notice.getByRole("button", { name: "Download my inputs" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("theirs-for-a-while-inputs.csv");
  const text = await readFile(await file.path(), "utf8");
  expect(text).toMatch(/\r\nusers,[^\r]*,70000,/);
  await ada.page.getByLabel("Role of Bob").selectOption("editor");
  await expect(ada.page.getByLabel("Role of Bob")).toHaveValue("editor");
  await notice.getByRole("button", { name: "Try again" }).click();
  await expect(notice).toBeHidden();
  await untilSaved(bob.page);
  await ada.page.goto(address);
  await expect(await inputField(ada.page, "Demand", "Users")).toHaveValue("70,000");
});

test("what is printed before the page listens is in ink on white, and no table is cut off", async ({
  ada,
  newPage,
}) => {
  const id = await makeModel(ada.page, "Printed at once");
  const page = await newPage({ javaScriptEnabled: false, storageState: await ada.context.storageState() });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  // Between the margins of A4: (210 - 28) / 25.4 * 96 = 688.
  await page.setViewportSize({ width: 688, height: 1000 });
  for (const part of ["", "/breakdown"]) {
    await page.goto(`/models/${id}${part}`);
    const table = page.getByRole("grid", { name: "What gets built" });
    await expect(table.getByRole("columnheader", { name: /^Year 5 / })).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, part).toBeLessThanOrEqual(688);
    const tables = await page
      .locator("main table:visible")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    expect(tables.length).toBeGreaterThan(1);
    expect(Math.max(...tables), part).toBeLessThanOrEqual(688);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(paper).toMatch(/^(rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\))$/);
  }
});
