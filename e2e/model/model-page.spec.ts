import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import {
  breakdownBeside,
  cashRow,
  createModel,
  inputField,
  totalOf,
  unfoldedField,
  untilSaved,
  untilWorkedOut,
} from "../support/model-steps";

test("a figure changes the answer while it is typed, is saved, and is still there after a reload", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Photo archive");
  const beside = await breakdownBeside(page);
  // Without inflation, compliance in the cloud is the same every year: 36,000 a year are 180,000 in five.
  await (await inputField(page, "Price changes", "General inflation")).fill("0");
  await (await inputField(page, "Cloud", "Compliance and audit")).fill("36 000");
  const row = cashRow(beside, "Cloud", "Compliance");
  const fiveYears = ["180,000.00", "0.00", ...Array(5).fill("36,000.00")];
  await expect(row).toHaveText(fiveYears);
  // Two years of it: 72,000.
  const total = (await totalOf(page, "Cloud").textContent()) ?? "";
  await (await inputField(page, "General", "Planning horizon")).fill("24");
  await expect(totalOf(page, "Cloud")).not.toHaveText(total);
  await expect(row).toHaveText(["72,000.00", "0.00", "36,000.00", "36,000.00"]);
  await untilSaved(page);
  await page.reload();
  await expect(row).toHaveText(["72,000.00", "0.00", "36,000.00", "36,000.00"]);
  await expect(await inputField(page, "Cloud", "Compliance and audit")).toHaveValue("36,000");
  // Reset, it is the default again: five years.
  await unfoldedField(page, "General", "Planning horizon");
  await page.getByRole("button", { name: "Reset Planning horizon" }).click();
  await expect(row).toHaveText(fiveYears);
});

test("a percentage is typed as one, and a figure as people write it", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Percentages");
  await (await inputField(page, "Cloud", "Compliance and audit")).fill("1.200,5");
  // 1,200.50 a year are 100.041667 a month at today's prices, which rise by q = 1.05^(1/12) = 1.0040741238 a month. Months 1 to 12
  // cost 100.041667 * q * (q^12 - 1) / (q - 1) = 100.041667 * 1.0040741238 * 0.05 / 0.0040741238 = 100.041667 * 12.322577530 = 1,232.771194.
  await (await inputField(page, "Price changes", "General inflation")).fill("5 %");
  await expect(cashRow(await breakdownBeside(page), "Cloud", "Compliance").nth(2)).toHaveText("1,232.77");
});

const refusals = [
  ["text", "many", "Users must be a number between 0 and 10,000,000,000 users; you typed many."],
  [
    "a number too large to hold",
    "1e400",
    "Users must be a number between 0 and 10,000,000,000 users; you typed 1e400.",
  ],
  ["less than there can be", "-1", "Users must be between 0 and 10,000,000,000 users; you typed -1."],
  ["a formula", "=1+1", "Users must be a number between 0 and 10,000,000,000 users; you typed =1+1."],
  ["nothing", "", "Users must be a number between 0 and 10,000,000,000 users; the field is empty."],
] as const;

test("a bad value is refused beside its field, with its bounds, and neither used nor saved", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Bad values");
  const users = await inputField(page, "Demand", "Users");
  const before = (await totalOf(page, "Cloud").textContent()) ?? "";
  for (const [what, typed, message] of refusals) {
    await users.fill(typed);
    await expect(page.getByRole("alert").filter({ hasText: message }), what).toBeVisible();
    await expect(users, what).toHaveAttribute("aria-invalid", "true");
    await expect(totalOf(page, "Cloud"), what).toHaveText(before);
  }
  // What is good is saved beside it.
  await (await inputField(page, "Demand", "Data stored (logical)")).fill("7");
  await untilSaved(page);
  await expect(users).toHaveValue("");
  await page.reload();
  await expect(await inputField(page, "Demand", "Users")).toHaveValue("50,000");
  await expect(await inputField(page, "Demand", "Data stored (logical)")).toHaveValue("7");
});

test("figures that belong together can be changed one by one", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Pieces");
  const dataPieces = await inputField(page, "Peers", "Pieces needed to read");
  const before = (await totalOf(page, "Peer to peer").textContent()) ?? "";
  await dataPieces.fill("100");
  await expect(page.getByRole("alert").filter({ hasText: "must rise in this order" })).toBeVisible();
  await expect(totalOf(page, "Peer to peer")).toHaveText(before);
  await (await inputField(page, "Peers", "Pieces spread")).fill("200");
  await (await inputField(page, "Peers", "Pieces left when repair starts")).fill("120");
  await expect(page.getByRole("alert").filter({ hasText: "must rise in this order" })).toBeHidden();
  await untilSaved(page);
  await page.reload();
  await expect(await inputField(page, "Peers", "Pieces needed to read")).toHaveValue("100");
});

test("a formula in a name is a name", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Plain");
  const name = page.getByLabel("Name of the model");
  await name.fill("");
  await expect(page.getByText("A model needs a name: type one.")).toBeVisible();
  await name.fill('=HYPERLINK("http://example.org")');
  await untilSaved(page);
  await page.goto("/models");
  await expect(page.getByRole("link", { name: '=HYPERLINK("http://example.org")' })).toBeVisible();
});

test("a model is described in the menu of any of its pages", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Described")}`;
  await page.goto(`${address}/breakdown`);
  await page.getByRole("button", { name: "More about this model" }).click();
  await page.getByRole("menuitem", { name: "Description" }).click();
  const dialog = page.getByRole("dialog", { name: "Description" });
  const field = dialog.getByLabel("Description of the model");
  await field.fill(`${"x".repeat(10_000)}y`);
  await expect(dialog.getByText("this one has 10,001. Shorten it.")).toBeVisible();
  await field.fill("For the board,\nwithout the archive.");
  await expectAccessible(page);
  await untilSaved(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.goto(address);
  await page.getByRole("button", { name: "More about this model" }).click();
  await page.getByRole("menuitem", { name: "Description" }).click();
  await expect(field).toHaveValue("For the board,\nwithout the archive.");
});

test.describe("with what single inputs do", () => {
  test.use({ analyses: "single inputs" });

  test("without a connection nothing typed is lost", async ({ ada, expectFault }) => {
    // The worker's script cannot be fetched either where the connection goes at once.
    expectFault(/ERR_INTERNET_DISCONNECTED|Failed to fetch|importScripts/);
    const { page, context } = ada;
    await createModel(page, "In the train");
    await context.setOffline(true);
    await (await inputField(page, "Demand", "Users")).fill("777");
    await expect(page.getByText("Not saved: no connection")).toBeVisible();
    await context.setOffline(false);
    await untilSaved(page);
    await untilWorkedOut(page);
    await page.reload();
    await expect(await inputField(page, "Demand", "Users")).toHaveValue("777");
  });
});

test("going back after a change shows what was saved", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "There and back");
  const hidden = (field: HTMLElement) => field.scrollWidth - field.clientWidth;
  expect(await page.getByLabel("Name of the model").evaluate(hidden), "px of the name that are cut off").toBe(0);
  await (await inputField(page, "Demand", "Users")).fill("888");
  await untilSaved(page);
  await page.getByRole("main").getByRole("link", { name: "Models", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Models" })).toBeVisible();
  await page.goBack();
  await expect(await inputField(page, "Demand", "Users")).toHaveValue("888");
  await (await inputField(page, "Demand", "Users")).fill("999");
  await untilSaved(page);
  await expect(page.getByText("saved this model while you were changing it")).toBeHidden();
});
