import type { Page } from "@playwright/test";
import { makeModel } from "../support/create-model";
import { expect, signUp, test } from "../support/fixtures";
import { breakdownBeside, cashRow, createModel, inputField, untilSaved } from "../support/model-steps";

/** Fields in which a phone would zoom: letters below 16 px. */
const smallFields = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("input, select, textarea")]
      .filter((field) => !["checkbox", "radio", "range", "hidden"].includes((field as HTMLInputElement).type))
      .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
      .map((field) => field.outerHTML.slice(0, 160)),
  );

test("no phone zooms into a field, and what may be negative can be typed on one", async ({ newPage }) => {
  const page = await newPage({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  await page.goto("/sign-up");
  expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
  expect(await smallFields(page)).toEqual([]);
  await signUp(page, "Ada");
  const address = await createModel(page, "On a phone");
  await page.getByRole("button", { name: "Change inputs" }).click();
  const sheet = page.getByRole("dialog", { name: "Inputs" });
  await expect(sheet.getByLabel("Users", { exact: true })).toHaveAttribute("inputmode", "decimal");
  expect(await smallFields(page)).toEqual([]);
  // Growth may be negative, and decimal keyboards of iOS have no minus.
  const growth = sheet.getByLabel("Growth of users", { exact: true });
  await expect(growth).toHaveAttribute("inputmode", "text");
  for (const path of [
    `${address}/share`,
    `${address}/scenarios`,
    "/models/new",
    "/settings/profile",
    "/settings/tokens",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await smallFields(page), path).toEqual([]);
    // Larger letters need more room.
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
});

test("pasted cells, marks that cannot be seen and unusual figures", async ({ ada }) => {
  const { page, context } = ada;
  await createModel(page, "Pasted");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const users = await inputField(page, "Demand", "Users");
  const paste = async (text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await users.selectText();
    await page.keyboard.press("ControlOrMeta+V");
  };
  await paste("12\r\n345\r\n");
  await expect(
    page.getByText("Users takes one figure; you pasted several, 12 and 345. Paste one of them."),
  ).toBeVisible();
  await paste("12\t345");
  await expect(
    page.getByText("Users takes one figure; you pasted several, 12 and 345. Paste one of them."),
  ).toBeVisible();
  await paste("\u202d６0,000\u202c\t");
  await expect(page.getByText("Users takes one figure")).toBeHidden();
  await users.blur();
  await expect(users).toHaveValue("60,000");
  const growth = await inputField(page, "Demand", "Growth of users");
  await growth.fill("150");
  await expect(page.getByText("usually −2 to 35")).toBeVisible();
  await growth.fill("15");
  await expect(page.getByText("usually −2 to 35")).toBeHidden();
});

const wordsOf = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));

test("the day of a rate is the same day in every zone, and coins are those of ISO 4217", async ({ ada, newPage }) => {
  const { page, context } = ada;
  const address = await createModel(page, "In forint");
  await page.getByRole("button", { name: /^Currency and first month/ }).click();
  await page.getByRole("button", { name: "Change the currency or its rate" }).click();
  await page.getByRole("combobox", { name: "Currency" }).selectOption("HUF");
  await page.getByLabel("One US dollar in HUF").fill("350");
  await page.getByLabel("Day of this rate").fill("2027-01-15");
  await page.getByRole("button", { name: "Convert it to HUF" }).click();
  // Compliance in the cloud, 30,000 dollars in the first year before prices rise: in forint with two digits, which Intl leaves out.
  await expect(cashRow(await breakdownBeside(page), "Cloud", "Compliance").nth(2)).toHaveText(
    /^10,\d\d\d,\d\d\d\.\d\d$/,
  );
  await untilSaved(page);

  const storageState = await context.storageState();
  for (const timezoneId of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
    const reader = await newPage({ storageState, timezoneId });
    // A difference between server and browser would be a fault in the console.
    await reader.goto(address);
    await reader.getByRole("button", { name: /^Currency and first month/ }).click();
    await expect(reader.getByText("1 USD is 350 HUF, on 15 January 2027.")).toBeVisible();
  }
});

test("a link ends with its last day where it was made, and says when in the reader's zone", async ({ newPage }) => {
  const page = await newPage({ timezoneId: "Pacific/Kiritimati" });
  await signUp(page, "Ada");
  await page.goto(`/models/${await makeModel(page, "Until a day")}/share`);
  await page.getByLabel("Ends").selectOption("after a day that I choose");
  // In thirty days, as Kiritimati counts them.
  const lastDay = new Date(Date.now() + (30 * 24 + 14) * 3_600_000).toISOString().slice(0, 10);
  await expect(page.getByLabel("Last day")).toHaveValue(lastDay);
  await page.getByRole("button", { name: "Make a read-only link" }).click();
  await expect(
    page.getByText(`It is shown only now, and opens until ${wordsOf(lastDay)}, 23:59 UTC+14.`),
  ).toBeVisible();
  const link = await page.getByLabel("Read-only link", { exact: true }).inputValue();
  const visitor = await newPage({ timezoneId: "America/Los_Angeles" });
  await visitor.goto(link);
  // 23:59 at UTC+14 is 9:59 UTC, and 1:59 or in summer 2:59 in Los Angeles.
  await expect(visitor.getByText(new RegExp(`^Link ends: ${wordsOf(lastDay)}, 0[12]:59\\sUTC−[87]$`))).toBeVisible();
});
