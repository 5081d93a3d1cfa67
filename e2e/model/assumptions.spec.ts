import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { createModel, inputField, untilSaved } from "../support/model-steps";

test.use({ analyses: "single inputs" });

test("the register of assumptions is narrowed, sorted, edited in place and downloaded", async ({ ada }) => {
  const { page } = ada;
  const address = await createModel(page, "On what it rests");
  await page.getByRole("link", { name: "Assumptions", exact: true }).click();
  await page.waitForURL(`${address}/assumptions`);
  const table = page.getByRole("table", { name: "Assumptions" });
  const rows = table.locator("tr[data-assumption]");
  const row = (key: string) => table.locator(`tr[data-assumption=${key}]`);
  await expect(row("serverPrice")).toContainText("nobody has looked at it");

  // By how much each moves the answer: once that is in, and kept in the address.
  await table.getByRole("button", { name: "Moves the answer by" }).click();
  await expect(page).toHaveURL(/\?sort=swing$/);
  await expect(row("serverPrice").locator("td").nth(3)).not.toContainText("…", { timeout: 30_000 });
  const swings = await rows.evaluateAll((all) =>
    all.map((one) =>
      Number.parseFloat((one.children[4]?.querySelector("span > span") as HTMLElement)?.style.inlineSize ?? "0"),
    ),
  );
  expect(swings[0]).toBe(100);
  expect(swings).toEqual([...swings].sort((a, b) => b - a));

  await page.getByLabel("Search the assumptions").fill("price of a server");
  await expect(row("serverPrice")).toBeVisible();
  await expect(row("cdnPricePerTB")).toHaveCount(0);

  await row("serverPrice").getByRole("button").click();
  const field = table.locator("[data-input=serverPrice]");
  await field.getByRole("textbox").first().fill("12345");
  await field.getByLabel("Source").fill("Offer of 3 March");
  await field.getByText("Estimated", { exact: true }).click();
  await untilSaved(page);
  await expect(row("serverPrice")).toContainText("12,345 USD");
  await expect(row("serverPrice")).toContainText("estimated");
  await expect(row("serverPrice")).toContainText("since this page was opened");
  await expect(row("serverPrice").locator("td").nth(3)).not.toContainText("…", { timeout: 30_000 });
  await expectAccessible(page);

  await page.getByRole("button", { name: /Export/ }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Download this table as CSV" }).click(),
  ]);
  const written = parse(await readFile((await file.path()) as string, "utf8"), { bom: true, columns: true });
  const found = (written as Record<string, string>[]).find(({ key }) => key === "serverPrice");
  expect(found).toMatchObject({ value: "12345", source: "Offer of 3 March", evidence: "estimated", untouched: "no" });

  // The history knows who did it.
  await page.reload();
  await expect(row("serverPrice").locator("td").last()).toContainText("Ada");
  await page.getByLabel("Which assumptions").selectOption("Nobody has looked at");
  await expect(row("serverPrice")).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("the inputs that move the answer most stand above the groups, and in their groups", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "What matters most");
  const panel = page.getByRole("complementary", { name: "Inputs" });
  const group = panel.locator("section").filter({ has: page.getByRole("button", { name: /^.? ?Key inputs/ }) });
  const fields = group.getByLabel(/\(key input\)$/);
  await expect(fields).toHaveCount(10, { timeout: 30_000 });
  // Beside the verdict no name takes a third line, nor the table's heads a second.
  await page.setViewportSize({ width: 1440, height: 900 });
  const linesOf = (texts: Locator) =>
    texts.evaluateAll((all) =>
      all.map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one.firstChild as Node);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size;
      }),
    );
  expect(Math.max(...(await linesOf(group.locator("label"))))).toBe(2);
  expect(await linesOf(page.getByRole("columnheader", { name: "costs least" }))).toEqual([1]);
  const engineers = group.getByLabel("Software engineers who build and change the service (own servers) (key input)", {
    exact: true,
  });
  // Said as it appears, as in the group.
  await engineers.fill("many");
  await expect(group.getByRole("alert")).toHaveText(/must be a number between 0 and 10,000 FTE; you typed many\.$/);
  await engineers.fill("3.5");
  await expect(group.getByRole("alert")).toHaveCount(0);
  const own = await inputField(page, "Own servers", "Software engineers who build and change the service");
  await expect(own).toHaveValue("3.5");
  await own.fill("many");
  await expect(group.getByText("many")).toHaveCount(0);
  await own.fill("2.5");
  await expect(engineers).toHaveValue("2.5");
  // Where both stand, both say it, and it is read out once.
  await engineers.fill("few");
  await expect(group.getByText("you typed few.")).toBeVisible();
  await expect(panel.getByText("you typed few.")).toHaveCount(2);
  await expect(panel.getByRole("alert")).toHaveCount(1);
  await engineers.fill("2.5");
  // On a phone the group is folded in the sheet. That it is open in the panel, which is not seen there, silences nothing.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Change inputs" }).click();
  const sheet = page.getByRole("dialog", { name: "Inputs" });
  const again = sheet.getByLabel(/^Software engineers .* \(own servers\) \(key input\)$/);
  await again.fill("few");
  await expect(sheet.getByRole("alert")).toHaveText(/you typed few\.$/);
  await again.fill("2.5");
  await untilSaved(page);
  await expectAccessible(page);
});

test("on paper each assumption has its name, and nothing that is for the screen", async ({ ada: { page } }) => {
  const address = `/models/${await makeModel(page, "Printed")}`;
  await page.goto(`${address}/assumptions`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Demand: Users" })).toBeVisible();
  await expect(page.getByRole("searchbox")).toBeHidden();
  await page.goto(`${address}/history`);
  await expect(page.getByText("Revision 1", { exact: true })).toBeVisible();
  await expect(page.getByText("This is how the model began.")).toBeHidden();
  await page.goto(`${address}/scenarios`);
  await expect(page.getByText("A scenario is this model with some other figures")).toBeVisible();
  await expect(page.getByText("up to three stand here")).toBeHidden();
});
