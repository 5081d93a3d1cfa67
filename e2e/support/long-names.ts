import { expect, type Page } from "@playwright/test";
import { confirmWhereAsked } from "./fixtures";

/** A name without a space at which it could be broken, of the widest letter. */
export const longName = (length = 120) => "W".repeat(length);

/** Gives everything that people name, on the pages of a model with a scenario, a name of one long word. */
export async function giveLongNames(page: Page, model: string): Promise<void> {
  await page.goto("/settings/profile");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(longName(100));
  await page.getByRole("button", { name: "Save the name" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto("/settings/organisation");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(longName());
  // The page is loaded anew, so that its header has the name.
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Save", exact: true }).click()]);
  await page.goto("/settings/tokens");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(longName(100));
  await page.getByLabel("Create and change models").check();
  await page.getByRole("button", { name: "Make a token" }).click();
  const tokenField = page.getByLabel("Token", { exact: true });
  await confirmWhereAsked(page, tokenField);
  const token = await tokenField.inputValue();
  const line = { label: longName(), category: "software", architectures: ["cloud"], kind: "monthly", amount: 100 };
  const changed = await page.request.patch(`/api/v1/models/${model}`, {
    headers: { authorization: `Bearer ${token}`, "if-match": "*" },
    data: {
      name: longName(),
      description: longName(300),
      customLines: [line],
      notes: { users: { note: longName(), source: longName() } },
    },
  });
  expect(changed.status(), await changed.text()).toBe(200);
  await page.goto(`/models/${model}/scenarios`);
  await page
    .getByLabel(/^Name of /)
    .first()
    .fill(longName(100));
  await expect(page.getByText("Saving…").first()).toBeVisible();
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await page.goto(`/models/${model}/comments`);
  await page.getByLabel("New comment on the model").fill(longName());
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByRole("article").getByText(longName())).toBeVisible();
}
