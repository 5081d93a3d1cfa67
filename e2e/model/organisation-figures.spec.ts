import { expectAccessible } from "../support/accessible";
import { expect, test } from "../support/fixtures";
import { join, memberLink } from "../support/members";
import { createModel, inputField, untilSaved } from "../support/model-steps";

test("an admin states a figure, a new model begins with it, and takes what it becomes", async ({ ada }) => {
  const { page } = ada;
  await page.goto("/settings/figures");
  await expect(page.getByText("No figure is stated yet.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Add a figure" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("For which input").fill("users");
  await dialog.getByRole("button", { name: "Demand: Users" }).click();
  await dialog.getByLabel("Figure").fill("45,000");
  await dialog.getByLabel("Low").fill("50,000");
  await dialog.getByLabel("High").fill("60,000");
  await dialog.getByRole("button", { name: "Add the figure" }).click();
  await expect(dialog.getByLabel("Low")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Low").fill("40,000");
  await dialog.getByLabel("Evidence").selectOption("measured");
  await dialog.getByLabel("Source").fill("Accounts of 2026");
  await dialog.getByLabel("Owner").fill("Sales");
  await dialog.getByLabel("Valid from").fill("2027-03-03");
  await dialog.getByLabel("Review by").fill("2020-01-01");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add the figure" }).click();
  await expect(dialog).toHaveCount(0);
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Users" }) });
  await expect(row).toContainText("45,000");
  await expect(row).toContainText("due for review since 1 January 2020");
  await expectAccessible(page);

  const address = await createModel(page, "With the figures");
  await expect(await inputField(page, "Demand", "Users")).toHaveValue("45,000");

  await page.goto("/settings/figures");
  await expect(row).toContainText("1 model");
  await page.getByRole("button", { name: "Edit Users" }).click();
  await dialog.getByLabel("Figure").fill("80,000");
  await dialog.getByLabel("Low").fill("70,000");
  await dialog.getByLabel("High").fill("90,000");
  await dialog.getByLabel("Valid from").fill("2027-09-01");
  await dialog.getByRole("button", { name: "Save the figure" }).click();
  await expect(row).toContainText("1 model, 1 older");

  // Nothing has moved by itself: the model says then and now.
  await page.goto(address);
  await expect(await inputField(page, "Demand", "Users")).toHaveValue("45,000");
  await page.getByRole("link", { name: "See what would change" }).click();
  const newer = page.getByRole("table", { name: "Newer figures of the organisation" });
  await expect(newer.getByRole("row").nth(1)).toContainText("45,000");
  await expect(newer.getByRole("row").nth(1)).toContainText("3 March 2027");
  await expect(newer.getByRole("row").nth(1)).toContainText("80,000");
  await expect(newer.getByRole("row").nth(1)).toContainText("1 September 2027");
  await expect(page.getByText("With it", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take Users" }).click();
  await expect(newer).toHaveCount(0);
  const assumption = page.locator('[data-assumption="users"]');
  await expect(assumption).toContainText("80,000");
  await expect(assumption).toContainText("organisation’s figure, 1 September 2027");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(newer).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(newer).toHaveCount(0);
  await untilSaved(page);

  // Another value ends the following, which one click takes up again.
  await assumption.getByRole("button", { name: "Demand: Users" }).click();
  await page.getByLabel("Users", { exact: true }).fill("81,000");
  await expect(assumption).not.toContainText("organisation’s figure");
  await page.getByRole("button", { name: "Follow the organisation’s figure for Users" }).click();
  await expect(assumption).toContainText("organisation’s figure, 1 September 2027");
  await untilSaved(page);
  await page.reload();
  await expect(assumption).toContainText("80,000");
});

test("a member reads the figures and cannot change them, and others see none", async ({ ada, bob }) => {
  const { page } = ada;
  await page.goto("/settings/figures");
  await page.getByRole("button", { name: "Import CSV" }).click();
  const dialog = page.getByRole("dialog", { name: "Import figures" });
  const csv = "key,value,owner\r\nusers,52000,Sales\r\nnothing,1,\r\nserverPrice,8200,Purchasing\r\n";
  await dialog
    .getByLabel("File of figures")
    .setInputFiles({ name: "figures.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(dialog.getByRole("status")).toHaveText("2 changes. Nothing is changed yet.");
  await expect(dialog.getByText("Line 3, nothing")).toBeVisible();
  await dialog.getByRole("button", { name: "Apply these changes" }).click();
  await expect(page.getByRole("rowheader", { name: "Users" })).toBeVisible();

  await page.getByRole("button", { name: "Add to own lines" }).click();
  const line = page.getByRole("dialog", { name: "New own line" });
  await line.getByLabel("Label", { exact: true }).fill("Audit");
  await line.getByLabel("Amount", { exact: true }).fill("1,000");
  await line.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("rowheader", { name: "Audit" })).toBeVisible();

  await bob.page.goto("/settings/figures");
  await expect(bob.page.getByText("No figure is stated yet.", { exact: false })).toBeVisible();
  await join(bob, await memberLink(page, bob.email, "member"));
  await bob.page.goto("/settings/figures");
  await expect(bob.page.getByRole("rowheader", { name: "Users" })).toBeVisible();
  await expect(bob.page.getByRole("button", { name: "Edit Users" })).toHaveCount(0);
  await expect(bob.page.getByRole("button", { name: "Add a figure" })).toHaveCount(0);
  await bob.page.getByRole("button", { name: "History of Users" }).click();
  const history = bob.page.getByRole("dialog", { name: "History of Users" });
  await expect(history.getByRole("listitem")).toContainText("Ada");
  await expect(history.getByRole("button", { name: "Restore" })).toHaveCount(0);
});
