import { expect, type Page } from "@playwright/test";

/** What of a page has to be scrolled sideways to be read, by class; the page itself included. */
const sideways = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>("main, main *")]
      .filter((element) => {
        const mayScroll =
          element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX);
        return mayScroll && element.checkVisibility() && element.scrollWidth > element.clientWidth + 1;
      })
      .map(({ tagName, className }) => `${tagName} ${className}`),
  );

/** Nothing of the page is read by scrolling sideways. */
export async function expectNoSideways(page: Page): Promise<void> {
  await expect.poll(() => sideways(page), "what scrolls sideways").toEqual([]);
}
