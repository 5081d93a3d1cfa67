import { expect, test } from "./fixtures";
import { createModel, figuresRow, inputField, untilSaved } from "./model-steps";

test("a viewer sees every figure, is told why nothing can be changed, and can change nothing", async ({ ada, bob }) => {
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
  await expect(figuresRow(bob.page, "Cloud", "Total").last()).toHaveText(/[1-9]/);
  const users = await inputField(bob.page, "Demand", "Users");
  await expect(users).toHaveAttribute("readonly", "");
  await expect(bob.page.getByRole("button", { name: /^Reset/ })).toHaveCount(0);
  await expect(bob.page.getByRole("link", { name: "Share" })).toHaveCount(0);
  await expect(bob.page.getByLabel("Name of the model")).toHaveCount(0);
});

test("an editor who is removed while typing is sent away, and nothing more of theirs is saved", async ({
  ada,
  bob,
  expectFault,
}) => {
  expectFault(/404/);
  // Where React draws the page of what is gone at its second try, it reports what the first met: the digest is that of a 404.
  expectFault(/Minified React error #441/);
  const address = await createModel(ada.page, "For Bob to change");
  await ada.page.goto(`${address}/share`);
  await ada.page.getByLabel("Email").fill(bob.email);
  await ada.page.getByLabel("Role", { exact: true }).selectOption("editor");
  await ada.page.getByRole("button", { name: "Make a link" }).click();
  const link = await ada.page.getByLabel("One-time link").inputValue();
  await bob.page.goto(link);
  await bob.page.getByRole("button").filter({ hasText: "Accept as" }).click();
  await bob.page.waitForURL(address);
  const users = await inputField(bob.page, "Demand", "Users");
  await users.fill("321");
  await untilSaved(bob.page);

  await ada.page.reload();
  await ada.page.getByRole("button", { name: "Remove Bob" }).click();
  await expect(ada.page.getByRole("rowheader", { name: "Bob" })).toBeHidden();
  await users.fill("654");
  await expect(bob.page.getByRole("heading", { name: "There is nothing here for you" })).toBeVisible();
  // It is not tried again and again behind the next page.
  await bob.page.getByRole("link", { name: "Go to your models" }).click();
  await expect(bob.page.getByRole("heading", { name: "Models" })).toBeVisible();
  await bob.page.waitForTimeout(3_000);
  await expect(bob.page.getByRole("heading", { name: "Models" })).toBeVisible();
  await ada.page.goto(address);
  await expect(await inputField(ada.page, "Demand", "Users")).toHaveValue("321");
});
