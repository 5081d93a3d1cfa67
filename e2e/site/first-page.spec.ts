import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, signUpAt, test } from "../support/fixtures";
import { inputField, untilSaved } from "../support/model-steps";
import { inviteLink } from "../support/wire";

const verdict = (page: Page) => page.locator("main [aria-live=polite] > p, #answer > p").first();
const comparison = (page: Page) => page.getByRole("region", { name: "A comparison to try" });

test("a visitor plays with a comparison, without an account, and the answer follows", async ({ visitor }) => {
  await visitor.goto("/");
  const before = await verdict(visitor).textContent();
  // 40 engineers at 190,000 USD a year for five years, where there were 2 or so: own servers cannot stay first.
  await comparison(visitor).getByLabel("Software engineers, own servers", { exact: true }).fill("40");
  await expect(verdict(visitor)).not.toHaveText(before ?? "");
  await expect(verdict(visitor)).not.toContainText("own servers are cheapest");
  await expect(visitor.getByRole("img", { name: /^Cumulative cost by month/ })).toBeVisible();
});

test("an impossible figure is explained beside the field, and the answer stays", async ({ visitor }) => {
  await visitor.goto("/");
  const before = await verdict(visitor).textContent();
  await comparison(visitor).getByLabel("How long a peer stays", { exact: true }).fill("0");
  await expect(
    visitor.getByText(/How long a peer stays must be between 0\.1 and 240 months.*you typed 0\./),
  ).toBeVisible();
  expect(await verdict(visitor).textContent()).toBe(before);
});

test("a template brings its figures", async ({ visitor }) => {
  await visitor.goto("/");
  await visitor.getByLabel("Start from").selectOption({ label: "Game patches and matches" });
  // The template: two million players a month, 4,300 TB delivered, a CDN contract at 10 USD a TB.
  await expect(comparison(visitor).getByLabel("Users", { exact: true })).toHaveValue("2,000,000");
  await expect(comparison(visitor).getByLabel("Data delivered to users", { exact: true })).toHaveValue("4,300");
  await expect(comparison(visitor).getByLabel("CDN price", { exact: true })).toHaveValue("10");
  await expect(visitor.getByText("An eSports studio with two million players a month")).toBeVisible();
});

test("stored figures go through signing up into the first model, once", async ({ visitor }) => {
  await visitor.goto("/");
  const ofDefaults = (await verdict(visitor).textContent()) ?? "";
  await visitor.getByLabel("Start from").selectOption({ label: "Game patches and matches" });
  await expect(verdict(visitor)).not.toHaveText(ofDefaults);
  const ofTemplate = (await verdict(visitor).textContent()) ?? "";
  await comparison(visitor).getByLabel("Users", { exact: true }).fill("1,234,567");
  // The answer follows the figure a moment later, and must be that of the stored figures.
  await expect(verdict(visitor)).not.toHaveText(ofTemplate);
  const answer = await verdict(visitor).textContent();
  await visitor.getByRole("button", { name: "Keep it" }).click();
  await visitor.waitForURL(/\/sign-up\?keep=1$/);
  await expect(visitor.getByText("become your first model")).toBeVisible();
  await visitor.getByLabel("Name").fill("Kay");
  await visitor.getByLabel("Email").fill(`kay-${crypto.randomUUID()}@example.org`);
  await visitor.getByLabel("Password").fill("seven green buses at noon");
  await visitor.getByRole("button", { name: "Sign up" }).click();
  await visitor.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(visitor.getByLabel("Name of the model")).toHaveValue("Game patches and matches");
  await expect(await inputField(visitor, "Demand", "Users")).toHaveValue("1,234,567");
  // Of the template, and not among the figures that were shown.
  await expect(await inputField(visitor, "Staff", "Posts covered day and night")).toHaveValue("1");
  await expect(verdict(visitor)).toHaveText(answer ?? "");
  await visitor.goto("/models/new/kept");
  await expect(visitor.getByText("There are no figures to save in this tab.")).toBeVisible();
  await visitor.goto("/models");
  await expect(visitor.getByText("1 model", { exact: true })).toBeVisible();
});

test("stored figures go through signing in too, and past a page that asks to sign up", async ({ ada, newPage }) => {
  const page = await newPage();
  await page.goto("/");
  await comparison(page).getByLabel("Data stored (logical)", { exact: true }).fill("321");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("Email").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(await inputField(page, "Demand", "Data stored (logical)")).toHaveValue("321");
  await page.getByLabel("Name of the model").fill("Mine");
  await untilSaved(page);
});

test("every way to sign up takes along what was tried, and coming back finds it", async ({ visitor }) => {
  await visitor.goto("/");
  const signUp = (part: "banner" | "main") => visitor.getByRole(part).getByRole("link", { name: "Sign up" });
  for (const part of ["banner", "main"] as const) await expect(signUp(part)).toHaveAttribute("href", "/sign-up");
  await comparison(visitor).getByLabel("Data stored (logical)", { exact: true }).fill("654");
  await signUp("banner").click();
  await visitor.waitForURL(/\/sign-up\?keep=1$/);
  await expect(visitor.getByText("become your first model")).toBeVisible();
  await visitor.goBack();
  await expect(comparison(visitor).getByLabel("Data stored (logical)", { exact: true })).toHaveValue("654");
  await visitor.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  await signUp("main").click();
  await visitor.waitForURL(/\/sign-up\?keep=1$/);
  await visitor.goto("/");
  await signUp("main").click();
  await visitor.waitForURL(/\/sign-up\?keep=1$/);
  await visitor.getByLabel("Name").fill("Lea");
  await visitor.getByLabel("Email").fill(`lea-${crypto.randomUUID()}@example.org`);
  await visitor.getByLabel("Password").fill("seven green buses at noon");
  await visitor.getByRole("button", { name: "Sign up" }).click();
  await visitor.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(await inputField(visitor, "Demand", "Data stored (logical)")).toHaveValue("654");
});

test("figures that were tried before an invitation was accepted are offered afterwards, and can be discarded", async ({
  ada,
  visitor,
}) => {
  const model = await makeModel(ada.page, "Shared");
  const email = `ida-${crypto.randomUUID()}@example.org`;
  const invitation = await inviteLink(ada.page, model, email, "viewer");
  await visitor.goto("/");
  await comparison(visitor).getByLabel("Data stored (logical)", { exact: true }).fill("987");
  await visitor.goto(invitation);
  await visitor.getByRole("main").getByRole("link", { name: "Sign up" }).click();
  await visitor.getByLabel("Name").fill("Ida");
  await visitor.getByLabel("Email").fill(email);
  await visitor.getByLabel("Password").fill("seven green buses at noon");
  await visitor.getByRole("button", { name: "Sign up" }).click();
  await visitor.getByRole("button", { name: /^Accept/ }).click();
  await visitor.waitForURL(new RegExp(`/models/${model}$`));
  await visitor.goto("/models");
  const offer = visitor.getByRole("link", { name: "Make a model of them" });
  await offer.click();
  await visitor.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(await inputField(visitor, "Demand", "Data stored (logical)")).toHaveValue("987");
  await visitor.goto("/");
  await comparison(visitor).getByLabel("Data stored (logical)", { exact: true }).fill("986");
  await visitor.goto("/models");
  await visitor.getByRole("button", { name: "Discard them" }).click();
  await expect(offer).toHaveCount(0);
});

test("figures put into the tab's storage are checked as typed ones are", async ({ ada, expectFault }) => {
  expectFault(/400|500/);
  const { page } = ada;
  await page.goto("/models");
  await page.evaluate(() =>
    sessionStorage.setItem("peerbalance.kept-figures", '{"templateKey":null,"inputs":{"users":-5,"nonsense":1}}'),
  );
  await page.goto("/models/new/kept");
  await expect(page.getByRole("alert").filter({ hasText: "The model was not made" })).toContainText("you typed -5");
  await expect(page.getByText('The model has no input "nonsense".')).toBeVisible();
  await page.goto("/models");
  await expect(page.getByText("There is no model yet.")).toBeVisible();
});

test("a signed-in person saves a comparison with one click", async ({ ada }) => {
  const { page } = ada;
  await page.goto("/");
  await comparison(page).getByLabel("Compute used", { exact: true }).fill("77777");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(await inputField(page, "Demand", "Compute used")).toHaveValue("77,777");
});

test("the first page can be used whatever one's eyes and hands, and fits a phone", async ({ visitor }) => {
  await visitor.goto("/");
  await visitor.locator("canvas").first().waitFor();
  await comparison(visitor).getByLabel("Users", { exact: true }).fill("many");
  await expectAccessible(visitor);
  await visitor.setViewportSize({ width: 390, height: 844 });
  expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await visitor.goto("/sign-up?keep=1");
  await expectAccessible(visitor);
});

test("on a screen of 1440 by 900 the inputs, the answer and the chart are in sight at once", async ({ visitor }) => {
  await visitor.setViewportSize({ width: 1440, height: 900 });
  await visitor.goto("/");
  await expect(visitor.getByRole("button", { name: "Keep it" })).toBeInViewport({ ratio: 1 });
  await expect(comparison(visitor).getByLabel("How long a peer stays", { exact: true })).toBeInViewport({ ratio: 1 });
  await expect(verdict(visitor)).toBeInViewport({ ratio: 1 });
  // A name may take two lines, and a word of it stays whole beside the longest unit.
  const broken = await comparison(visitor).evaluate((region) => {
    const texts = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (!text.parentElement?.closest("label")) continue;
      for (const { 0: word, index } of (text.nodeValue ?? "").matchAll(/\p{L}+/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (range.getClientRects().length > 1) found.push(word);
      }
    }
    return found;
  });
  expect(broken).toEqual([]);
});

test("signing up without stored figures leads to the list, which explains itself", async ({ visitor }) => {
  await signUpAt(visitor, "Nina", "/sign-up");
  await expect(visitor.getByText("There is no model yet.")).toBeVisible();
  await visitor.getByRole("link", { name: "Video streaming" }).click();
  await expect(visitor.getByRole("radio", { name: /^Video streaming/ })).toBeChecked();
  await visitor.getByRole("button", { name: "Create the model" }).click();
  await visitor.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(visitor.getByLabel("Name of the model")).toHaveValue("Video streaming");
});
