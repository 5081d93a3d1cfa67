// Measures the pages in a browser on a production build, and prints what it found: it asserts nothing. `npm run
// bench:web`
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { freePort } from "../scripts/database/embedded.mjs";
import { lighthouseScores } from "./lighthouse";
import { makeModel, signUp, someEmail, withBrowser, withServer } from "./pages";

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** What the page notes of itself. */
interface Seen {
  shift: number;
  /** Of tasks that held the page up, ms. */
  tasks: number[];
  /** From a key to the redrawn figures, ms. */
  redrawn: number[];
}

declare global {
  interface Window {
    seen: Seen;
    pictures: string;
    next: () => void;
    haveChartsChanged: () => boolean;
  }
}

const debuggingPort = await freePort();
const slowed = 4;
const keys = 30;
/** What a person looks at while typing: the first screen, and the table once it was scrolled to. */
const figuresInSight = [
  { name: "answer", selector: "main [aria-live=polite] p" },
  { name: "table of figures", selector: "[aria-label='Table of figures']" },
];

await withServer({}, (base) =>
  withBrowser(["--disable-dev-shm-usage", `--remote-debugging-port=${debuggingPort}`], async (browser) => {
    const { address, cookies } = await signUpAndCreate(browser, base);
    await firstLoad(browser, address, cookies);
    await typing(browser, address, cookies);
    for (const page of ["/", "/models", new URL(address).pathname]) {
      await lighthouseScores({ url: base + page, port: debuggingPort, cookies });
    }
  }),
);

async function signUpAndCreate(browser: Browser, baseURL: string) {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signUp(page, someEmail());
  await makeModel(page, /^Game patches/);
  const signedUp = { address: page.url(), cookies: await context.cookies() };
  await context.close();
  return signedUp;
}

/** What a page has seen of shifts of its layout and of tasks that held it up, since it began. */
function watch() {
  window.seen = { shift: 0, tasks: [], redrawn: [] };
  new PerformanceObserver((list) => {
    // Also those that follow a key: nothing may move while a person types.
    for (const entry of list.getEntries()) window.seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.tasks.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
}

async function opened(browser: Browser, cookies: Cookies) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  await context.addCookies(cookies);
  // What runs TypeScript here names functions by a helper, which a page does not have.
  await context.addInitScript("globalThis.__name = (named) => named;");
  await context.addInitScript(watch);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  return { context, page, session };
}

async function firstLoad(browser: Browser, address: string, cookies: Cookies) {
  const { context, page, session } = await opened(browser, cookies);
  await session.send("Network.enable");
  const scripts = new Map<string, { bytes: number; isFirst: boolean }>();
  let isLoaded = false;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.set(requestId, { bytes: 0, isFirst: !isLoaded });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId);
    if (script) script.bytes = encodedDataLength;
  });
  await page.goto(address, { waitUntil: "load" });
  isLoaded = true;
  await page.getByRole("region", { name: "Table of what the verdict rests on" }).waitFor();
  await page.waitForTimeout(1000);
  const sum = (isFirst: boolean) =>
    [...scripts.values()].filter((one) => one.isFirst === isFirst).reduce((a, { bytes }) => a + bytes, 0);
  const { shift, tasks } = await page.evaluate(() => window.seen);
  console.log(
    `First load of the model page: ${kB(sum(true))} of script as sent, ${kB(sum(false))} more once it has loaded`,
  );
  console.log(`  layout shift ${shift.toFixed(4)}; long tasks ${listed(tasks)}`);
  await context.close();
}

async function typing(browser: Browser, address: string, cookies: Cookies) {
  const { context, page, session } = await opened(browser, cookies);
  await page.goto(address);
  await page.getByRole("region", { name: "Table of what the verdict rests on" }).waitFor();
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  const field = page.getByLabel("Users", { exact: true });
  // Without separators between thousands, among which a deleted digit would leave no number.
  await field.fill("2000000");
  for (const figures of figuresInSight) await typingBeside(page, figures);
  await context.close();
}

async function typingBeside(page: Page, { name, selector }: { name: string; selector: string }) {
  await page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: "center" }));
  await page.waitForTimeout(2000);
  await page.evaluate((selector) => {
    window.seen = { ...window.seen, shift: 0, tasks: [], redrawn: [] };
    const figures = () => document.querySelector(selector)?.textContent;
    const charts = () => [...document.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL().length).join();
    window.next = () => {
      const before = figures();
      window.pictures = charts();
      let pressed: number | null = null;
      const note = (event: Event) => {
        pressed ??= event.timeStamp;
      };
      addEventListener("keydown", note, { capture: true, once: true });
      const look = () => {
        if (pressed === null || figures() === before) {
          requestAnimationFrame(look);
          return;
        }
        // What stands in the document at the start of a frame is painted at its end.
        const { port1, port2 } = new MessageChannel();
        const from = pressed;
        port1.onmessage = () => window.seen.redrawn.push(performance.now() - from);
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    };
    window.haveChartsChanged = () => charts() !== window.pictures;
  }, selector);
  let chartsChanged = 0;
  for (let i = 0; i < keys; i++) {
    await page.evaluate(() => window.next());
    await page.keyboard.press(i % 2 === 0 ? "5" : "Backspace");
    // The next key only when this one has been drawn: a key that comes earlier would be counted with it.
    await page.waitForFunction((count) => window.seen.redrawn.length > count, i, { timeout: 10_000 });
    await page.waitForTimeout(700);
    if (await page.evaluate(() => window.haveChartsChanged())) chartsChanged++;
  }
  const { shift, tasks, redrawn } = await page.evaluate(() => window.seen);
  redrawn.sort((a, b) => a - b);
  const at = (share: number) => `${Math.round(redrawn[Math.floor(share * (redrawn.length - 1))] ?? Number.NaN)} ms`;
  console.log(
    `From a key to the redrawn ${name}, in sight, processor slowed ${slowed} times, ${redrawn.length} of ${keys} keys seen (charts near the window followed ${chartsChanged}):`,
  );
  console.log(`  median ${at(0.5)}, 95 of 100 within ${at(0.95)}, slowest ${at(1)}`);
  console.log(`  layout shift ${shift.toFixed(4)}; long tasks ${listed(tasks)}`);
}

function listed(tasks: readonly number[]) {
  if (tasks.length === 0) return "none";
  return `${tasks.length}, the longest ${Math.round(Math.max(...tasks))} ms`;
}

function kB(bytes: number) {
  return `${Math.round(bytes / 1000)} kB`;
}
