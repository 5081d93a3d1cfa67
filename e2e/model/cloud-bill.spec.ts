import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { letIn } from "../support/let-in";
import { untilSaved } from "../support/model-steps";

// Figures are worked by hand: 100 TB at 23 USD a TB are 2,300 in every month, for nothing grows and no price changes.
const inputs = { storedTB: 100, storedGrowth: 0, cloudPriceChange: 0 };

async function openBill(page: Page, name: string): Promise<string> {
  const id = await makeModel(page, name, { inputs });
  await page.goto(`/models/${id}/assumptions/cloud-bill`);
  await expect(page.getByLabel("Service, new row")).toBeEnabled();
  return id;
}

async function addLine(page: Page, service: string, amount: string): Promise<void> {
  await page.getByLabel("Service, new row").fill(service);
  await page.getByLabel("Amount, new row").fill(amount);
  await page.keyboard.press("Enter");
}

const part = (page: Page, name: string) =>
  page
    .getByRole("table", { name: "Bill and model by part" })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${name}`) }) })
    .getByRole("cell");

test("a bill is typed, set against the model, and applied as one revision", async ({ ada }) => {
  const { page } = ada;
  const id = await openBill(page, "With a bill");
  await addLine(page, "Amazon Simple Storage Service", "2070");
  await expect(page.getByLabel("Service, row 1")).toHaveValue("Amazon Simple Storage Service");
  await page.getByLabel("Month, row 1").fill("2026-03");
  await expect(page.getByRole("heading", { name: /^The bill of March 2026 against the model/ })).toBeVisible();
  // 2,070 / 100 TB are 20.70 a TB.
  await expect(part(page, "Storage")).toContainText(["2,070.00", "2,300.00", "2,070.00", "0.00"]);
  const change = page
    .getByRole("table", { name: "Proposed changes" })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "Object storage" }) });
  await expect(change.getByRole("cell")).toContainText(["23", "20.7", "14.5 to 27"]);
  await expectAccessible(page);
  // It is worked out beside the page, which it does not hold up.
  expect(page.workers()).toHaveLength(1);

  // What is held stays, and the gap with it.
  await page.getByLabel("Change Object storage").uncheck();
  await expect(part(page, "Storage")).toContainText(["2,070.00", "2,300.00", "–", "−230.00"]);
  await page.getByLabel("Change Object storage").check();
  await untilSaved(page);
  await page.getByRole("button", { name: "Apply the change" }).click();
  await expect(page.getByText("Nothing is to be changed: the model says what the bill says.")).toBeVisible();
  await untilSaved(page);

  await page.goto(`/models/${id}/history`);
  await expect(page.getByText("Calibrated to the cloud bill of March 2026")).toBeVisible();
  await page.goto(`/models/${id}/assumptions`);
  const row = page.locator("tr[data-assumption=cloudStoragePerTBMonth]");
  await expect(row).toContainText("20.7");
  await expect(row).toContainText("Source: Cloud bill, March 2026");
  await expect(row).toContainText("measured");

  // It can be undone where it was done, and only there: the page starts anew with each visit.
  await page.goto(`/models/${id}/assumptions/cloud-bill`);
  await page.getByLabel("Amount, row 1").fill("3000");
  // 27 a TB at most: 300 are left.
  await expect(part(page, "Storage")).toContainText(["3,000.00", "2,070.00", "2,700.00", "300.00"]);
  await expect(page.getByText("300 USD more than any value within its range explains")).toBeVisible();
  await page.getByRole("button", { name: "Apply the change" }).click();
  await expect(page.getByText("No input can bring the model nearer", { exact: false })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("button", { name: "Apply the change" })).toBeVisible();
});

test("a bill is pasted from a provider's file, and what is not known of it is said", async ({ ada }) => {
  const { page } = ada;
  await openBill(page, "With a file");
  await page.getByRole("button", { name: "Cloud bill in files" }).click();
  await page.getByRole("menuitem", { name: "Paste from a spreadsheet, or import CSV…" }).click();
  const dialog = page.getByRole("dialog", { name: "Add to: cloud bill" });
  const text = dialog.getByRole("textbox", { name: "Rows" });
  await text.fill("Service,Cost,Currency\nCloud Storage,2070,EUR\n");
  await expect(dialog).toContainText("The bill is in EUR and the model in USD.");
  await text.fill(
    '"Service","S3($)","Something new($)","Total costs($)"\n"Service total","2070","100","2170"\n"2026-03-01","2070","100","2170"\n',
  );
  await expect(dialog.getByRole("status")).toContainText("2 rows are understood.");
  await dialog.getByRole("button", { name: "Add 2 rows" }).click();
  await expect(part(page, "Not in this model")).toContainText(["100.00", "–", "–", "100.00"]);
  await expect(page.getByText("One service is not known by name", { exact: false })).toContainText("“Something new”");
  await page.getByLabel("Counts as, row 2").selectOption("Storage");
  // 2,170 / 100 TB.
  await expect(part(page, "Storage")).toContainText(["2,170.00", "2,300.00", "2,170.00", "0.00"]);
  await untilSaved(page);
});

test("a viewer reads the bill, and a bill from after the last month is refused in words", async ({ ada, bob }) => {
  const { page } = ada;
  const id = await openBill(page, "Read only");
  await addLine(page, "S3", "2070");
  await page.getByLabel("Month, row 1").fill("2090-01");
  await expect(page.getByText("The model has months 1 to 60", { exact: false })).toBeVisible();
  await page.getByLabel("Month, row 1").fill("");
  await expect(part(page, "Storage")).toContainText(["2,070.00"]);
  await untilSaved(page);
  await letIn(ada, id, bob, "viewer");
  await bob.page.goto(`/models/${id}/assumptions/cloud-bill`);
  await expect(part(bob.page, "Storage")).toContainText(["2,070.00", "2,300.00", "2,070.00", "0.00"]);
  await expect(bob.page.getByLabel("Amount, row 1")).toHaveAttribute("readonly", "");
  await expect(bob.page.getByRole("button", { name: /^Apply/ })).toHaveCount(0);
  await expect(bob.page.getByLabel(/^Change /)).toHaveCount(0);
});
