import type { Download, Locator, Page } from "@playwright/test";

/** What stands in a chart's menu. */
type Entry = "Download as PNG" | "Download as SVG" | "Download as CSV" | "Show the figures" | "Hide the figures";

const named = (title: string | RegExp) => (typeof title === "string" ? `Download and figures: ${title}` : title);

/** The button of the menu at a chart's title. */
export function chartMenu(page: Page, title: string | RegExp): Locator {
  return page.getByRole("button", { name: named(title), exact: true });
}

/** Chooses an entry of the menu at a chart's title. */
export async function chooseOfChart(page: Page, title: string | RegExp, entry: Entry): Promise<void> {
  await chartMenu(page, title).click();
  // The menu before it may still be closing.
  await page
    .getByRole("menu", { name: named(title), exact: true })
    .getByRole("menuitem", { name: entry })
    .click();
}

/** Downloads a chart by the menu at its title. */
export async function downloadChart(
  page: Page,
  title: string | RegExp,
  format: "PNG" | "SVG" | "CSV",
): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    chooseOfChart(page, title, `Download as ${format}`),
  ]);
  return download;
}
