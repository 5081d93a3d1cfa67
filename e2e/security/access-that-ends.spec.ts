import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, type Person, test } from "../support/fixtures";
import { letIn } from "../support/let-in";
import { createModel, cutSaves, inputField, untilSaved, withoutSharedWorker } from "../support/model-steps";
import { untilQuiet } from "../support/until-quiet";

/** A model of Ada's that Bob may change, which he has open; Ada sees who has access to it. */
async function sharedModel(ada: Person, bob: Person, name: string): Promise<string> {
  const id = await makeModel(ada.page, name);
  await letIn(ada, id, bob, "editor");
  await bob.page.goto(`/models/${id}`);
  await ada.page.goto(`/models/${id}/share`);
  return bob.page.url();
}

async function removeBob(ada: Person): Promise<void> {
  await ada.page.getByRole("button", { name: "Remove Bob" }).click();
  await expect(ada.page.getByRole("rowheader", { name: "Bob" })).toBeHidden();
}

const users = (page: Page) => inputField(page, "Demand", "Users");
const notice = (page: Page) => page.getByRole("alert").filter({ hasText: "You can no longer open this model" });

test("an editor who is removed while typing learns it at once and keeps what they typed, and nothing more is saved", async ({
  ada,
  bob,
  expectFault,
}) => {
  expectFault(/ERR_INTERNET_DISCONNECTED/);
  await bob.page.clock.install();
  const address = await sharedModel(ada, bob, "For Bob to change");
  await (await users(bob.page)).fill("321");
  await untilSaved(bob.page);
  const saves = await cutSaves(bob.page, address);
  await (await users(bob.page)).fill("654");
  await expect(bob.page.getByText("Not saved: no connection")).toBeVisible();

  await removeBob(ada);
  await expect(notice(bob.page)).toBeVisible({ timeout: 2_000 });
  await expect(notice(bob.page)).toContainText(
    "It was deleted, or is no longer shared with you. Nothing more is saved.",
  );
  await saves.restore();
  await expect(await users(bob.page)).toHaveValue("654");
  await expect(await users(bob.page)).not.toBeEditable();
  await expectAccessible(bob.page);
  const [file] = await Promise.all([
    bob.page.waitForEvent("download"),
    notice(bob.page).getByRole("button", { name: "Download my inputs" }).click(),
  ]);
  expect(await readFile(await file.path(), "utf8")).toMatch(/\r\nusers,[^\r]*,654,/);
  // Tries again would come within half a minute at the latest; the page stays as it is, and so does the next.
  await bob.page.clock.fastForward("01:00");
  await expect(notice(bob.page)).toBeVisible();
  await notice(bob.page).getByRole("link", { name: "Go to your models" }).click();
  await expect(bob.page.getByRole("heading", { name: "Models" })).toBeVisible();
  await bob.page.clock.fastForward("01:00");
  await untilQuiet(bob.page);
  await expect(bob.page.getByRole("heading", { name: "Models" })).toBeVisible();
  expect(saves.sent()).toBe(0);
  await ada.page.goto(address);
  await expect(await users(ada.page)).toHaveValue("321");
});

test("an editor who is removed while their page hears of nothing is sent away by the next save, which is not tried again", async ({
  ada,
  bob,
  expectFault,
}) => {
  expectFault(/404/);
  // Where React draws the page of what is gone at its second try, it reports what the first met: the digest is that of
  // a 404.
  expectFault(/Minified React error #441/);
  // A proxy may let no stream through. What a SharedWorker asks for cannot be cut here: the page is to ask itself.
  expectFault(/ERR_FAILED/);
  await bob.page.clock.install();
  await withoutSharedWorker(bob.context);
  await bob.page.route("**/events?*", (route) => route.abort());
  const address = await sharedModel(ada, bob, "For Bob to change");
  await (await users(bob.page)).fill("321");
  await untilSaved(bob.page);
  await removeBob(ada);
  await (await users(bob.page)).fill("654");
  await expect(bob.page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await bob.page.getByRole("link", { name: "Go to your models" }).click();
  await expect(bob.page.getByRole("heading", { name: "Models" })).toBeVisible();
  await bob.page.clock.fastForward("01:00");
  await untilQuiet(bob.page);
  await expect(bob.page.getByRole("heading", { name: "Models" })).toBeVisible();
  await ada.page.goto(address);
  await expect(await users(ada.page)).toHaveValue("321");
});

test("an editor who becomes a viewer learns it at once and can change nothing, until they may again", async ({
  ada,
  bob,
}) => {
  await sharedModel(ada, bob, "To be read for a while");
  await expect(await users(bob.page)).toBeEditable();
  await ada.page.getByLabel("Role of Bob").selectOption("viewer");
  const alert = bob.page.getByRole("alert").filter({ hasText: "This model can no longer be changed here" });
  await expect(alert).toContainText("You can read this model but not change it.", { timeout: 2_000 });
  await expect(await users(bob.page)).not.toBeEditable();
  await expect(bob.page.getByLabel("Name of the model")).toHaveCount(0);
  await expectAccessible(bob.page);
  await ada.page.getByLabel("Role of Bob").selectOption("editor");
  await expect(alert).toHaveCount(0);
  await (await users(bob.page)).fill("77");
  await untilSaved(bob.page);
});

test("the breakdown, the scenarios and the comments of a model tell that it was deleted, and keep what stands there", async ({
  ada,
  bob,
  expectFault,
}) => {
  test.slow();
  expectFault(/ERR_INTERNET_DISCONNECTED/);
  const address = await sharedModel(ada, bob, "Soon deleted");
  const [breakdown, scenarios] = [await bob.context.newPage(), await bob.context.newPage()];
  await breakdown.goto(`${address}/breakdown`);
  await expect(breakdown.getByRole("grid", { name: "Breakdown" })).toBeVisible();
  await scenarios.goto(`${address}/scenarios`);
  await scenarios.getByRole("button", { name: "New scenario" }).click();
  const name = scenarios.getByLabel(/^Name of /);
  const saves = await cutSaves(scenarios, `${address}/scenarios`);
  await name.fill("Half the users");
  await expect(scenarios.getByText("Not saved: no connection")).toBeVisible();
  await bob.page.goto(`${address}/comments`);
  const words = bob.page.getByLabel("New comment on the model");
  await words.fill("Is this still right?");

  await ada.page.goto("/models");
  await ada.page.getByRole("button", { name: "Actions for Soon deleted", exact: true }).click();
  await ada.page.getByRole("menuitem", { name: "Delete" }).click();
  for (const page of [breakdown, scenarios, bob.page]) await expect(notice(page)).toBeVisible();
  await saves.restore();
  await expect(breakdown.getByRole("grid", { name: "Breakdown" })).toBeVisible();
  await expect(notice(breakdown).getByRole("button")).toHaveCount(0);
  const [file] = await Promise.all([
    scenarios.waitForEvent("download"),
    notice(scenarios).getByRole("button", { name: "Download my inputs of “Half the users”" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("half-the-users-inputs.csv");
  await expect(words).toHaveValue("Is this still right?");
  await expect(bob.page.getByText("You can no longer write here.")).toBeVisible();
  await expect(bob.page.getByRole("button", { name: "Comment", exact: true })).toHaveCount(0);
  for (const page of [breakdown, scenarios, bob.page]) await expectAccessible(page);
  expect(saves.sent()).toBe(0);
});

test("a person who is signed out elsewhere learns it, and continues where they were after signing in again", async ({
  ada,
  expectFault,
}) => {
  expectFault(/401/);
  const { page } = ada;
  await createModel(page, "Signed out elsewhere");
  const other = await ada.context.newPage();
  await other.goto("/models");
  await other.getByRole("button", { name: "Sign out" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "You are signed out" });
  await expect(alert).toBeVisible({ timeout: 5_000 });
  await other.goto("/sign-in");
  await other.getByLabel("Email").fill(ada.email);
  await other.getByLabel("Password").fill(ada.password);
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await other.waitForURL(/\/models/);
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(alert).toHaveCount(0);
  await (await users(page)).fill("88");
  await untilSaved(page);
});
