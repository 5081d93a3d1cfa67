import type { Download, Locator, Page } from "@playwright/test";

/** What stands in a chart's menu. */
type Entry = "Download as PNG" | "Download as SVG" | "Download as CSV" | "Show the figures" | "Hide the figures";

export function chartMenu(page: Page, title: string | RegExp): Locator {
  const name = typeof title === "string" ? `Download and figures: ${title}` : title;
  return page.getByRole("button", { name, exact: true });
}

/** Chooses an entry of the menu at a chart's title. */
export async function chooseOfChart(page: Page, title: string | RegExp, entry: Entry): Promise<void> {
  await chartMenu(page, title).click();
  await page.getByRole("menuitem", { name: entry }).click();
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
