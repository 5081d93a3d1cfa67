import type { Page, Route } from "@playwright/test";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { createModel, inputField, untilTried, untilWorkedOut } from "../support/model-steps";

/** Where the titles of the page's parts stand, from its top, px. */
const titles = (page: Page) =>
  page
    .locator("main h2")
    .evaluateAll((all) =>
      all
        .filter((title) => title.getClientRects().length > 0)
        .map((title) => `${title.textContent} ${Math.round(title.getBoundingClientRect().top + scrollY)}`),
    );

test.describe("with all that is worked out", () => {
  test.use({ analyses: "all" });

  test("what comes a moment after the page has its room, so that nothing moves for it", async ({ ada }) => {
    const { page } = ada;
    const address = `/models/${await makeModel(page, "Steady", { template: "Game patches" })}`;
    for (const width of [1440, 1280, 390]) {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const hold = async (route: Route) => {
        await released;
        await route.continue();
      };
      // What the verdict is worked out by, and who may comment.
      await page.route(/worker|\/threads$/, hold);
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      await expect(page.getByText(/working out 10,000 trials…/)).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await page.locator("canvas").first().waitFor();
      await expect(page.getByRole("button", { name: "Comment on the answer" })).toHaveCount(0);
      // A phone shows the rest on request.
      if (width === 390) await page.getByRole("button", { name: "Details" }).click();
      const before = await titles(page);
      expect(before.length).toBeGreaterThan(6);
      release();
      await untilTried(page);
      await expect(page.getByRole("table", { name: "What moves it" })).toBeVisible();
      await expect(page.getByRole("button", { name: "Comment on the answer" })).toBeVisible();
      expect(await titles(page), `${width} px wide`).toEqual(before);
      await page.unroute(/worker|\/threads$/, hold);
    }
  });
});

test("no column moves where a figure gains a digit", async ({ ada }) => {
  const { page } = ada;
  await page.setViewportSize({ width: 1440, height: 900 });
  await createModel(page, "Columns", "Game patches");
  const users = await inputField(page, "Demand", "Users");
  const columns = (name: string) =>
    page
      .getByRole("region", { name })
      .locator("thead th")
      .evaluateAll((all) => all.map((head) => head.getBoundingClientRect().right));
  const total = page.getByRole("region", { name: "Table of who pays" }).getByRole("cell").first();
  await expect(total).toHaveText(/^\d\d,\d{3},\d{3}$/);
  const before = await columns("Table of who pays");
  await users.fill("40000000");
  await expect(total).toHaveText(/^\d{3},\d{3},\d{3}$/);
  expect(await columns("Table of who pays")).toEqual(before);
});

test.describe("with what single inputs do", () => {
  test.use({ analyses: "single inputs" });

  test("a chart is drawn once it is near the window", async ({ ada }) => {
    const { page } = ada;
    const address = `/models/${await makeModel(page, "Far below")}`;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(address);
    const [first, last] = [page.locator("canvas").first(), page.locator("canvas").nth(1)];
    await first.scrollIntoViewIfNeeded();
    await expect(first).not.toHaveAttribute("data-behind");
    await untilWorkedOut(page);
    await expect(last).toHaveAttribute("data-behind");
    const isBlank = () =>
      last.evaluate((canvas: HTMLCanvasElement) => {
        const ink = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
        return ink?.every((value) => value === 0);
      });
    expect(await isBlank()).toBe(true);
    await last.scrollIntoViewIfNeeded();
    await expect(last).not.toHaveAttribute("data-behind");
    expect(await isBlank()).toBe(false);
  });
});

test("a tab has its name and its colours, and a phone its width, all the way from page to page", async ({ ada }) => {
  const { page } = ada;
  await makeModel(page, "Patches");
  await page.goto("/models");
  await page.evaluate(() => {
    const noted: string[] = [];
    const note = () => {
      const counted = ["viewport", "theme-color"].map((name) => document.querySelectorAll(`meta[name=${name}]`).length);
      const now = `${document.title}${counted.every((count) => count > 0) ? "" : ` without ${counted}`}`;
      if (now !== noted.at(-1)) noted.push(now);
    };
    note();
    Object.assign(window, { noted });
    new MutationObserver(note).observe(document.head, { childList: true, subtree: true, characterData: true });
  });
  await page.getByRole("link", { name: "Patches" }).click();
  await expect(page).toHaveTitle("Patches · Peerbalance");
  await page.getByRole("link", { name: "Assumptions", exact: true }).click();
  await expect(page).toHaveTitle("Assumptions of Patches · Peerbalance");
  await page.goBack();
  await expect(page).toHaveTitle("Patches · Peerbalance");
  await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Models", exact: true }).click();
  await expect(page).toHaveTitle("Models · Peerbalance");
  expect(await page.evaluate(() => Reflect.get(window, "noted"))).toEqual([
    "Models · Peerbalance",
    "Patches · Peerbalance",
    "Assumptions of Patches · Peerbalance",
    "Patches · Peerbalance",
    "Models · Peerbalance",
  ]);
});
