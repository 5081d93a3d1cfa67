import { expectAccessible } from "../support/accessible";
import { expect, test } from "../support/fixtures";
import { createModel, inputField, untilSaved } from "../support/model-steps";

test("the history tells who saved what, compares, notes, and brings back what was", async ({
  ada,
  bob,
  expectFault,
}) => {
  expectFault(/404 \(Not Found\)/);
  const { page } = ada;
  const address = await createModel(page, "With a past");
  for (const users of ["60000", "70000"]) {
    await (await inputField(page, "Demand", "Users")).fill(users);
    await expect(page.getByText("Saving…")).toBeVisible();
    await untilSaved(page);
  }
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "With a past" })).toBeVisible();
  // Two saves within a moment are one; the beginning stays.
  const revisions = page.getByRole("region", { name: /^Revisions/ }).getByRole("listitem");
  await expect(revisions).toHaveCount(2);
  await expect(revisions.first()).toContainText("Revision 3");
  await expect(revisions.first()).toContainText("Ada");
  await expect(revisions.first()).toContainText("over 5 years");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Add a note on revision 3" }).click();
  await page.getByLabel("Note on revision 3").fill("As sales counted them");
  await page.getByRole("button", { name: "Save the note" }).click();
  await expect(revisions.first()).toContainText("As sales counted them");

  await page.getByRole("link", { name: "Compare 1 and 3" }).click();
  const differing = page.getByRole("table", { name: "What differs" });
  await expect(differing.getByRole("row").filter({ hasText: "Users" })).toContainText("70,000");
  const costs = page.getByRole("table", { name: "What each difference costs" });
  await expect(costs.getByRole("row")).toHaveCount(4);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Restore revision 1" }).click();
  await expect(page.getByText("Restored; the model now stands at revision 4.")).toBeVisible();
  await expect(revisions).toHaveCount(3);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Restored; the model now stands at revision 5.")).toBeVisible();
  await expect(revisions).toHaveCount(4);
  await page.getByRole("button", { name: "Restore revision 1" }).click();
  await expect(revisions).toHaveCount(5);
  await page.goto(address);
  await expect(await inputField(page, "Demand", "Users")).toHaveValue("50,000");
  await page.goto(`${address}/history`);
  await expect(revisions.first()).toContainText("restored revision 1");

  // Another person's model: as if it did not exist.
  for (const path of ["history", "events"]) {
    expect((await bob.context.request.get(`${address}/${path}`)).status(), path).toBe(404);
  }
  expect((await ada.context.request.get(`${address}/history`)).status()).toBe(200);
});
