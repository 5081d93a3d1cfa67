import type { Page } from "@playwright/test";

/**
 * Until the page has loaded and nothing more has come for half a second. Playwright's "networkidle" also waits for streams
 * of events, which last as long as a model's page is open.
 */
export async function untilQuiet(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const observer = new PerformanceObserver(again);
        function again() {
          clearTimeout(timer);
          timer = setTimeout(() => {
            observer.disconnect();
            resolve();
          }, 500);
        }
        observer.observe({ type: "resource" });
        again();
      }),
  );
}
