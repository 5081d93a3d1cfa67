import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { inputField } from "../support/model-steps";

const asked = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const summary = (page: Page) => page.getByRole("complementary", { name: "What it comes to" });

async function openQuestions(page: Page): Promise<void> {
  await page.goto("/models/new");
  await page.getByRole("link", { name: "Answer the first questions" }).click();
  await expect(asked(page, "What runs today")).toBeEnabled();
}

test("answers become a model, and neither a reload nor a way back loses one", async ({ ada }) => {
  const { page } = ada;
  await openQuestions(page);
  await asked(page, "What runs today").selectOption("Own servers");
  await page.getByRole("button", { name: "Paste from a spreadsheet, or choose a CSV file" }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("Rows", { exact: true })
    .fill("Name\tKind\tCount\tAge\nRack A\tserver\t12\t30\nNAS\tstorageServer\t2\t8");
  await dialog.getByRole("button", { name: "Add 2 rows" }).click();
  await asked(page, "Engineering").fill("6");
  await asked(page, "Users").fill("80,000");
  await asked(page, "Bill of the month").fill("40k");
  await expect(summary(page)).toContainText("80,000 users instead of 50,000");
  await expect(summary(page)).toContainText("12 × server, 2 × storage server");
  // Two engineers by default.
  await expect(summary(page)).toContainText("6 FTE instead of 2");
  await expect(summary(page)).toContainText("Billed 40,000 USD");
  await page.reload();
  await expect(asked(page, "Users")).toHaveValue("80,000");
  await page.goto("/models/new");
  await page.goBack();
  for (const [label, value] of [
    ["Users", "80,000"],
    ["Engineering", "6"],
    ["Bill of the month", "40k"],
    ["Name, row 1", "Rack A"],
    ["Count, row 2", "2"],
  ] as const)
    await expect(asked(page, label)).toHaveValue(value);
  await expect(asked(page, "What runs today")).toHaveValue("onPremises");
  await page.getByLabel("Name", { exact: true }).fill("Nordlicht");
  await page.getByRole("button", { name: "Create the model" }).click();
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(page.getByLabel("Name of the model")).toHaveValue("Nordlicht");
  await expect(await inputField(page, "Demand", "Users")).toHaveValue("80,000");
  // 2, 2, 2.5 and 3 engineers by default, three times as many.
  const engineers = "Software engineers who build and change the service";
  await expect(await inputField(page, "Own servers", engineers)).toHaveValue("6");
  await expect(await inputField(page, "Hybrid", engineers)).toHaveValue("7.5");
  const address = page.url();
  await page.goto(`${address}/assumptions/machines`);
  await expect(page.getByLabel("Name, row 1")).toHaveValue("Rack A");
  await page.goto(`${address}/assumptions`);
  await expect(page.getByText(/Starting questions, \d+ \w+ 20\d\d/).first()).toBeVisible();
  await expect(page.getByText(/Cloud bill, \w+ 20\d\d/).first()).toBeVisible();
  // The next model is asked anew.
  await page.goto("/models/new/questions");
  await expect(asked(page, "Users")).toHaveValue("50,000");
  await expect(asked(page, "Engineering")).toHaveValue("");
});

test("every question can be skipped, by the keyboard alone, over a template", async ({ ada }) => {
  const { page } = ada;
  await page.goto("/models/new/questions?template=video-streaming");
  await expect(asked(page, "Users")).toBeEnabled();
  await expect(asked(page, "Users")).toHaveValue("600,000");
  await expect(summary(page)).toContainText("Nothing is answered yet.");
  // In a figure, Enter makes no model.
  await asked(page, "Users").press("Enter");
  await asked(page, "Operations").press("Enter");
  await expect(page).toHaveURL(/questions/);
  await page.getByLabel("Name", { exact: true }).press("Enter");
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(page.getByLabel("Name of the model")).toHaveValue("Video streaming");
  // Of the template, and of no answer.
  await expect(await inputField(page, "Demand", "Users")).toHaveValue("600,000");
  await expect(await inputField(page, "Staff", "Posts covered day and night")).toHaveValue("1");
});

test("what cannot be read is explained, and nothing is made of it, on a phone too", async ({ ada }) => {
  const { page } = ada;
  await page.setViewportSize({ width: 390, height: 844 });
  await openQuestions(page);
  await asked(page, "Security").fill("two");
  await expect(page.getByText(/Security must be a number between 0 and 10,000/)).toBeVisible();
  await asked(page, "Bill of the month").fill("-5");
  await expect(page.getByText(/The bill must be between 0 and/)).toBeVisible();
  await page.getByLabel("Name, new row").fill("Rack A");
  await page.getByLabel("Name", { exact: true }).fill("Phone");
  await page.getByRole("button", { name: "Create the model" }).click();
  await expect(page.getByText("The last row of machines is not added yet.")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await asked(page, "Security").fill("2");
  await asked(page, "Bill of the month").fill("");
  await page.getByLabel("Count, new row").fill("3");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("These machines wait")).toBeVisible();
  await page.getByRole("button", { name: "Own servers run today" }).click();
  await expect(asked(page, "What runs today")).toHaveValue("onPremises");
  await page.getByRole("button", { name: "Create the model" }).click();
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await page.goto("/models");
  await expect(page.getByText("1 model", { exact: true })).toBeVisible();
});
