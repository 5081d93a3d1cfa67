import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { breakdownBeside, cashRow, createModel, inputField, untilSaved } from "../support/model-steps";

const complianceIn = (page: Page, scenario: string) =>
  page.getByLabel(`Compliance and audit (cloud), ${scenario}`, { exact: true });

async function inEuros(page: Page, answer: string) {
  await page.getByRole("button", { name: "Change the currency or its rate" }).click();
  await page.getByRole("combobox", { name: "Currency" }).selectOption("EUR");
  await page.getByLabel("One US dollar in EUR").fill("0.5");
  await page.getByLabel("Day of this rate").fill("2027-01-15");
  await page.getByRole("button", { name: answer }).click();
  await expect(page.getByText("1 USD is 0.5 EUR, on 15 January 2027.")).toBeVisible();
}

// Without inflation a year of compliance in the cloud costs what is typed: 40,000 in the model, 48,000 in the scenario.
test("money typed in a scenario is kept or converted as the money of its model is", async ({ ada }) => {
  const { page } = ada;
  const address = await createModel(page, "Kept");
  await (await inputField(page, "Price changes", "General inflation")).fill("0");
  await (await inputField(page, "Cloud", "Compliance and audit")).fill("40,000");
  await untilSaved(page);
  await page.goto(`${address}/scenarios`);
  await page.getByRole("button", { name: "New scenario" }).click();
  await page.getByLabel(/^Name of Scenario \d+$/).fill("Dear cloud");
  const add = page.getByLabel("Another input to vary");
  const group = add.locator('optgroup[label="cloud" i]');
  await add.selectOption(
    await group
      .locator("option")
      .filter({ hasText: /^Compliance and audit$/ })
      .getAttribute("value"),
  );
  await page.getByRole("button", { name: "Add it" }).click();
  await complianceIn(page, "Dear cloud").fill("48,000");
  await expect(page.getByRole("region", { name: "Dear cloud", exact: true }).getByText(/^Saved/)).toBeVisible();

  // A person who has the scenarios open sees them change.
  const beside = await ada.context.newPage();
  await beside.goto(`${address}/scenarios`);
  await expect(complianceIn(beside, "Dear cloud")).toHaveValue("48,000");

  await page.goto(address);
  const compliance = cashRow(await breakdownBeside(page), "Cloud", "Compliance").nth(2);
  await page.getByRole("button", { name: /^Currency and first month/ }).click();
  await inEuros(page, "Keep the figures, call them EUR");
  await expect(compliance).toHaveText("40,000.00");
  const expectYears = (text: string) =>
    expect.poll(async () => (await ada.context.request.get(`${address}/export/years.csv`)).text()).toContain(text);
  await expectYears("Kept,Base,cloud,Cloud,compliance,Compliance,cash,EUR,0.00,40000.00,");
  await expectYears("Kept,Dear cloud,cloud,Cloud,compliance,Compliance,cash,EUR,0.00,48000.00,");
  await expect(beside.getByRole("heading", { name: "Cost by year and category, EUR, cash" }).first()).toBeVisible();
  await expect(complianceIn(beside, "Dear cloud")).toHaveValue("48,000");
  await expect(beside.getByRole("region", { name: "Dear cloud", exact: true }).getByText(/^Saved/)).toBeVisible();

  // Undone, both are dollars again; then converted, half of each.
  await page.keyboard.press("Control+z");
  await expect(page.getByText("USD, over 60 months")).toBeVisible();
  await expectYears("Kept,Dear cloud,cloud,Cloud,compliance,Compliance,cash,USD,0.00,48000.00,");
  await inEuros(page, "Convert it to EUR");
  await expect(compliance).toHaveText("20,000.00");
  await expectYears("Kept,Dear cloud,cloud,Cloud,compliance,Compliance,cash,EUR,0.00,24000.00,");
  await expect(complianceIn(beside, "Dear cloud")).toHaveValue("24,000");
  await page.goto(`${address}/scenarios`);
  await expect(complianceIn(page, "Dear cloud")).toHaveValue("24,000");
});
