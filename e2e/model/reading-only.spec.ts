import { expect, test } from "../support/fixtures";
import { createModel, inputField, totalOf } from "../support/model-steps";

test("a viewer sees every figure and why nothing can be changed, and can change nothing", async ({ ada, bob }) => {
  const address = await createModel(ada.page, "For Bob to read", "Retail chain");
  await ada.page.getByRole("link", { name: "Share" }).click();
  await ada.page.getByLabel("Email").fill(bob.email);
  await ada.page.getByRole("button", { name: "Make a link" }).click();
  const link = await ada.page.getByLabel("One-time link").inputValue();
  await expect(ada.page.getByRole("rowheader", { name: bob.email })).toBeVisible();

  await bob.page.goto(link);
  await bob.page.getByRole("button").filter({ hasText: "Accept as" }).click();
  await bob.page.waitForURL(address);
  await expect(bob.page.getByText("You can read this model but not change it.")).toBeVisible();
  await expect(totalOf(bob.page, "Cloud")).toHaveText(/[1-9]/);
  const users = await inputField(bob.page, "Demand", "Users");
  await expect(users).toHaveAttribute("readonly", "");
  await expect(bob.page.getByRole("button", { name: /^Reset/ })).toHaveCount(0);
  await expect(bob.page.getByRole("link", { name: "Share" })).toHaveCount(0);
  await expect(bob.page.getByLabel("Name of the model")).toHaveCount(0);
});
