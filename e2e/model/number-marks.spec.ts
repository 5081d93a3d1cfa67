import type { Page } from "@playwright/test";
import { expect, signUp, test } from "../support/fixtures";
import { breakdownBeside, cashRow, createModel, inputField, untilSaved } from "../support/model-steps";

// A hydration that finds other marks than the server wrote is a fault in the console, and those fail every test
// (fixtures.ts).

const answer = (page: Page) => page.getByRole("region", { name: "Answer", exact: true }).getByRole("paragraph").first();

test("a German reader sees and types figures in German marks", async ({ newPage }) => {
  const { page } = await signUp(await newPage({ locale: "de-DE" }), "Emmy");
  await createModel(page, "Marken");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(await inputField(page, "Demand", "Users")).toHaveValue("50.000");
  // Without inflation 1,234.5 a year stay 1,234.50 every year; five of them are 6,172.50.
  await (await inputField(page, "Price changes", "General inflation")).fill("0");
  const compliance = await inputField(page, "Cloud", "Compliance and audit");
  await compliance.fill("1.234,5");
  const row = cashRow(await breakdownBeside(page), "Cloud", "Compliance");
  const years = (year: string, total: string) => [total, "0,00", ...Array.from({ length: 5 }, () => year)];
  await expect(row).toHaveText(years("1.234,50", "6.172,50"));
  await page.getByRole("heading", { name: "Inputs" }).first().click();
  await expect(compliance).toHaveValue("1.234,5");
  // One dot before three digits: here it parts thousands, 1,234 a year and 6,170 in five.
  await compliance.fill("1.234");
  await expect(row).toHaveText(years("1.234,00", "6.170,00"));
  // And one comma is decimal: 1.234 is 1.23 a year to the cent, 6.17 in five.
  await compliance.fill("1,234");
  await expect(row).toHaveText(years("1,23", "6,17"));
  // What means one thing everywhere is understood everywhere.
  await compliance.fill("1,234.5");
  await expect(row).toHaveText(years("1.234,50", "6.172,50"));
  await untilSaved(page);
  await page.reload();
  await expect(row).toHaveText(years("1.234,50", "6.172,50"));
  await expect(await inputField(page, "Cloud", "Compliance and audit")).toHaveValue("1.234,5");
});

test("what a German saves reads in English to the English, and in files to nobody in particular", async ({
  newPage,
}) => {
  const german = await signUp(await newPage({ locale: "de-DE" }), "Emmy");
  const { page } = german;
  const address = await createModel(page, "Marken");
  await (await inputField(page, "Price changes", "General inflation")).fill("0");
  await (await inputField(page, "Cloud", "Compliance and audit")).fill("1.234,5");
  await untilSaved(page);
  const [, millions = ""] = /: (\d+,\d\d)\sM\sUSD over 5 years/.exec((await answer(page).textContent()) ?? "") ?? [];
  expect(millions).not.toBe("");

  // What is stored says the same, in the same marks; it is canonical, and so an English reader sees it. Soon after it was first looked at,
  // the list has the verdict of its trials in its place.
  const worth = millions.replace(",", ".");
  const listed = (text: string) => new RegExp(`${text.replace(".", "\\.")}|of 100 trials`);
  await page.goto(`${address}/history`);
  await expect(page.getByText(/cheapest/).first()).toContainText(millions);
  await page.goto("/models");
  await expect(page.getByRole("row").filter({ hasText: "Marken" })).toContainText(listed(millions));
  const english = await newPage({ locale: "en-GB" });
  await english.goto("/sign-in");
  await english.getByLabel("Email").fill(german.email);
  await english.getByLabel("Password").fill(german.password);
  await english.getByRole("button", { name: "Sign in", exact: true }).click();
  await english.waitForURL(/\/models$/);
  const row = english.getByRole("row").filter({ hasText: "Marken" });
  await expect(row).toContainText(listed(worth));
  await expect(row).not.toContainText(millions);
  await english.goto(`${address}/history`);
  await expect(english.getByText(/cheapest/).first()).toContainText(worth);
  await english.goto(address);
  await expect(answer(english)).toContainText(worth);
  await expect(await inputField(english, "Cloud", "Compliance and audit")).toHaveValue("1,234.5");
  await expect(await inputField(english, "Demand", "Users")).toHaveValue("50,000");

  // Files are for programs: the German's are the Englishman's, byte by byte, and their numbers plain.
  for (const file of ["years.csv", "inputs.csv", "projection.csv"]) {
    const theirs = await german.context.request.get(`${address}/export/${file}`, {
      headers: { "accept-language": "de-DE,de;q=0.9" },
    });
    expect(theirs.status()).toBe(200);
    const text = await theirs.text();
    expect(text).toBe(await (await english.request.get(`${address}/export/${file}`)).text());
    if (file === "years.csv") {
      expect(text).toContain(
        "cloud,Cloud,compliance,Compliance,cash,USD,0.00,1234.50,1234.50,1234.50,1234.50,1234.50,6172.50",
      );
    }
  }
});

test("the server knows the marks before any script has run, and charts have them too", async ({ newPage }) => {
  const page = await newPage({ locale: "fr-FR" });
  const html = await (await page.request.get("/", { headers: { "accept-language": "fr-FR,fr;q=0.9" } })).text();
  expect(html).toContain("50\u00a0000");
  expect(html).toMatch(/: \d+,\d\d\sM\sUSD over/);
  expect(html).not.toMatch(/\d\.\d+\sM\sUSD/);
  await page.goto("/");
  const comparison = page.getByRole("region", { name: "A comparison to try" });
  await expect(comparison.getByLabel("Users", { exact: true })).toHaveValue("50\u00a0000");
  await expect(page.getByRole("img", { name: /^Cumulative cost by month.*\d,\d\d\sM\sUSD/ })).toBeVisible();
  // Neither a thousand nor one and a bit: it is not guessed at.
  await comparison.getByLabel("Users", { exact: true }).fill("1.234");
  await expect(page.getByText(/Users must be a number .*, written as 1\u00a0234,5; you typed 1\.234\./)).toBeVisible();
  await comparison.getByLabel("Users", { exact: true }).fill("60 000");
  await page.getByLabel("Data stored (logical)", { exact: true }).focus();
  await expect(comparison.getByLabel("Users", { exact: true })).toHaveValue("60\u00a0000");
});

test("own lines and the rate say how to write what could mean two things, as the inputs do", async ({ newPage }) => {
  const { page } = await signUp(await newPage({ locale: "fr-FR" }), "Sophie");
  await createModel(page, "Marques");
  await page.getByRole("button", { name: /^Own lines/ }).click();
  await page.getByRole("button", { name: "Add an own line" }).click();
  const line = page.getByRole("group", { name: "New own line" });
  await line.getByLabel("Label").fill("Licence");
  await line.getByLabel("Amount").fill("1.234");
  await line.getByRole("button", { name: "Add", exact: true }).click();
  await expect(line.getByText('Amount must be a number, written as 1\u00a0234,5; you typed "1.234".')).toBeVisible();
  await line.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: /^Currency and first month/ }).click();
  await page.getByRole("button", { name: "Change the currency or its rate" }).click();
  await page.getByLabel("Currency", { exact: true }).selectOption("EUR");
  await page.getByLabel("One US dollar in EUR").fill("1.234");
  await page.getByRole("button", { name: "Convert it to EUR" }).click();
  await expect(page.getByText(/The rate must be .*, written as 1\u00a0234,5; you typed 1\.234\./)).toBeVisible();
});

test("groups of two are those of India", async ({ newPage }) => {
  const page = await newPage({ locale: "en-IN" });
  await page.goto("/");
  await page.getByLabel("Start from").selectOption({ label: "Game patches and matches" });
  const comparison = page.getByRole("region", { name: "A comparison to try" });
  // The template: two million players.
  await expect(comparison.getByLabel("Users", { exact: true })).toHaveValue("20,00,000");
  await comparison.getByLabel("Users", { exact: true }).fill("12,34,567");
  await page.getByLabel("Data stored (logical)", { exact: true }).focus();
  await expect(comparison.getByLabel("Users", { exact: true })).toHaveValue("12,34,567");
});

test("a reader who prefers other marks than their browser's chooses them, for this browser", async ({ ada }) => {
  const { page } = ada;
  await page.goto("/settings/profile");
  await page.getByLabel("How numbers are written").selectOption("1.234.567,5");
  await page.getByRole("button", { name: "Save the choice" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-numbers", ".,");
  await expect(page.getByLabel("How numbers are written").locator("option:checked")).toHaveText("1.234.567,5");
  await page.goto("/");
  const users = page.getByRole("region", { name: "A comparison to try" }).getByLabel("Users", { exact: true });
  await expect(users).toHaveValue("50.000");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).first().waitFor();
  await page.goto("/");
  await expect(users).toHaveValue("50.000");
  await page.context().clearCookies({ name: /-numbers$/ });
  await page.reload();
  await expect(users).toHaveValue("50,000");
});
