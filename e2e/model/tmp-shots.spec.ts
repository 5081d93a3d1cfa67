import { expectAccessible } from "../support/accessible";
import { expect, test } from "../support/fixtures";
import { createModel, inputField, untilSaved } from "../support/model-steps";

for (const scheme of ["light", "dark"] as const)
  for (const width of [1440, 390])
    test(`shots ${scheme} ${width}`, async ({ ada }) => {
      test.slow();
      const { page } = ada;
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await createModel(page, "Shots");
      if (width === 390)
        await page
          .getByRole("button", { name: /inputs/i })
          .first()
          .click();
      const panel = page.getByRole("complementary", { name: "Inputs" });
      await inputField(page, "Demand", "Peak to mean traffic");
      const field = page.locator('[data-input="peakToMean"]');
      await field.getByRole("button", { name: /^About Peak/ }).click();
      await field.getByText("Measured", { exact: true }).click();
      const kind = field.getByLabel("Own range", { exact: true });
      for (const one of ["low and high", "least, likeliest, greatest", "one of several values", "measurements"]) {
        await kind.selectOption(one);
        if (one === "measurements") await field.locator("textarea").first().fill("2\n3\nn/a\n4");
        if (one === "one of several values") await field.locator("textarea").first().fill("2; 3\n3; 1");
        await field.scrollIntoViewIfNeeded();
        await page.screenshot({ path: `/tmp/ranges/shot-${scheme}-${width}-${one.slice(0, 5).trim()}.png` });
      }
      await page.getByRole("button", { name: /^Trials and what moves/ }).click();
      await page.getByLabel("Pay level of the place and employer").selectOption("none");
      await page.getByLabel("Seed", { exact: true }).scrollIntoViewIfNeeded();
      await page.screenshot({ path: `/tmp/ranges/shot-${scheme}-${width}-settings.png` });
      await expectAccessible(page);
      await untilSaved(page);
      await expect(panel.or(page.locator("body")).first()).toBeVisible();
    });
