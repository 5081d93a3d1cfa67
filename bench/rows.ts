// Measures the register of machines in a browser on a production build, with 10 rows and with 500 side by side: opening the page, pasting,
// typing in a cell, undoing, scrolling. It prints what it found, as ratios, and asserts nothing. `npm run bench:rows`
import type { Browser, Page } from "@playwright/test";
import { pageOfNewModel, withBrowser, withServer } from "./pages";

const few = 10;
const many = 500;
const rounds = 3;
const keys = 12;

interface Seen {
  /** Of tasks that held the page up, ms. */
  tasks: number[];
  /** From a key to the next picture, ms. */
  drawn: number[];
  /** Between two pictures while the page is scrolled, ms. */
  frames: number[];
}

declare global {
  interface Window {
    seenOfRows: Seen;
  }
}

/** Medians of one number of rows, ms, by what was done. */
type Measured = Record<string, number>;

await withServer({}, (base) =>
  withBrowser(["--disable-dev-shm-usage"], async (browser) => {
    const pages = { few: await registerOf(browser, base, few), many: await registerOf(browser, base, many) };
    const found: Record<keyof typeof pages, Measured[]> = { few: [], many: [] };
    // By turns, so that what else the machine does is in both.
    for (let round = 0; round < rounds; round++) {
      for (const which of ["few", "many"] as const) found[which].push(await measured(pages[which]));
    }
    const [small, large] = [found.few, found.many].map((rounds) => medians(rounds)) as [Measured, Measured];
    console.log(`The register, medians of ${rounds} rounds, ms: ${few} rows, ${many} rows, how many times as long`);
    for (const [what, ms] of Object.entries(small)) {
      const other = large[what] ?? Number.NaN;
      console.log(`  ${what}: ${ms.toFixed(0)}, ${other.toFixed(0)}, ${(other / Math.max(1, ms)).toFixed(1)}`);
    }
  }),
);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

function medians(rounds: readonly Measured[]): Measured {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name] ?? Number.NaN))]));
}

function watch() {
  window.seenOfRows = { tasks: [], drawn: [], frames: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seenOfRows.tasks.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      // What stands in the document at the start of a frame is painted at its end.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.seenOfRows.drawn.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** The page of machines of a new model with so many rows, pasted. */
async function registerOf(browser: Browser, baseURL: string, rows: number): Promise<Page> {
  const page = await pageOfNewModel(browser, baseURL, { watch, template: /^Game patches/ });
  await page.goto(`${page.url()}/assumptions/machines`);
  await paste(page, rows);
  const own = page.getByRole("button", { name: "Own servers run today" });
  if (await own.isVisible()) await own.click();
  await page
    .getByRole("status")
    .filter({ hasText: /^Saved \d/ })
    .waitFor({ timeout: 60_000 });
  return page;
}

async function openPaste(page: Page, rows: number) {
  await page.getByRole("button", { name: "Register in files" }).click();
  await page.getByRole("menuitem", { name: "Paste from a spreadsheet, or import CSV…" }).click();
  const lines = Array.from({ length: rows }, (_, place) => {
    const kind = ["Server", "Storage server", "Network"][place % 3];
    return [`Rack ${place + 1}`, kind, 2, place % 60, 9_000 + place].join("\t");
  });
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Rows", { exact: true }).fill(`Name\tKind\tCount\tAge\tPrice paid each\n${lines.join("\n")}`);
  return dialog.getByRole("button", { name: `Add ${rows} rows` });
}

async function paste(page: Page, rows: number): Promise<number> {
  const add = await openPaste(page, rows);
  await add.waitFor();
  const from = Date.now();
  await add.click();
  await page.getByLabel("Name, row 1", { exact: true }).waitFor();
  return Date.now() - from;
}

function seen(page: Page): Promise<Seen> {
  return page.evaluate(() => window.seenOfRows);
}

function forget(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.seenOfRows = { tasks: [], drawn: [], frames: [] };
  });
}

function longest(values: readonly number[]): number {
  return Math.max(0, ...values);
}

async function typing(page: Page, field: string): Promise<Seen> {
  await page.getByLabel(field, { exact: true }).focus();
  await page.keyboard.press("End");
  await page.waitForTimeout(1_500);
  await forget(page);
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press(key % 2 === 0 ? "5" : "Backspace");
    await page.waitForTimeout(400);
  }
  return seen(page);
}

async function measured(page: Page): Promise<Measured> {
  const opened = Date.now();
  await page.reload();
  await page.getByLabel("Name, row 1", { exact: true }).and(page.locator(":enabled")).waitFor();
  const opening = Date.now() - opened;
  await page.waitForTimeout(2_000);
  const { tasks: atOpening } = await seen(page);
  const name = await typing(page, "Name, row 5");
  const count = await typing(page, "Count, row 5");
  await page.getByLabel("Count, row 5", { exact: true }).fill("7");
  await page.waitForTimeout(1_500);
  await forget(page);
  await page.keyboard.press("Control+z");
  await page.waitForTimeout(2_500);
  const undone = await seen(page);
  await forget(page);
  const frames = await page.evaluate(async () => {
    const gaps: number[] = [];
    let last = performance.now();
    const end = document.documentElement.scrollHeight - innerHeight;
    for (let step = 1; step <= 40; step++) {
      scrollTo(0, (end * step) / 40);
      await new Promise(requestAnimationFrame);
      gaps.push(performance.now() - last);
      last = performance.now();
    }
    scrollTo(0, 0);
    return gaps;
  });
  return {
    "opening, until a cell can be typed in": opening,
    "opening, longest task": longest(atOpening),
    "a key in a name, until drawn": median(name.drawn),
    "a key in a name, longest task": longest(name.tasks),
    "a key in a count, until drawn": median(count.drawn),
    "a key in a count, longest task": longest(count.tasks),
    "undoing, longest task": longest(undone.tasks),
    "scrolling to the end, longest frame": longest(frames),
  };
}
