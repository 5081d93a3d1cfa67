import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { expect, test } from "../support/fixtures";
import { breakdownBeside, cashRow, createModel, inputField, unfoldedField, untilSaved } from "../support/model-steps";

// Without inflation compliance in the cloud is its default, 30,000 USD, every year: own lines and rates can be reckoned on it.
const compliance = (beside: Page) => cashRow(beside, "Cloud", "Compliance");

/** The places of total, set-up and first year in a row. */
const [total, setUp, year1] = [0, 1, 2];

/** Opens a new model, and its breakdown beside it. */
async function withoutInflation(page: Page, name: string): Promise<{ address: string; beside: Page }> {
  const address = await createModel(page, name);
  await (await inputField(page, "Price changes", "General inflation")).fill("0");
  const beside = await breakdownBeside(page);
  await expect(compliance(beside).nth(year1)).toHaveText("30,000.00");
  return { address, beside };
}

async function openFold(page: Page, title: string) {
  await page.getByRole("button", { name: new RegExp(`^${title}`) }).click();
}

async function addLine(page: Page, label: string, amount: string) {
  await openFold(page, "Own lines");
  await page.getByRole("button", { name: "Add an own line" }).click();
  const form = page.getByRole("group", { name: "New own line" });
  await form.getByLabel("Label").fill(label);
  await form.getByLabel("Category").selectOption("Compliance");
  for (const name of ["Own servers", "Hybrid", "Peer to peer"]) await form.getByLabel(name).uncheck();
  await form.getByLabel("Amount").fill(amount);
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(form).toBeHidden();
}

test("an own line is added, changed and removed, with its faults beside the fields", async ({ ada }) => {
  const { page } = ada;
  const { beside } = await withoutInflation(page, "Own lines");
  await openFold(page, "Own lines");
  await page.getByRole("button", { name: "Add an own line" }).click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Label must not be empty." })).toBeVisible();
  await expect(
    page.getByRole("alert").filter({ hasText: "Amount must be a number; nothing was given." }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await openFold(page, "Own lines");

  // 1,234.50 a month are 14,814 a year: 30,000 + 14,814 = 44,814, in five years 224,070.
  await addLine(page, "Lawyer", "1 234,5");
  await expect(compliance(beside).nth(year1)).toHaveText("44,814.00");
  await expect(compliance(beside).nth(total)).toHaveText("224,070.00");
  await expect(cashRow(beside, "Own servers", "Compliance").nth(year1)).not.toHaveText("44,814.00");

  await page.getByRole("button", { name: "Edit Lawyer" }).click();
  const form = page.getByRole("group", { name: "Own line Lawyer" });
  await form.getByLabel("Amount").fill("a lot");
  await expect(
    page.getByRole("alert").filter({ hasText: 'Amount must be a number; you typed "a lot".' }),
  ).toBeVisible();
  await expect(compliance(beside).nth(year1)).toHaveText("44,814.00");
  // A credit of 1,000 a month from month 13 on: 30,000 in the first year, 18,000 in each of the four after it.
  await form.getByLabel("Amount").fill("-1,000");
  await form.getByText("More: Low, high, first month").click();
  await form.getByLabel("First month").fill("13");
  await expect(compliance(beside)).toHaveText(["102,000.00", "0.00", "30,000.00", ...Array(4).fill("18,000.00")]);
  // Once, at set-up.
  await form.getByLabel("How often").selectOption("Once");
  await form.getByLabel("Month in which it falls").fill("0");
  await form.getByLabel("Amount").fill("5.000,25");
  await expect(compliance(beside).nth(setUp)).toHaveText("5,000.25");
  await untilSaved(page);
  await page.reload();
  await expect(compliance(beside).nth(setUp)).toHaveText("5,000.25");

  await page.getByRole("button", { name: "Remove Lawyer" }).click();
  await expect(compliance(beside).nth(setUp)).toHaveText("0.00");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(compliance(beside).nth(setUp)).toHaveText("5,000.25");
  await expect(page.getByText("Undid: removal of own line Lawyer")).toBeVisible();
});

test("a change of currency asks what becomes of typed money, and defaults and bounds follow the rate", async ({
  ada,
}) => {
  const { page } = ada;
  const { address, beside } = await withoutInflation(page, "In euros");
  await addLine(page, "Lawyer", "1000");
  // 30,000 of default and 12 × 1,000 typed.
  await expect(compliance(beside).nth(year1)).toHaveText("42,000.00");

  await openFold(page, "Currency and first month");
  await page.getByRole("button", { name: "Change the currency or its rate" }).click();
  await page.getByRole("combobox", { name: "Currency" }).selectOption("EUR");
  await page.getByRole("button", { name: "Convert it to EUR" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The rate must be a number" })).toBeVisible();
  await page.getByLabel("One US dollar in EUR").fill("0,5");
  await page.getByLabel("Day of this rate").fill("2027-01-15");
  await page.getByRole("button", { name: "Convert it to EUR" }).click();
  // 15,000 of default and 12 × 500.
  await expect(compliance(beside).nth(year1)).toHaveText("21,000.00");
  await expect(page.getByText("1 USD is 0.5 EUR, on 15 January 2027.")).toBeVisible();
  await expect(page.getByText("EUR, over 60 months")).toBeVisible();

  await page.keyboard.press("Control+z");
  await expect(compliance(beside).nth(year1)).toHaveText("42,000.00");
  await expect(page.getByText("USD, over 60 months")).toBeVisible();

  await page.getByRole("button", { name: "Change the currency or its rate" }).click();
  await page.getByRole("combobox", { name: "Currency" }).selectOption("EUR");
  await page.getByLabel("One US dollar in EUR").fill("0.5");
  await page.getByLabel("Day of this rate").fill("2027-01-15");
  await page.getByRole("button", { name: "Keep the figures, call them EUR" }).click();
  // 15,000 of default, and 12 × 1,000 as they were typed.
  await expect(compliance(beside).nth(year1)).toHaveText("27,000.00");

  // At most 1,000,000,000 USD a year: half of it in euros.
  const field = await inputField(page, "Cloud", "Compliance and audit");
  await expect(field).toHaveValue("15,000");
  await field.fill("600 000 000");
  const message = "Compliance and audit must be between 0 and 500,000,000 EUR/year; you typed 600 000 000.";
  await expect(page.getByRole("alert").filter({ hasText: message })).toBeVisible();
  await page.getByRole("button", { name: "Reset Compliance and audit" }).click();
  await page.getByLabel("First month of the model").fill("2028-03");
  await untilSaved(page);

  await page.reload();
  await expect(compliance(beside).nth(year1)).toHaveText("27,000.00");
  const [years, projection] = await Promise.all(
    ["years.csv", "projection.csv"].map(async (name) => {
      const download = page.waitForEvent("download", (file) => file.suggestedFilename().endsWith(name));
      await page.evaluate((href) => {
        const link = document.createElement("a");
        link.href = href;
        link.download = "";
        link.click();
      }, `${address}/export/${name}`);
      return readFile(await (await download).path(), "utf8");
    }),
  );
  expect(years).toContain(
    "In euros,Base,cloud,Cloud,compliance,Compliance,cash,EUR,0.00,27000.00,27000.00,27000.00,27000.00,27000.00,135000.00",
  );
  // 27,000 a year are 2,250 a month, from March 2028.
  expect(projection).toContain("In euros,Base,cloud,cash,month,2028-03-01,1,1,compliance,2250.00,EUR");
});

test("what was typed is undone and redone by keyboard, and saved like any change", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Second thoughts");
  const users = await inputField(page, "Demand", "Users");
  await users.fill("1 234,5");
  await users.blur();
  await expect(users).toHaveValue("1,234.5");
  await users.fill("many");
  await expect(users).toHaveAttribute("aria-invalid", "true");
  await users.press("Control+z");
  await expect(users).toHaveValue("1,234.5");
  await expect(users).toBeFocused();
  await users.press("Control+z");
  await expect(users).toHaveValue("50,000");
  await users.press("Control+Shift+z");
  await expect(users).toHaveValue("1,234.5");
  const name = page.getByLabel("Name of the model");
  await name.fill("Third thoughts");
  await name.press("Control+z");
  await expect(name).toHaveValue("Second thoughts");
  await name.press("Control+y");
  await expect(name).toHaveValue("Third thoughts");
  await untilSaved(page);
  await page.reload();
  await expect(page.getByLabel("Name of the model")).toHaveValue("Third thoughts");
  await expect(await inputField(page, "Demand", "Users")).toHaveValue("1,234.5");
});

test("a group or all inputs are reset, and brought back", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Resets");
  const users = await inputField(page, "Demand", "Users");
  const stored = await inputField(page, "Demand", "Data stored (logical)");
  const horizon = await inputField(page, "General", "Planning horizon");
  await users.fill("7");
  await stored.fill("8");
  await horizon.fill("24");
  await page.getByRole("button", { name: "Reset the group “Demand”" }).click();
  await expect(users).toHaveValue("50,000");
  await expect(stored).toHaveValue("100");
  await expect(horizon).toHaveValue("24");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(users).toHaveValue("7");
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect(page.getByText("Reset 3 inputs")).toBeVisible();
  await expect(users).toHaveValue("50,000");
  await expect(horizon).toHaveValue("60");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(horizon).toHaveValue("24");
  await expect(stored).toHaveValue("8");
});

// templates.csv, game-patches: two million players. inputs.csv: 50,000 users where nothing is stated.
test("an input of a template is reset to the template's figure, or to the default beside it", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "As the template has it", "Game patches");
  const users = await unfoldedField(page, "Demand", "Users");
  await expect(page.getByRole("button", { name: "Reset Users" })).toHaveCount(0);
  await users.fill("7");
  await page.getByRole("button", { name: "Reset Users" }).click();
  await expect(users).toHaveValue("2,000,000");
  await page.getByRole("button", { name: "default 50,000, for Users" }).click();
  await expect(users).toHaveValue("50,000");
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect(page.getByText("Reset 1 input", { exact: true })).toBeVisible();
  await expect(users).toHaveValue("2,000,000");
});

test("the inputs are narrowed to what concerns one architecture", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "The cloud alone");
  const power = await inputField(page, "Facility and energy", "Electricity");
  await expect(power).toBeVisible();
  await page.getByLabel("Show the inputs that concern").selectOption("What concerns the cloud");
  await expect(power).toBeHidden();
  await expect(await inputField(page, "Cloud", "Object storage")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Participants/ })).toBeHidden();
  await page.getByLabel("Show the inputs that concern").selectOption("What concerns own servers");
  await expect(power).toBeVisible();
  await expect(page.getByRole("button", { name: /^Cloud/ })).toBeHidden();
  // Where the cloud runs today it is left for own servers, and runs beside them for a while: its prices concern both.
  await (await inputField(page, "General", "What runs today")).selectOption("Cloud");
  await expect(await inputField(page, "Cloud", "Object storage")).toBeVisible();
});

test("a note and a source stand beside an input", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Sources");
  await unfoldedField(page, "Demand", "Users");
  await page.getByRole("button", { name: "About Users" }).click();
  await page.getByLabel("Note on Users").fill("x".repeat(2_001));
  const fault = page.getByRole("alert").filter({ hasText: "A note may have 2,000 characters; this has 2,001." });
  await expect(fault).toBeVisible();
  await page.getByLabel("Note on Users").fill("Without trial accounts");
  await page.getByLabel("Source on Users").fill("Sales, March 2027");
  await expect(page.getByRole("button", { name: "About · note, source: Users" })).toBeVisible();
  await untilSaved(page);
  await page.reload();
  await unfoldedField(page, "Demand", "Users");
  await page.getByRole("button", { name: "About · note, source: Users" }).click();
  await expect(page.getByLabel("Note on Users")).toHaveValue("Without trial accounts");
  await expect(page.getByLabel("Source on Users")).toHaveValue("Sales, March 2027");
  // What is an address of the web leads there, and nothing else does.
  await page.getByLabel("Source on Users").fill("javascript:alert(1) and https://example.org/offer, page 3");
  const link = page.getByRole("link", { name: "https://example.org/offer", exact: true });
  await expect(link.first()).toHaveAttribute("href", "https://example.org/offer");
  await expect(link.first()).toHaveAttribute("rel", "noopener noreferrer nofollow");
  await page.getByLabel("Search the inputs").fill("trial accounts");
  await expect(page.getByLabel("Users", { exact: true })).toBeVisible();
  await expect(page.getByLabel("Data stored (logical)", { exact: true })).toBeHidden();
});

test("a figure is slid over its usual range, and any other is typed", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Slides");
  const stored = await unfoldedField(page, "Demand", "Data stored (logical)");
  const slider = page.getByRole("slider", { name: "Data stored (logical), slider" });
  // The usual range of 100 TB ends at 150.
  await slider.press("End");
  await expect(stored).toHaveValue("150");
  await slider.press("Home");
  await slider.press("End");
  await stored.fill("5000");
  await expect(slider).toHaveAttribute("aria-valuetext", "5,000 TB");
  await page.keyboard.press("Control+z");
  await expect(stored).toHaveValue("150");
  // All that was slid is one step.
  await page.keyboard.press("Control+z");
  await expect(stored).toHaveValue("100");
});

test("the panel with all of it open can be used whatever one's eyes and hands", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Open panel");
  await addLine(page, "Lawyer", "1000");
  await page.getByRole("button", { name: "Edit Lawyer" }).click();
  await unfoldedField(page, "Demand", "Users");
  await page.getByRole("button", { name: "About Users" }).click();
  await openFold(page, "Currency and first month");
  await page.getByRole("button", { name: "Change the currency or its rate" }).click();
  await page.getByRole("combobox", { name: "Currency" }).selectOption("JPY");
  await page.getByRole("button", { name: "Convert it to JPY" }).click();
  await page.getByRole("group", { name: "Own line Lawyer" }).getByLabel("Amount").fill("a lot");
  await expectAccessible(page);
});
