import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { createModel, figuresOf, figuresRow, inputField, untilSaved } from "../support/model-steps";
import { expectNoSideways } from "../support/sideways";

/** Compliance in the cloud, 36,000 a year without inflation: 3,000 a month over 18 months; 50 users who stay 50. */
async function steadyModel(page: Page): Promise<string> {
  const address = await createModel(page, "Steady");
  await (await inputField(page, "Price changes", "General inflation")).fill("0");
  await (await inputField(page, "Cloud", "Compliance and audit")).fill("36,000");
  await (await inputField(page, "General", "Planning horizon")).fill("18");
  await (await inputField(page, "Demand", "Users")).fill("50");
  await (await inputField(page, "Demand", "Growth of users")).fill("0");
  await untilSaved(page);
  return address;
}

// Both totals, set-up, a year and half a year. Net present cost by the formula of an annuity at 8 % a year, i = 1.08^(1/12) − 1:
// 3,000 × (1 − 1/1.08^1.5)/i.
const byYear = ["54,000.00", "50,836.27", "0.00", "36,000.00", "18,000.00"];

/** The input at the root of an explanation of compliance; down the tree with the arrows: right opens what is closed. */
async function complianceIn(explanation: Locator): Promise<Locator> {
  const { keyboard } = explanation.page();
  const link = explanation.getByRole("link", { name: "Compliance and audit" });
  await explanation
    .getByRole("button", { name: /Compliance/ })
    .first()
    .focus();
  for (let step = 0; step < 12 && !(await link.isVisible()); step++) {
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowRight");
  }
  return link;
}

test("every figure stands by year, fiscal year or month, in three views, in all and for each user", async ({ ada }) => {
  const { page } = ada;
  await steadyModel(page);
  await page.getByRole("link", { name: "Breakdown" }).click();
  const compliance = figuresRow(page, "Cloud", "Compliance");
  await expect(compliance).toHaveText(byYear);
  await page.getByLabel("What the figures are divided by").selectOption("perUser");
  // 3,000 a month among 50 users; nobody is served in set-up.
  await expect(compliance.nth(1)).toHaveText("–");
  for (const place of [0, 2, 3]) await expect(compliance.nth(place)).toHaveText(/^60\.0*$/);
  await page.getByLabel("What the figures are divided by").selectOption("money");
  await page.getByText("By month").click();
  await expect(compliance).toHaveText([...byYear.slice(0, 3), ...new Array(18).fill("3,000.00")]);
  // What is bought is all paid in month 0 in cash, and not in the straight line.
  const hardware = figuresRow(page, "Own servers", "Hardware");
  await expect(hardware.nth(2)).not.toHaveText("0.00");
  await page.getByText("Straight line", { exact: true }).click();
  await expect(hardware.nth(2)).toHaveText("0.00");
  await expect(compliance.nth(3)).toHaveText("3,000.00");
});

test("a link opens what was seen, Back returns to what was seen before, and the tabs keep it", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "In the address")}`;
  const requests: string[] = [];
  await page.goto(`${address}/breakdown?view=nonsense&by=decade`);
  const grid = figuresOf(page);
  await expect(grid.getByText("Total, USD, cash")).toBeVisible();
  await expect(figuresRow(page, "Cloud", "Hardware")).not.toHaveCount(0);
  // The cloud needs no energy of ours: the row is there when it is asked for.
  await expect(figuresRow(page, "Cloud", "Energy")).toHaveCount(0);
  await page.goto(`${address}/breakdown`);
  await expect(grid.getByText("Total, USD, cash")).toBeVisible();
  page.on("request", (request) => requests.push(request.url()));
  await page.getByText("Financed", { exact: true }).click();
  await page.getByText("By fiscal year", { exact: true }).click();
  await page.getByLabel("Show zeros").check();
  await expect(figuresRow(page, "Cloud", "Energy").first()).toHaveText("0.00");
  await page.getByLabel("What differences are counted from").selectOption("Difference from hybrid");
  await expect(grid.getByRole("rowheader", { name: "Difference from hybrid" })).toHaveCount(3);
  await expect(page).toHaveURL(`${address}/breakdown?view=financed&by=fiscal-year&zeros=shown&base=hybrid`);
  // Nothing was asked of the server.
  expect(requests.filter((url) => url.includes("/breakdown"))).toEqual([]);
  await page.goBack();
  await expect(grid.getByRole("rowheader", { name: "Difference from hybrid" })).not.toHaveCount(3);
  await page.goBack();
  await expect(figuresRow(page, "Cloud", "Energy")).toHaveCount(0);
  await expect(page.getByLabel("Show zeros")).not.toBeChecked();
  await expect(page).toHaveURL(`${address}/breakdown?view=financed&by=fiscal-year`);
  // The server draws it so too.
  const drawn = await (await ada.context.request.get(page.url())).text();
  expect(drawn).toContain("Total, USD, financed");
  expect(drawn).toMatch(/FY 20\d\d/);
  const tabs = page.getByRole("navigation", { name: "Pages of this model" });
  await tabs.getByRole("link", { name: "Answer" }).click();
  await expect(page).toHaveURL(`${address}?view=financed&by=fiscal-year`);
  await tabs.getByRole("link", { name: "Breakdown" }).click();
  await expect(grid.getByText("Total, USD, financed")).toBeVisible();
});

test("a figure opens what it is made of, down to an input and to its field, all by keyboard", async ({ ada }) => {
  const { page } = ada;
  await steadyModel(page);
  await page.goto(`${page.url()}/breakdown`);
  const compliance = figuresRow(page, "Cloud", "Compliance");
  await compliance.nth(0).click();
  await page.keyboard.press("Escape");
  await expect(compliance.nth(0)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(compliance.nth(2)).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const explanation = page.getByRole("dialog", { name: "Compliance, cloud" });
  await expect(explanation).toContainText("Year 2 (6 months), cash: 18,000.00 USD, the sum of months 13 to 18");
  // The first month of it is explained, and says so; another can be chosen.
  const month = explanation.getByLabel("Month that is explained");
  await expect(month).toHaveValue("13");
  await month.selectOption("15");
  await expect(explanation.getByText("3,000.00 USD/month").first()).toBeVisible();
  const link = await complianceIn(explanation);
  await expect(link).toBeVisible();
  const entry = explanation
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: "Compliance and audit" }) })
    .last();
  await expect(entry).toContainText("Changed from the default");
  await expect(entry).toContainText("36,000 USD/year");
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\?input=cloudComplianceAnnual$/);
  const field = page.getByRole("complementary", { name: "Inputs" }).getByLabel("Compliance and audit", { exact: true });
  await expect(field.first()).toBeFocused();
  await expect(page.locator(":focus")).toHaveValue("36,000");
});

test("ten years by month are drawn, switched and moved through without a pause that is felt", async ({ ada }) => {
  const { page } = ada;
  const address = await createModel(page, "Ten years");
  await (await inputField(page, "General", "Planning horizon")).fill("120");
  await untilSaved(page);
  await page.goto(`${address}/breakdown`);
  await page.getByText("By month").click();
  const grid = figuresOf(page);
  // The names, both totals, set-up and 120 months; drawn are those in sight.
  await expect(grid).toHaveAttribute("aria-colcount", "124");
  await expect(grid.locator("tbody td[data-column]")).not.toHaveCount(0);
  expect(await grid.locator("tbody tr[data-row='0'] td[data-column]").count()).toBeLessThan(40);
  const month = (number: number) => grid.locator(`tr[data-row='0'] td[aria-colindex='${number + 4}']`);
  await month(3).click();
  await page.keyboard.press("Escape");
  await expect(month(3)).toBeFocused();
  await page.keyboard.press("End");
  await expect(month(120)).toBeFocused();
  await expect(month(120)).toBeInViewport();
  await expect(grid.getByRole("columnheader", { name: /^Month 119/ })).toBeInViewport();
  await page.keyboard.press("Home");
  await expect(month(-2)).toBeFocused();
  await expect(grid.getByRole("columnheader", { name: /^Month 2 / })).toBeInViewport();
  await month(0).focus();
  await month(0).click();
  await page.keyboard.press("Escape");
  // Thirty moves, each to the next picture. Far above what it takes here, and far below what a table drawn anew each
  // time would.
  const took = await page.evaluate(async () => {
    const start = performance.now();
    for (let move = 0; move < 30; move++) {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return performance.now() - start;
  });
  expect(took).toBeLessThan(6_000);
  await expect(month(30)).toBeFocused();
  // What has the focus keeps it out of sight, and its names stay where they are.
  await grid.evaluate((table) => table.parentElement?.scrollTo({ left: 0 }));
  await expect(month(30)).not.toBeInViewport();
  await expect(month(30)).toBeFocused();
  await expect(grid.getByRole("columnheader", { name: /^Month 2 / })).toBeInViewport();
  await page.keyboard.press("ArrowRight");
  await expect(month(31)).toBeInViewport();
  // On paper nothing is left out, in parts of half a year, none wider than A4 between its margins.
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 688, height: 1000 });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const parts = page.getByRole("table").filter({ has: page.getByRole("columnheader", { name: /USD/ }) });
  // Twenty half-years, and the totals before them.
  await expect(parts).toHaveCount(21);
  // Each has the names beside its months; both totals and set-up stand with the first, or by themselves.
  const count = await parts.count();
  await expect(parts.getByRole("columnheader")).toHaveCount(count + 123);
  await expect(parts.last().getByRole("columnheader")).toHaveText([
    /USD/,
    ...[115, 116, 117, 118, 119, 120].map((month) => new RegExp(`^Month ${month} `)),
  ]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(688);
});

test("the figures of a chosen scenario replace the model's own", async ({ ada }) => {
  const { page } = ada;
  const address = await steadyModel(page);
  await page.goto(`${address}/scenarios`);
  await page.getByRole("button", { name: "New scenario" }).click();
  await page.getByLabel("Name of Scenario 1").fill("Dear cloud");
  await page.getByLabel("Another input to vary").selectOption("cloudComplianceAnnual");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByLabel("Compliance and audit (cloud), Dear cloud", { exact: true }).fill("48000");
  await expect(page.getByRole("region", { name: "Dear cloud", exact: true }).getByText(/^Saved/)).toBeVisible();
  await page.goto(`${address}/breakdown`);
  const compliance = figuresRow(page, "Cloud", "Compliance");
  await expect(compliance).toHaveText(byYear);
  await page.getByLabel("Whose figures").selectOption("Dear cloud");
  // 48,000 a year for a year and a half: a third more of everything.
  await expect(compliance).toHaveText(["72,000.00", "67,781.69", "0.00", "48,000.00", "24,000.00"]);
  await expect(page).toHaveURL(/\?scenario=[0-9a-f-]{36}$/);
  await compliance.nth(3).click();
  const explanation = page.getByRole("dialog", { name: "Compliance, cloud" });
  await expect(explanation).toContainText("Year 1, cash: 48,000.00 USD");
  // An input of a scenario is changed where the scenarios are.
  const link = await complianceIn(explanation);
  await link.click();
  await page.waitForURL(/scenarios\?scenario=/);
  const field = page.getByLabel("Compliance and audit (cloud), Dear cloud", { exact: true });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("48,000");
  // One in which the scenario does not differ has a field there too.
  await page.goto(page.url().replace("cloudComplianceAnnual", "users"));
  await expect(page.getByLabel("Users, Dear cloud", { exact: true })).toBeFocused();
});

test("the breakdown and its explanation can be used whatever one's eyes and hands", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Accessible figures", { template: "Game patches" })}`;
  await page.goto(`${address}/breakdown`);
  await figuresRow(page, "Cloud", "Staff").nth(1).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideways(page);
  await expectAccessible(page);
  // By month a phone shows one year at a time: set-up, both totals and twelve months.
  await page.getByText("By month", { exact: true }).click();
  const staff = figuresRow(page, "Cloud", "Staff").filter({ visible: true });
  await expect(staff).toHaveCount(15);
  await page.getByLabel("Months of").selectOption("year 2");
  await expect(staff.nth(3)).toHaveAttribute("data-label", "Month 13");
  await expect(staff).toHaveCount(15);
  await expectNoSideways(page);
});

test("a person who was not invited gets 404, as for a model that does not exist", async ({ ada, bob }) => {
  const address = `/models/${await makeModel(ada.page, "Not for Bob")}`;
  for (const page of ["breakdown", "scenarios"]) {
    expect((await bob.context.request.get(`${address}/${page}`)).status(), page).toBe(404);
    expect((await ada.context.request.get(`${address}/${page}`)).status(), page).toBe(200);
  }
});
