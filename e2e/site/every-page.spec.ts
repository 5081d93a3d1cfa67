import type { BrowserContext } from "@playwright/test";
import { doorsOf } from "../../test/doors";
import { expectAccessible } from "../support/accessible";
import { expect, test } from "../support/fixtures";
import { giveLongNames, longName } from "../support/long-names";
import { proposeDecision } from "../support/propose";
import { untilQuiet } from "../support/until-quiet";
import { createModel, inviteLink } from "../support/wire";

// The pages are those of the register, so that one that is added later is asked about too; at every width nothing may be cut off.

const patterns = doorsOf("page").map(({ name }) => name);

/** What a page shows to a visitor only. */
const forVisitors = /^\/(s|sign-in|sign-up|reset)(\/|$)/;
/** A page that only sends on to another. */
const sendingOn = new Set(["/settings", "/models/new/kept"]);

/** Made once for all pages: a model with all that its pages show, and those who look at them. */
let shared: { model: string; invitation: string; link: string; ada: SignedIn; bob: SignedIn };

type SignedIn = Awaited<ReturnType<BrowserContext["storageState"]>>;

test.beforeAll(async ({ ada, bob }) => {
  test.setTimeout(120_000);
  const { page } = ada;
  const model = await createModel(page, "Every page");
  const invitation = await inviteLink(page, model, bob.email, "editor");
  await page.getByLabel("What it is for").fill(longName(100));
  await page.getByRole("button", { name: "Make a read-only link" }).click();
  const link = await page.getByLabel("Read-only link", { exact: true }).inputValue();
  await page.goto(`/models/${model}/scenarios`);
  await page.getByRole("button", { name: "New scenario" }).click();
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await proposeDecision(page, model, { title: longName(100), approvers: ["Ada"] });
  await giveLongNames(page, model);
  shared = {
    model,
    invitation: new URL(invitation).pathname,
    link: new URL(link).pathname,
    ada: await ada.context.storageState(),
    bob: await bob.context.storageState(),
  };
});

for (const pattern of patterns.filter((each) => !sendingOn.has(each))) {
  test(`${pattern} can be used with any eyes and hands, and fits a phone`, async ({ newPage, expectFault }) => {
    // A link that is not there any more is a page too.
    expectFault(/404/);
    const address =
      pattern === "/s/[token]"
        ? shared.link
        : pattern === "/invitations/[token]"
          ? shared.invitation
          : pattern
              .replace("[id]", shared.model)
              .replace("[token]", "x".repeat(43))
              .replace("[number]", "1")
              .replace("[part]", "machines");
    expect(address, `a case for ${pattern}`).not.toContain("[");
    const reader = pattern === "/invitations/[token]" ? shared.bob : shared.ada;
    const page = await newPage(forVisitors.test(pattern) ? {} : { storageState: reader });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(address);
    await untilQuiet(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width, { message: `${pattern} at 390 px` }).toBeLessThanOrEqual(390);
  });
}

test("where motion is reduced, nothing moves", async ({ ada }) => {
  const { page } = ada;
  await page.emulateMedia({ reducedMotion: "reduce" });
  const model = await createModel(page, "At rest");
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
  await page.goto(`/models/${model}/breakdown`);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("gridcell").first().click();
  await page.keyboard.press("Enter");
  expect(await moving()).toEqual([]);
});
