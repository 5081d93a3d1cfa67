import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import axe from "axe-core";
import { expect } from "./fixtures";
import { runTogether } from "./run-together";

/** A third of axe's time goes into parsing the same few colours, for every text and all that lies behind it: once is enough. */
const axeSource = `${axe.source};(${parseColoursOnce})();`;

/** Asks axe about the page as it stands, light and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // Until it is hydrated its fields are disabled, and what holds them cannot be reached by keyboard.
  await expect(page.locator("fieldset:disabled")).toHaveCount(0);
  // Without frames there is nothing to merge: axe runs in the page itself, and hands out no more than what is wrong.
  await expect(page.locator("iframe, frame")).toHaveCount(0);
  expect(await runTogether(page), `${page.url()}: words that only a margin parts`).toEqual([]);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await untilStill(page);
    // Its source is longer than all of the page's: once in a page is enough.
    const isThere = await page.evaluate(() => "axe" in window);
    const own = isThere ? "void 'it is there'" : axeSource;
    const builder = new AxeBuilder({ page, axeSource: own }).setLegacyMode().options({ resultTypes: ["violations"] });
    // Of all that axe looks at, the colours alone differ between the two.
    if (colorScheme === "light") builder.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
    else builder.withRules(["color-contrast", "link-in-text-block"]);
    const { violations } = await builder.analyze();
    const faults = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
    );
    expect(faults, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

/** In a page, once axe is there. */
function parseColoursOnce() {
  interface Colour {
    r: number;
    g: number;
    b: number;
    alpha: number;
    parseString: (text: string) => Colour;
  }
  const { prototype } = Reflect.get(window, "axe").commons.color.Color as { prototype: Colour };
  const parse = prototype.parseString;
  const parsed = new Map<string, Pick<Colour, "r" | "g" | "b" | "alpha">>();
  prototype.parseString = function (this: Colour, text) {
    const known = parsed.get(text);
    if (known !== undefined) return Object.assign(this, known);
    parse.call(this, text);
    parsed.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
    return this;
  };
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
