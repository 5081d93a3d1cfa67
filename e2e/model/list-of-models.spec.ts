import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeModel, makeModels } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { letIn } from "../support/let-in";
import { createModel, cutSaves, inputField, untilSaved } from "../support/model-steps";

const row = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });

async function act(page: Page, name: string, action: string) {
  await page.getByRole("button", { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

const statusOf = (page: Page) => page.getByRole("status").filter({ hasText: "“" });
const names = (page: Page) => page.getByRole("rowheader").allTextContents();

test("each model stands with its answer, which follows a save", async ({ ada }) => {
  const { page } = ada;
  await makeModel(page, "Patches", { template: "Game patches" });
  await page.goto("/models");
  await expect(row(page, "Patches")).toContainText("over 5 years");
  await page.getByRole("link", { name: "Patches" }).click();
  await (await inputField(page, "General", "Planning horizon")).fill("36");
  await untilSaved(page);
  await page.goto("/models");
  await expect(row(page, "Patches")).toContainText("over 3 years");
  // What the trials say stands there once they have run.
  const drawn = async () => (await page.request.get("/models")).text();
  await expect.poll(drawn, { timeout: 60_000 }).toMatch(/of 100 trials/);
  await page.reload();
  await expect(row(page, "Patches")).toContainText(/of 100 trials/);
});

test("a deleted model is gone for everybody, and comes back with Undo", async ({ ada, bob, expectFault }) => {
  expectFault(/404/);
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Patches")}`;
  await makeModel(page, "Streams");
  await page.goto("/models");
  await act(page, "Patches", "Delete");
  await expect(statusOf(page)).toContainText("“Patches” is deleted. It can be restored for 30 days.");
  await expect(row(page, "Patches")).toHaveCount(0);
  await expect(row(page, "Streams")).toHaveCount(1);
  const second = await ada.context.newPage();
  expect((await second.goto(address))?.status()).toBe(404);
  expect((await second.request.get(`${address}/export/years.csv`)).status()).toBe(404);
  await bob.page.goto("/models?shelf=deleted");
  await expect(bob.page.getByText("There is no model yet.")).toBeVisible();
  await expect(bob.page.getByText("Patches", { exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo: restore it" }).click();
  await expect(row(page, "Patches")).toHaveCount(1);
  expect((await second.goto(address))?.status()).toBe(200);
});

test("a model deleted a while ago is restored from the list of the deleted", async ({ ada }) => {
  const { page } = ada;
  await makeModel(page, "Patches");
  await page.goto("/models");
  await act(page, "Patches", "Delete");
  await expect(statusOf(page)).toBeVisible();
  await page.goto("/models");
  await expect(page.getByText("No model is in use.")).toBeVisible();
  await page.getByRole("link", { name: "Deleted" }).click();
  await expect(page.getByText("Then it is removed for good.")).toBeVisible();
  await page.getByRole("button", { name: "Restore Patches" }).click();
  await expect(statusOf(page)).toContainText("“Patches” is restored.");
  await page.getByRole("link", { name: "In use" }).click();
  await expect(row(page, "Patches")).toHaveCount(1);
});

test("an archived model can be read and not changed until it is unarchived", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Patches")}`;
  await page.goto("/models");
  await act(page, "Patches", "Archive");
  await expect(statusOf(page)).toContainText("“Patches” is archived.");
  await expect(row(page, "Patches")).toHaveCount(0);
  await page.goto(address);
  await expect(page.getByText("This model is archived")).toBeVisible();
  await expect(page.getByRole("region", { name: "Answer" })).toContainText(/cheapest|cost least/);
  await expect(page.getByLabel("Name of the model")).toHaveCount(0);
  await expect(await inputField(page, "General", "Planning horizon")).not.toBeEditable();
  await page.getByRole("link", { name: "archive", exact: true }).click();
  await act(page, "Patches", "Unarchive");
  await expect(statusOf(page)).toContainText("is out of the archive");
  await page.goto(address);
  await expect(await inputField(page, "General", "Planning horizon")).toBeEditable();
});

test("an archived model is taken out of the archive on its own page, by people who may", async ({ ada, bob }) => {
  const { page } = ada;
  const id = await makeModel(page, "Patches");
  await letIn(ada, id, bob, "viewer");
  const address = `/models/${id}`;
  await page.goto("/models");
  await act(page, "Patches", "Archive");
  await expect(statusOf(page)).toContainText("“Patches” is archived.");
  // A reader sees that it is archived, and gets no button.
  await bob.page.goto(address);
  await expect(bob.page.getByText("This model is archived")).toBeVisible();
  await expect(bob.page.getByRole("button", { name: "Unarchive" })).toHaveCount(0);
  await page.goto(address);
  await page.getByRole("button", { name: "Unarchive" }).click();
  await expect(page.getByText("This model is archived")).toHaveCount(0);
  await (await inputField(page, "Demand", "Users")).fill("123");
  await untilSaved(page);
});

test("what was typed into a model that was archived meanwhile is not saved, and the page says so", async ({
  ada,
  expectFault,
}) => {
  const { page } = ada;
  const address = await createModel(page, "Patches");
  const other = await ada.context.newPage();
  await other.goto("/models");
  // It is typed before the page hears of the archive, and sent after.
  expectFault(/ERR_INTERNET_DISCONNECTED/);
  const saves = await cutSaves(page, address);
  await (await inputField(page, "General", "Planning horizon")).fill("36");
  await expect(page.getByText("Not saved: no connection")).toBeVisible();
  await act(other, "Patches", "Archive");
  await expect(statusOf(other)).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "This model is archived" })).toBeVisible();
  await expect(await inputField(page, "General", "Planning horizon")).not.toBeEditable();
  await saves.restore();
  await expect(
    page.getByRole("status").filter({ hasText: "Not saved: You can view this model but not change it." }),
  ).toBeVisible();
});

test("a person it is shared with duplicates a model, and cannot archive or delete it", async ({ ada, bob }) => {
  const id = await makeModel(ada.page, "Patches", { template: "Game patches" });
  await letIn(ada, id, bob, "editor");
  await bob.page.goto("/models");
  await expect(row(bob.page, "Patches")).toContainText("shared with you to change");
  await bob.page.getByRole("button", { name: "Actions for Patches", exact: true }).click();
  await expect(bob.page.getByRole("menuitem")).toHaveText(["Duplicate"]);
  await bob.page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(row(bob.page, "Copy of Patches")).toHaveCount(1);
  await expect(row(bob.page, "Copy of Patches")).toContainText("Bob’s organisation");
  await ada.page.goto("/models");
  expect(await names(ada.page)).toEqual(["Patches"]);
});

test("the list is searched, sorted and paged, and the address says how", async ({ ada }) => {
  const { page } = ada;
  await makeModel(page, "zebra 50 % off");
  await makeModel(page, "Apple");
  await page.goto("/models");
  // The newest change first.
  expect(await names(page)).toEqual(["Apple", "zebra 50 % off"]);
  await page.getByRole("link", { name: "Name" }).click();
  await expect(page).toHaveURL(/sort=name$/);
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("link", { name: "Name" }).click();
  await expect(page).toHaveURL(/sort=-name$/);
  await expect(page.getByRole("rowheader").first()).toHaveText("zebra 50 % off");
  await page.getByLabel("Search names").fill("50 %");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/search=50/);
  await expect(page.getByRole("rowheader")).toHaveText(["zebra 50 % off"]);
  await page.getByLabel("Search names").fill("nothing_");
  await page.keyboard.press("Enter");
  await expect(page.getByText("No name here has “nothing_” in it.")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(2);

  // 2 models and 24 more are 26: one more than a page of 25.
  await makeModels(
    page,
    Array.from({ length: 23 }, (_, n) => `Model ${n + 1}`),
  );
  await page.goto("/models?sort=name");
  await act(page, "zebra 50 % off", "Duplicate");
  await expect(page.getByText("1 to 25 of 26 models")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText("26 to 26 of 26 models")).toBeVisible();
  // Apple, a copy, 23 more, zebra: by name the last is alone on page 2.
  await expect(page.getByRole("rowheader")).toHaveText(["zebra 50 % off"]);
  await expectAccessible(page);
});

test("everything on the list is done by keyboard, in both schemes, and on a phone", async ({ ada }) => {
  const { page } = ada;
  await page.goto("/models");
  await expectAccessible(page);
  await makeModel(page, "Patches");
  await page.goto("/models");
  await page.getByRole("button", { name: "Actions for Patches" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Duplicate" })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("menuitem", { name: "Duplicate" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Delete" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(statusOf(page)).toContainText("is deleted");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo: restore it" }).focus();
  await page.keyboard.press("Enter");
  await expect(statusOf(page)).toContainText("“Patches” is back.");
  await page.setViewportSize({ width: 390, height: 844 });
  for (const shelf of ["current", "archived", "deleted"]) {
    await page.goto(`/models?shelf=${shelf}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), shelf).toBeLessThanOrEqual(390);
  }
});

test("an address that makes no sense shows the first page", async ({ ada }) => {
  const { page } = ada;
  await makeModel(page, "Patches");
  await page.goto("/models?page=-7&sort=password&shelf=all&search=%00");
  await expect(row(page, "Patches")).toHaveCount(1);
});
