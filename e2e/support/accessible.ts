import type { Page } from "@playwright/test";
import axe from "axe-core";
import { expect } from "./fixtures";
import { runTogether } from "./run-together";

/** Of all that axe looks at, the colours alone differ between the two. */
const asked: Record<"light" | "dark", axe.RunOnly> = {
  light: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  dark: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

/** Asks axe about the page as it stands, light and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // Until it is hydrated its fields are disabled, and what holds them cannot be reached by keyboard.
  await expect(page.locator("fieldset:disabled")).toHaveCount(0);
  // What is being worked out anew is dimmed on purpose: it may not be read as fresh.
  await expect(page.locator('[data-stale="true"]:visible')).toHaveCount(0);
  // Into a frame axe does not look by itself.
  await expect(page.locator("iframe, frame")).toHaveCount(0);
  expect(await runTogether(page), `${page.url()}: words that only a margin parts`).toEqual([]);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await untilStill(page);
    expect(await faultsIn(page, asked[colorScheme]), `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

async function faultsIn(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  // Its source is longer than all scripts of the page: once in a page is enough.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      runOnly,
      resultTypes: ["violations"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  }, runOnly);
}

/**
 * Until colours that pass over into others have done so: half-way they are neither those of one scheme nor of the
 * other.
 */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}
