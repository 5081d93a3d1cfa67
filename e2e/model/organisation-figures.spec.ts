import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { join, memberLink } from "../support/members";
import { createModel, inputField, untilSaved } from "../support/model-steps";
import { expectNoSideways } from "../support/sideways";

/** As a person pastes what they have copied elsewhere. */
async function pasteInto(field: Locator, text: string): Promise<void> {
  const page = field.page();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await field.selectText();
  await page.keyboard.press("ControlOrMeta+V");
}

test("an admin states a figure, a new model begins with it, and takes what it becomes", async ({ ada }) => {
  const { page } = ada;
  await page.goto("/settings/figures");
  await expect(page.getByText("No figure is stated yet.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Add a figure" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("For which input").fill("users");
  await dialog.getByRole("button", { name: "Demand: Users" }).click();
  await dialog.getByLabel("Figure").fill("45,000");
  // Two cells are no one number, 4042, which would be taken.
  await pasteInto(dialog.getByLabel("Low"), "40\r\n42\r\n");
  await dialog.getByRole("button", { name: "Add the figure" }).click();
  await expect(dialog.getByText("takes one figure; you pasted several, 40 and 42.", { exact: false })).toBeVisible();
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
  await expect(newer.getByRole("row").nth(1)).toContainText("40,000 to 60,000 users in 8 of 10 cases");
  await expect(newer.getByRole("row").nth(1)).toContainText("70,000 to 90,000 users in 8 of 10 cases");
  await expect(page.getByText("With it", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideways(page);
  await page.setViewportSize({ width: 1280, height: 720 });
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
  await page.getByRole("button", { name: "Follow again: the organisation’s figure for Users" }).click();
  await expect(assumption).toContainText("organisation’s figure, 1 September 2027");
  await untilSaved(page);
  await page.reload();
  await expect(assumption).toContainText("80,000");
});

test("a figure that does not fit a new model is named with its reason before the model opens", async ({ ada }) => {
  const { page } = ada;
  await page.goto("/settings/figures");
  // The first tier of traffic must not reach above the second, 51.2 TB by default.
  await stateFigure(page, "Egress: first tier up to", "60", "Cloud");
  await stateFigure(page, "Users", "45,000");
  await page.goto("/models/new");
  await page.getByRole("radio", { name: /^Default service/ }).check();
  await page.getByLabel("Name", { exact: true }).fill("Without the tier");
  await page.getByRole("button", { name: "Create the model" }).click();
  const notice = page.getByRole("alert").filter({ hasText: "which do not fit" });
  await expect(notice.getByRole("listitem")).toHaveText(/Egress: second tier up to/);
  await expectAccessible(page);
  await notice.getByRole("link", { name: "Open the model" }).click();
  await expect(await inputField(page, "Demand", "Users")).toHaveValue("45,000");
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

  await page.getByRole("button", { name: "Add an own line" }).click();
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

test("pages that are open hear of a changed figure, and lose nothing that was typed", async ({ ada, bob }) => {
  const { page } = ada;
  await page.goto("/settings/figures");
  await stateFigure(page, "Users", "45,000");
  await join(bob, await memberLink(page, bob.email, "admin"));
  const address = await createModel(bob.page, "Theirs");
  await expect(await inputField(bob.page, "Demand", "Users")).toHaveValue("45,000");
  await page.goto("/settings/figures");
  await page.getByRole("button", { name: "Edit Users" }).click();
  const theirs = await bob.context.newPage();
  await theirs.goto("/settings/figures");
  await theirs.getByRole("button", { name: "Edit Users" }).click();
  const typing = theirs.getByRole("dialog");
  await typing.getByLabel("Owner").fill("Marketing");

  await page.getByRole("dialog").getByLabel("Figure").fill("60,000");
  await page.getByRole("button", { name: "Save the figure" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // The model's page: no reload, and the figure can be taken.
  await expect(bob.page.getByText("1 of the organisation’s figures is newer")).toBeVisible();
  await expect(await inputField(bob.page, "Demand", "Users")).toHaveValue("45,000");
  await bob.page.getByRole("link", { name: "See what would change" }).click();
  await bob.page.getByRole("button", { name: "Take Users" }).click();
  await untilSaved(bob.page);
  await bob.page.goto(address);
  await expect(await inputField(bob.page, "Demand", "Users")).toHaveValue("60,000");

  // The page of figures: it says so, and what is typed stays and overwrites nothing.
  await expect(typing.getByLabel("Owner")).toHaveValue("Marketing");
  await typing.getByRole("button", { name: "Save the figure" }).click();
  await expect(typing.getByText("Another person has changed this", { exact: false })).toBeVisible();
  await expect(typing.getByLabel("Owner")).toHaveValue("Marketing");
  await typing.getByRole("button", { name: "Close without saving" }).click();
  const notice = theirs.getByRole("alert").filter({ hasText: "Figures have been changed" });
  await expect(notice).toBeVisible();
  await expectAccessible(theirs);
  await notice.getByRole("button", { name: "Load the changes" }).click();
  await expect(notice).toHaveCount(0);
  await expect(theirs.getByRole("row").filter({ hasText: "Users" })).toContainText("60,000");
  // Who changed it is told nothing new.
  await expect(page.getByRole("alert").filter({ hasText: "Figures have been changed" })).toHaveCount(0);
});

test("usual lines go out and come in as a file, and come back from their history", async ({ ada }) => {
  const { page } = ada;
  await page.goto("/settings/figures");
  await page.getByRole("button", { name: "Import lines" }).click();
  const dialog = page.getByRole("dialog", { name: "Import lines" });
  const csv = [
    "table,label,role,category,architectures,kind,amount,fte,pay",
    "customLines,Audit,,compliance,onPremises cloud,monthly,9000,,",
    "staffLines,,Administrator,,onPremises,,,1.5,92000",
    "machines,Rack,,,,,,,",
  ].join("\r\n");
  await dialog
    .getByLabel("File of lines")
    .setInputFiles({ name: "lines.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(dialog.getByRole("status")).toHaveText("2 changes. Nothing is changed yet.");
  await expect(dialog.getByText("Line 4, Rack")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Apply these changes" }).click();
  await expect(page.getByRole("rowheader", { name: "Administrator" })).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download lines" }).click();
  const text = await readFile((await (await download).path()) as string, "utf8");
  const [head, audit] = text.split("\r\n");
  expect(head).toMatch(/^\ufefftable,id,label,category,/);
  expect(audit).toContain("Audit,compliance,onPremises cloud,monthly,9000");

  await page.getByRole("button", { name: "Remove Audit" }).click();
  await expect(page.getByRole("rowheader", { name: "Audit" }).getByText("Own line")).toBeVisible();
  await page.getByRole("button", { name: "History of Audit, removed" }).click();
  const history = page.getByRole("dialog", { name: "History of Audit" });
  await expect(history.getByRole("listitem").first()).toContainText("Removed");
  await history.getByRole("button", { name: "Restore revision 1" }).click();
  await expect(page.getByRole("button", { name: "Edit Audit" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Removed" })).toHaveCount(0);
});

test("what a column was said to hold is listed, and asked again once it is forgotten", async ({ ada }) => {
  const { page } = ada;
  const machines = `/models/${await makeModel(page, "With machines")}/assumptions/machines`;
  const dialog = page.getByRole("dialog", { name: "Add to: register" });
  const paste = async () => {
    await page.goto(machines);
    await page.getByRole("button", { name: "Register in files" }).click();
    await page.getByRole("menuitem", { name: "Paste from a spreadsheet, or import CSV…" }).click();
    await dialog.getByLabel("Rows", { exact: true }).fill("Name,Kind,Count,Raum\nRack C,Server,2,17\n");
  };
  await paste();
  await dialog.getByRole("combobox", { name: "Raum" }).selectOption({ label: "Note" });
  await dialog.getByRole("button", { name: "Add 1 row" }).click();
  await untilSaved(page);
  await paste();
  await expect(dialog.getByRole("combobox", { name: "Raum" })).toHaveValue("note");

  await page.goto("/settings/figures");
  const named = page.getByRole("region", { name: "Columns of pasted tables" });
  await expect(named.getByRole("row").filter({ hasText: "raum" })).toContainText("Ada");
  await expectAccessible(page);
  await named.getByRole("button", { name: "Forget raum of register" }).click();
  await expect(named).toHaveCount(0);
  await paste();
  await expect(dialog.getByRole("combobox", { name: "Raum" })).toHaveValue("");
});

async function stateFigure(page: Page, name: string, value: string, group = "Demand") {
  await page.getByRole("button", { name: "Add a figure" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("For which input").fill(name);
  await dialog.getByRole("button", { name: `${group}: ${name}` }).click();
  await dialog.getByLabel("Figure").fill(value);
  await dialog.getByRole("button", { name: "Add the figure" }).click();
  await expect(dialog).toHaveCount(0);
}
