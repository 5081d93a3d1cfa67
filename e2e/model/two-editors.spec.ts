import type { Page } from "@playwright/test";
import { makeModel } from "../support/create-model";
import { expect, type Person, test } from "../support/fixtures";
import { letIn } from "../support/let-in";
import { inputField, untilSaved, untilWorkedOut } from "../support/model-steps";

test.use({ analyses: "single inputs" });

/** A model of Ada's that Bob may change, open in both browsers. */
async function sharedModel(ada: Person, bob: Person, name: string): Promise<string> {
  const id = await makeModel(ada.page, name);
  await letIn(ada, id, bob, "editor");
  await Promise.all([ada, bob].map(({ page }) => page.goto(`/models/${id}`)));
  // All parts of the page have been fetched then: from here on a test may take the connection away.
  await untilWorkedOut(bob.page);
  await untilWorkedOut(ada.page);
  for (const { page } of [ada, bob]) await page.locator("canvas").first().waitFor();
  return ada.page.url();
}

const users = (page: Page) => inputField(page, "Demand", "Users");
const storage = (page: Page) => inputField(page, "Demand", "Data stored (logical)");
const question = (page: Page) => page.getByRole("main").getByRole("note").getByRole("group", { name: "Users" });

test("what two people change at once is merged without asking", async ({ ada, bob, expectFault }) => {
  expectFault(/ERR_INTERNET_DISCONNECTED/);
  const address = await sharedModel(ada, bob, "Both at once");
  await ada.context.setOffline(true);
  await (await users(ada.page)).fill("111");
  await ada.page.getByLabel("Name of the model").fill("Renamed by Ada");
  await expect(ada.page.getByText("Not saved: no connection")).toBeVisible();
  await (await storage(bob.page)).fill("77");
  await untilSaved(bob.page);
  await ada.context.setOffline(false);
  await untilSaved(ada.page);
  await expect(await storage(ada.page)).toHaveValue("77");
  await expect(ada.page.getByText("changed what you were changing")).toHaveCount(0);
  await bob.page.goto(address);
  await untilWorkedOut(bob.page);
  await expect(bob.page.getByLabel("Name of the model")).toHaveValue("Renamed by Ada");
  await expect(await users(bob.page)).toHaveValue("111");
  await expect(await storage(bob.page)).toHaveValue("77");

  // Ada's undo takes back what Ada did.
  await ada.page.keyboard.press("Control+z");
  await ada.page.keyboard.press("Control+z");
  await expect(ada.page.getByLabel("Name of the model")).toHaveValue("Both at once");
  await expect(await users(ada.page)).toHaveValue("50,000");
  await expect(await storage(ada.page)).toHaveValue("77");
});

test("where both change the same input, each can keep theirs or take the other's", async ({
  ada,
  bob,
  expectFault,
}) => {
  expectFault(/ERR_INTERNET_DISCONNECTED/);
  const address = await sharedModel(ada, bob, "The same input");
  async function conflict(mine: string, theirs: string) {
    await ada.context.setOffline(true);
    await (await users(ada.page)).fill(mine);
    await expect(ada.page.getByText("Not saved: no connection")).toBeVisible();
    await (await users(bob.page)).fill(theirs);
    await untilSaved(bob.page);
    await ada.context.setOffline(false);
  }
  await conflict("222", "111");
  await expect(question(ada.page)).toContainText("Bob set 111 users, you typed 222 users.");
  // Beside the field too, where it can be answered as well.
  const beside = ada.page.getByRole("complementary", { name: "Inputs" }).getByRole("group", { name: "Users" });
  await expect(beside).toContainText("Bob set 111 users, you typed 222 users.");
  await expect(await users(ada.page)).toHaveValue("222");
  await beside.getByRole("button", { name: "Take theirs" }).click();
  await expect(await users(ada.page)).toHaveValue("111");
  await expect(question(ada.page)).toHaveCount(0);

  await conflict("444", "333");
  await question(ada.page).getByRole("button", { name: "Keep yours" }).click();
  await expect(await users(ada.page)).toHaveValue("444");
  await untilSaved(ada.page);
  await bob.page.goto(address);
  await expect(await users(bob.page)).toHaveValue("444");
});

test("both see that the other is there, and each other's saves within two seconds", async ({ ada, bob }) => {
  await sharedModel(ada, bob, "Side by side");
  await expect(ada.page.getByText("Bob is here too")).toBeVisible();
  await expect(bob.page.getByText("Ada is here too")).toBeVisible();

  await (await users(bob.page)).fill("4321");
  await untilSaved(bob.page);
  const since = Date.now();
  await expect(await users(ada.page)).toHaveValue("4,321", { timeout: 2_000 });
  expect(Date.now() - since).toBeLessThan(2_000);
  await ada.page.getByLabel("Name of the model").fill("Named by Ada");
  await expect(ada.page.getByText("Saving…")).toBeVisible();
  await untilSaved(ada.page);
  await expect(bob.page.getByLabel("Name of the model")).toHaveValue("Named by Ada", { timeout: 2_000 });

  await bob.page.goto("/models");
  await expect(ada.page.getByText("Bob is here too")).toHaveCount(0);
});
