import { expectAccessible } from "../support/accessible";
import { chooseOfChart } from "../support/chart-menu";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { createModel } from "../support/model-steps";

test.use({ analyses: "single inputs" });

// The other pages, as those see them who may: every-page.spec.ts.
for (const path of ["/", "/nowhere"]) {
  test(`a visitor can use ${path} whatever their eyes and hands`, async ({ visitor, expectFault }) => {
    expectFault(/404/);
    await visitor.goto(path);
    await expectAccessible(visitor);
  });
}

test("a model can be used with any eyes and hands, its groups and figures open and a value refused", async ({
  ada,
}) => {
  const { page } = ada;
  await createModel(page, "Accessible", "Game patches");
  for (const group of ["General", "Peers", "Cloud"]) {
    await page.getByRole("button", { name: new RegExp(`^${group}`) }).click();
  }
  await page.getByLabel("Users", { exact: true }).fill("many");
  await chooseOfChart(page, "Cost per user and month as demand grows", "Show the figures");
  await page.locator("canvas").first().waitFor();
  await expectAccessible(page);
});

test("on a phone the inputs come up from below under the answer", async ({ ada }) => {
  const { page } = ada;
  const id = await makeModel(page, "In a pocket");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/models/${id}`);
  await page.getByRole("button", { name: "Change inputs" }).click();
  const sheet = page.getByRole("dialog", { name: "Inputs" });
  await expect(sheet).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Answer", exact: true }).getByRole("paragraph").first(),
  ).toBeInViewport();
  await sheet.getByLabel("Users", { exact: true }).fill("123");
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  // Half under the sheet's head a button would count as too small a target; there is nothing to press there.
  await sheet.getByLabel("Search the inputs").scrollIntoViewIfNeeded();
  await expectAccessible(page);
});
