import type { Page } from "@playwright/test";

interface Proposed {
  title: string;
  /** Names of those who are to approve it. */
  approvers: readonly string[];
}

/** Proposes own servers by the form of a model's page, and waits for the record. */
export async function proposeDecision(page: Page, model: string, { title, approvers }: Proposed): Promise<void> {
  await page.goto(`/models/${model}/decisions/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Reasons").fill("They cost least.\nThe staff is there.");
  await page.getByLabel("Why not cloud").fill("Dearer from the second year on.");
  await page.getByLabel("Look at it again on").fill("2028-03-03");
  await page.getByRole("button", { name: "Add a condition" }).click();
  await page.getByLabel("Condition 1", { exact: true }).selectOption("input users");
  await page.getByLabel("Condition 1: threshold").fill("5,000,000");
  for (const name of approvers) await page.getByRole("checkbox", { name }).check();
  await page.getByRole("button", { name: "Propose it" }).click();
  await page.waitForURL(/\/decisions\/\d+$/);
}
