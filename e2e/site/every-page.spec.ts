import type { BrowserContext } from "@playwright/test";
import { doorsOf } from "../../test/doors";
import { expectAccessible } from "../support/accessible";
import { expect, test } from "../support/fixtures";
import { expectNothingRan, expectShownAsText, hostileModel } from "../support/hostile-names";
import { assumptionParts } from "../support/model-pages";
import { createModel } from "../support/model-steps";
import { untilQuiet } from "../support/until-quiet";

// The pages are those of the register, so that one that is added later is asked about too; at every width nothing may be cut off, and of the
// texts that people have typed, long and hostile ones, none may run.

const patterns = doorsOf("page").flatMap(({ name }) =>
  name.endsWith("/assumptions/[part]") ? assumptionParts.map((part) => name.replace("[part]", part)) : [name],
);

/** What a page shows to a visitor only. */
const forVisitors = /^\/(s|sign-in|sign-up|reset)(\/|$)/;
/** A page that only sends on to another. */
const sendingOn = new Set(["/settings", "/models/new/kept"]);
/** Of a link that is not there any more: that is a page too. */
const unknownToken = "x".repeat(43);

/** Made once for all pages: a model with all that its pages show, and those who look at them. */
let shared: Awaited<ReturnType<typeof hostileModel>> & { ada: SignedIn; bob: SignedIn };

type SignedIn = Awaited<ReturnType<BrowserContext["storageState"]>>;

test.beforeAll(async ({ ada, bob, playwright, baseURL }) => {
  test.setTimeout(120_000);
  const api = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  shared = {
    ...(await hostileModel(ada.page, api, bob.email)),
    ada: await ada.context.storageState(),
    bob: await bob.context.storageState(),
  };
  await api.dispose();
});

for (const pattern of patterns.filter((each) => !sendingOn.has(each))) {
  test(`${pattern} runs no script of a stored text, can be used with any eyes and hands, and fits a phone`, async ({
    newPage,
    expectFault,
  }) => {
    const address =
      pattern === "/s/[token]"
        ? shared.link
        : pattern === "/invitations/[token]"
          ? shared.invitation
          : pattern.replace("[id]", shared.model).replace("[token]", unknownToken).replace("[number]", "1");
    expect(address, `a case for ${pattern}`).not.toContain("[");
    const isKnown = !address.includes(unknownToken);
    if (!isKnown) expectFault(/404/);
    const reader = pattern === "/invitations/[token]" ? shared.bob : shared.ada;
    const page = await newPage(forVisitors.test(pattern) ? {} : { storageState: reader });
    await page.setViewportSize({ width: 1440, height: 900 });
    const answer = await page.goto(address);
    if (isKnown) expect(answer?.status()).toBe(200);
    await untilQuiet(page);
    if (pattern === "/s/[token]") await expectShownAsText(page);
    await expectNothingRan(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width, { message: `${pattern} at 390 px` }).toBeLessThanOrEqual(390);
  });
}

test("where motion is reduced, nothing moves", async ({ ada }) => {
  const { page } = ada;
  await page.emulateMedia({ reducedMotion: "reduce" });
  const address = await createModel(page, "At rest");
  /** Anything that is being animated at this moment, or would be for longer than can be seen. */
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0) > 10)
        .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target?.outerHTML.slice(0, 120) : "")),
    );
  await page.getByLabel("Users", { exact: true }).fill("70000");
  expect(await moving()).toEqual([]);
  await page.getByRole("button", { name: /Export/ }).click();
  expect(await moving()).toEqual([]);
  await expect(page.getByRole("menuitem").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Change inputs" }).click();
  expect(await moving()).toEqual([]);
  await expect(page.getByRole("dialog", { name: "Inputs" })).toBeVisible();
  await page.goto(`${address}/breakdown`);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("gridcell").first().click();
  await page.keyboard.press("Enter");
  expect(await moving()).toEqual([]);
});
