import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectAccessible } from "../support/accessible";
import { downloadChart } from "../support/chart-menu";
import { expect, test } from "../support/fixtures";
import { breakdownBeside, cashRow, createModel, figuresOf, inputField, untilSaved } from "../support/model-steps";

/** The columns of a model's breakdown, or of the table of figures behind a link: totals, set-up, then years. */
const heads = (page: Page) =>
  figuresOf(page)
    .or(page.getByRole("region", { name: "Table of figures" }))
    .getByRole("columnheader");
const fiscalYear = (page: Page) => page.getByLabel("First month of the fiscal year");

async function openSettings(page: Page) {
  await page.getByRole("button", { name: /^Currency and first month/ }).click();
}

// Month 1 is July 2026 and the fiscal year begins in July: year 1 is July 2026 to June 2027, FY 2026/27; year 5 ends in June 2031.
test("years carry the fiscal years that they are, wherever they stand", async ({ ada, visitor }) => {
  const { page } = ada;
  const address = await createModel(page, "By fiscal year");
  await (await inputField(page, "Price changes", "General inflation")).fill("0");
  await openSettings(page);
  await page.getByLabel("First month of the model").fill("2026-07");
  await expect(page.getByText("Year 1, July 2026 to June 2027, lies in FY 2026 and 2027.")).toBeVisible();
  await fiscalYear(page).selectOption("July");
  await expect(page.getByText("Year 1, July 2026 to June 2027, is FY 2026/27.")).toBeVisible();
  await untilSaved(page);
  await page.reload();
  await openSettings(page);
  await expect(fiscalYear(page)).toHaveValue("7");
  await expectAccessible(page);

  await page.goto(`${address}/breakdown`);
  await expect(heads(page)).toHaveText([
    "Total, USD, cash",
    /^Total/,
    /^Net present cost/,
    "Set-up",
    "Year 1 Jul 2026 – Jun 2027 FY 2026/27",
    "Year 2 Jul 2027 – Jun 2028 FY 2027/28",
    "Year 3 Jul 2028 – Jun 2029 FY 2028/29",
    "Year 4 Jul 2029 – Jun 2030 FY 2029/30",
    "Year 5 Jul 2030 – Jun 2031 FY 2030/31",
  ]);
  const chart = await downloadChart(page, "Cost by year and category", "CSV");
  const [columns = []] = parse(await readFile((await chart.path()) as string, "utf8"), { bom: true }) as string[][];
  expect(columns.slice(2, 4)).toEqual(["Set-up (USD)", "Year 1, FY 2026/27 (USD)"]);

  const grid = figuresOf(page);
  await page.getByText("By month", { exact: true }).click();
  await expect(grid).toHaveAttribute("aria-colcount", "64");
  await grid.evaluate((table) => table.parentElement?.scrollTo({ left: 1_000 }));
  // Month 12 is June 2027, the last of the fiscal year; month 13 begins the next.
  await expect(grid.getByRole("columnheader", { name: /^Month 12/ })).toHaveText("Month 12 Jun 2027 FY 2026/27");
  await expect(grid.getByRole("columnheader", { name: /^Month 13/ })).toHaveText("Month 13 Jul 2027 FY 2027/28");

  await page.goto(`${address}/history`);
  await page.getByRole("link", { name: /^Compare 1 and/ }).click();
  const row = page.getByRole("table", { name: "What differs" }).getByRole("row", { name: /fiscal year/ });
  await expect(row).toContainText("January");
  await expect(row).toContainText("July");

  await page.goto(`${address}/share`);
  await page.getByLabel("Download and save a copy").check();
  await page.getByRole("button", { name: "Make a read-only link" }).click();
  const link = await page.getByLabel("Read-only link", { exact: true }).inputValue();
  await visitor.goto(link);
  // Behind the names, both totals, set-up and four years.
  await expect(heads(visitor).nth(8)).toHaveText("Year 5 Jul 2030 – Jun 2031 FY 2030/31");
  // By fiscal year the link shows the same months under another name, and its address says so.
  await visitor.getByRole("radiogroup", { name: "How long a column is" }).getByText("By fiscal year").click();
  await expect(heads(visitor).nth(8)).toHaveText("FY 2030/31 Jul 2030 – Jun 2031");
  await expect(visitor).toHaveURL(`${link}?by=fiscal-year`);
  await expect(visitor.getByText("Fiscal year from July")).toBeVisible();

  // The file of figures carries it into another model.
  const file = await (await visitor.request.get(`${link}/export/inputs.csv`)).text();
  expect(file).toContain("\r\nmodel.fiscalYearStart,First month of the fiscal year,7,month,,");
  await page.goto("/models/new");
  await page.getByRole("radio", { name: /^Import figures/ }).check();
  await page
    .getByLabel("File of figures")
    .setInputFiles({ name: "inputs.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await expect(page.getByText("1 input differs from the defaults; 0 own lines; in USD, from July 2026.")).toBeVisible();
  await page.getByRole("button", { name: "Create the model" }).click();
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(heads(await breakdownBeside(page)).nth(4)).toHaveText("Year 1 Jul 2026 – Jun 2027 FY 2026/27");
});

test("a fiscal year that begins elsewhere moves no figure, and says what lies in it", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Across fiscal years");
  await (await inputField(page, "Price changes", "General inflation")).fill("0");
  // Compliance in the cloud: 30,000 a year without inflation, whatever the year is called.
  const beside = await breakdownBeside(page);
  const compliance = cashRow(beside, "Cloud", "Compliance");
  const figures = ["150,000.00", "0.00", ...Array(5).fill("30,000.00")];
  await expect(compliance).toHaveText(figures);
  await openSettings(page);
  await page.getByLabel("First month of the model").fill("2027-01");
  await expect(heads(beside).nth(4)).toHaveText("Year 1 Jan 2027 – Dec 2027 FY 2027");
  await fiscalYear(page).selectOption("April");
  await expect(heads(beside).nth(4)).toHaveText("Year 1 Jan 2027 – Dec 2027 FY 2026/27 and 2027/28");
  await expect(
    page.getByText(
      "Year 1, January 2027 to December 2027, lies in FY 2026/27 and 2027/28. Figures are summed by year of the model: they are those of fiscal years where month 1 is in April.",
    ),
  ).toBeVisible();
  await expect(compliance).toHaveText(figures);
  await page.keyboard.press("Control+z");
  await expect(heads(beside).nth(4)).toHaveText("Year 1 Jan 2027 – Dec 2027 FY 2027");
});
