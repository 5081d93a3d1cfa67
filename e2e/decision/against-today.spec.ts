import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { downloadChart } from "../support/chart-menu";
import { makeModel } from "../support/create-model";
import { expect, type Person, test } from "../support/fixtures";
import { figuresRow, untilTried } from "../support/model-steps";
import { expectNoSideways } from "../support/sideways";

// The cloud runs today. Two years without users, data, discount and rising prices: only staff, the same in both, and compliance, 130,000 a year
// in the cloud and 30,000 on own servers. Moving costs 145,000 once, so that own servers save 200,000 − 145,000 = 55,000; 100,000 a year are
// 8,333.33 a month, and 145,000 of them are back in month 18 (17.4). Until then at most the 145,000 of set-up are spent ahead. Staff cost
// 618,000 a year in each: going on costs 748,000 a year and 1,496,000 in all, a month of it 55,000/24 = 2,291.67 more.
const movingPays = {
  ...{ horizonMonths: 24, discountRate: 0, generalInflation: 0, wageInflation: 0 },
  ...{ users: 0, storedTB: 0, egressTB: 0, coreHours: 0 },
  ...{ currentArchitecture: "cloud", dualRunMonths: 0, onPremisesMigration: 145_000, cloudComplianceAnnual: 130_000 },
};

const answer = (page: Page) => page.getByRole("region", { name: "Answer", exact: true });
const against = (page: Page) => page.getByRole("radiogroup", { name: "What figures are compared with" });
const savings = (page: Page) => page.getByRole("table", { name: "Each architecture against going on as now, by rank" });
const payers = (page: Page) =>
  page
    .getByRole("region", { name: /^Who pays/ })
    .getByRole("row")
    .filter({ hasText: "Own servers" });
const flips = (page: Page) => page.getByRole("region", { name: /^What would flip it/ });
/** What a line that flips moving ends with, or that there is none. */
const ofMoving = /going on as now (costs less|misses|meets)|moving to .* saves|miss(es)? a target|No uncertain input/;
const movingDots = /^Moving to .* saves in \d+ of 20\. Right of the dashed line/;
const ownServers = (page: Page) => savings(page).getByRole("row").filter({ hasText: "Own servers" });

async function openMoving({ page }: Person, name: string): Promise<string> {
  const id = await makeModel(page, name, { inputs: movingPays });
  await page.goto(`/models/${id}`);
  await expect(against(page).first()).toBeVisible();
  return id;
}

test("the answer, its charts and the breakdown are read against today, and the address opens what was seen", async ({
  ada,
}) => {
  const { page } = ada;
  const id = await openMoving(ada, "Against today");
  await expect(answer(page)).toContainText(/own servers are cheapest: 1\.44\sM\sUSD over 2 years/);
  await against(page).getByText("Against today", { exact: true }).click();
  await expect(answer(page).getByRole("paragraph").first()).toHaveText(
    /^At the likeliest values moving to own servers saves 55,000\sUSD over 2 years, net present, and pays back in month 18\. Going on as now costs 1\.50\sM\sUSD\.$/,
  );
  await expect(ownServers(page)).toContainText("saves 55,000");
  await expect(ownServers(page)).toContainText("month 18");
  await expect(ownServers(page)).toContainText("145,000in set-up");
  await expect(page.locator("main")).toContainText(
    /The cloud runs today\. Going on as now costs 1\.50\sM\sUSD over 2 years, net present, and 1\.50\sM\sUSD in cash: 748,000\sUSD in year 1, 748,000\sUSD in year 2\. At the likeliest values each month of waiting costs 2,290\sUSD more than own servers would/,
  );
  await expect(page.getByRole("heading", { name: /^What the savings are made of/ })).toBeVisible();
  await expect(payers(page).getByRole("cell").first()).toHaveText("55,000");
  const chart = await downloadChart(page, "Savings of own servers against going on as now", "CSV");
  const rows = (await readFile(await chart.path())).toString("utf8").trim().split("\r\n");
  // 17 × 8,333.33 − 145,000, and a month later 5,000 ahead.
  expect([rows[1], rows[18], rows[19], rows.at(-1)]).toEqual([
    ...["0,-145000.00", "17,-3333.33", "18,5000.00", "24,55000.00"],
  ]);

  await expect(page).toHaveURL(/\?against=today$/);
  await page.reload();
  await expect(ownServers(page)).toContainText("saves 55,000");
  // By keyboard: an arrow chooses the one before it.
  const chosen = against(page).getByRole("radio", { name: "Against today" });
  await expect(chosen).toBeEnabled();
  await chosen.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(new RegExp(`/models/${id}$`));
  await expect(savings(page)).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await expect(savings(page)).toBeVisible();

  await page.getByRole("link", { name: "Breakdown" }).click();
  await expect(page).toHaveURL(/breakdown\?against=today$/);
  // Total, net present, set-up and two years.
  const compliance = figuresRow(page, "Own servers", "Compliance");
  await expect(compliance).toHaveText(["200,000.00", "200,000.00", "0.00", "100,000.00", "100,000.00"]);
  await expect(figuresRow(page, "Own servers", "Transition")).toHaveText([
    ...["−145,000.00", "−145,000.00", "−145,000.00", "0.00", "0.00"],
  ]);
  await expect(figuresRow(page, "Own servers", "Total saved")).toHaveText([
    ...["55,000.00", "55,000.00", "−145,000.00", "100,000.00", "100,000.00"],
  ]);
  await expect(figuresRow(page, "Cloud", "Total saved")).toHaveText(new Array(5).fill("0.00"));
  await compliance.first().click();
  await expect(page.getByRole("dialog", { name: "Compliance, own servers" })).toContainText(
    "the cloud, which runs today, 260,000.00 USD, less own servers, 60,000.00 USD: 200,000.00 USD saved",
  );
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Export" }).click();
  await expect(page.getByRole("menuitem", { name: "Download years.csv: savings by year" })).toHaveAttribute(
    "href",
    /years\.csv\?against=today$/,
  );
  await page.keyboard.press("Escape");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Scenarios" }).click();
  await page.getByRole("button", { name: "New scenario" }).click();
  const base = page.getByRole("region", { name: "Base", exact: true });
  await expect(base).toContainText(/moving to own servers saves 55,000\sUSD/);
  await expect(page.getByRole("region", { name: "Scenario 1" })).toContainText(/moving to own servers saves 55,000/);
  const saved = page.getByRole("region", { name: "Net present saving against today in each scenario" });
  await expect(saved).toContainText("55,000.00");

  // 10,000 a year more in the cloud are 20,000 in two years: going on costs 1,516,000 then, and moving saves 75,000.
  await page.getByLabel("Another input to vary").selectOption("cloudComplianceAnnual");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByLabel("Compliance and audit (cloud), Scenario 1", { exact: true }).fill("140000");
  const fall = page.getByRole("table", { name: "What each difference costs" });
  const cells = (name: string) => fall.getByRole("row", { name: new RegExp(`^${name}`) }).getByRole("cell");
  await expect(cells("Going on as now")).toHaveText(new Array(4).fill("1,496,000.00"));
  await expect(cells("Moving").nth(0)).toHaveText("−55,000.00");
  await expect(cells("Moving").nth(1)).toHaveText("runs today");
  await expect(cells("Scenario 1").nth(1)).toHaveText("1,516,000.00");
  const there =
    /With the figures of Scenario 1 going on as now costs 1\.52\sM\sUSD; there own servers save 75,000\sUSD\./;
  await expect(page.getByText(there)).toBeVisible();
});

test("where nothing runs today there is nothing to be compared with, and files say so", async ({
  ada,
  expectFault,
}) => {
  const { page } = ada;
  const id = await makeModel(page, "Nothing yet");
  await page.goto(`/models/${id}?against=today`);
  await expect(answer(page)).toContainText(/cheapest|least/);
  await expect(against(page)).toHaveCount(0);
  expectFault(/422/);
  const refused = await page.request.get(`/models/${id}/export/years.csv?against=today`);
  expect([refused.status(), await refused.text()]).toEqual([422, expect.stringContaining("Nothing runs today")]);
});

test("a link shows the same against today, and what it leaves out stays out", async ({ ada, visitor }) => {
  const { page } = ada;
  const id = await makeModel(page, "Shown against today", { inputs: { ...movingPays, operationsSalary: 137_313 } });
  await page.goto(`/models/${id}/share`);
  await page.getByLabel("Download and save a copy").check();
  await page.getByRole("button", { name: "Make a read-only link" }).click();
  const link = await page.getByLabel("Read-only link", { exact: true }).inputValue();
  await visitor.goto(`${link}?against=today`);
  await expect(answer(visitor)).toContainText("Going on as now costs", { timeout: 60_000 });
  await expect(ownServers(visitor)).toContainText("saves 55,000");
  const figures = visitor.getByRole("table", { name: "Figures" });
  await expect(figuresRow(visitor, "Own servers", "Total saved", figures).first()).toHaveText("55,000.00");
  // Pay and what else people cost is one sum: 200,000 of compliance less 145,000 of moving.
  await expect(figuresRow(visitor, "Own servers", "Staff and other", figures).first()).toHaveText("55,000.00");
  const file = await visitor.request.get(`${link}/export/years.csv?against=today`);
  expect(file.status()).toBe(200);
  const text = await file.text();
  expect(text).toMatch(
    /\r\n[^\r]*,onPremises,Own servers,cloud,staffAndOther,Staff and other,cashSaved,USD,-145000\.00,/,
  );
  for (const shown of [text, await visitor.content()]) expect(shown).not.toMatch(/137.?313|,staff,/);
  await expect(payers(visitor).getByRole("cell").first()).toHaveText("55,000");
  await expect(flips(visitor)).toContainText(ofMoving, { timeout: 60_000 });
  await expect(visitor.getByText(movingDots)).toBeVisible();
  await expectAccessible(visitor);
  await visitor.setViewportSize({ width: 390, height: 844 });
  await expectNoSideways(visitor);
  await visitor.getByRole("button", { name: "Details" }).click();
  await expectNoSideways(visitor);
});

test.describe("with trials", () => {
  test.use({ analyses: "all" });

  test("a phone says whether moving pays, how sure that is, and shows the savings around zero", async ({ ada }) => {
    const { page } = ada;
    const id = await makeModel(page, "Against today in a pocket", { inputs: { currentArchitecture: "cloud" } });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/models/${id}?against=today`);
    await untilTried(page);
    await expect(answer(page).getByRole("paragraph").first()).toHaveText(
      /^(Moving|Too close to call whether moving) .* in \d+ of 100 trials.*\. Going on as now costs /,
    );
    const heads = savings(page).getByRole("columnheader").filter({ visible: true });
    await expect(heads).toHaveText([/^Against today/, /10 to 90 of 100 trials/, /^Saves/]);
    await expect(flips(page)).toContainText(ofMoving, { timeout: 60_000 });
    await page.getByRole("button", { name: "Details" }).click();
    await expect(page.getByText(movingDots)).toBeVisible();
    await expect(page.getByRole("region", { name: /^What moves it/ })).toContainText(
      /At the likeliest values moving to .* (saves|costs) .*change whether moving is better/,
    );
    await expectNoSideways(page);
    await expectAccessible(page);
  });
});
