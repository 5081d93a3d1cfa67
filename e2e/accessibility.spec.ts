import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { createModel } from "./model-steps";
import { untilQuiet } from "./until-quiet";

for (const path of ["/", "/method", "/sign-in", "/sign-up", "/nowhere"]) {
  test(`a visitor can use ${path} whatever their eyes and hands`, async ({ visitor, expectFault }) => {
    expectFault(/404/);
    await visitor.goto(path);
    await expectAccessible(visitor);
  });
}

test("whoever is signed in can use every page whatever their eyes and hands", async ({ ada }) => {
  const { page } = ada;
  await page.goto("/models");
  await expectAccessible(page);
  await page.goto("/models/new");
  await expectAccessible(page);
  const address = await createModel(page, "Accessible", "Game patches");
  for (const group of ["General", "Peers", "Cloud"]) {
    await page.getByRole("button", { name: new RegExp(`^${group}`) }).click();
  }
  await page.getByLabel("Users", { exact: true }).fill("many");
  for (const fold of await page.getByText("Figures of this chart").all()) await fold.click();
  await page.locator("canvas").first().waitFor();
  await expectAccessible(page);
  await page.goto("/models");
  await expectAccessible(page);
  await page.goto(`${address}/share`);
  await expectAccessible(page);
});

test("on a phone nothing is cut off, and the inputs come up from below under the answer", async ({ ada }) => {
  const { page } = ada;
  const address = await createModel(page, "In a pocket");
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["/", "/models", "/models/new", address, `${address}/share`]) {
    await page.goto(path);
    await untilQuiet(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
  await page.goto(address);
  await page.getByRole("button", { name: "Change inputs" }).click();
  const sheet = page.getByRole("dialog", { name: "Inputs" });
  await expect(sheet).toBeVisible();
  await expect(page.getByText("your targets").first()).toBeInViewport();
  await sheet.getByLabel("Users", { exact: true }).fill("123");
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  // Half under the sheet's head a button would count as too small a target; there is nothing to press there.
  await sheet.getByLabel("Search the inputs").scrollIntoViewIfNeeded();
  await expectAccessible(page);
});
