// How soon after the last key the page has its trials: in a browser on a production build, printed and asserting
// nothing. Processor time of the browser's processes is printed beside, for a busy machine tells by the clock how busy it
// is. `npm run bench:trials`
import type { Browser, CDPSession, Page } from "@playwright/test";
import { pageOfNewModel, withBrowser, withServer } from "./pages";

const keys = 12;

declare global {
  interface Window {
    trialsSeen: { pressed: number; shown: Map<number, number>; tasks: number[] };
  }
}

/** Notes when a worker's answer is on the page: painted, in the second frame after it has come. */
function watch() {
  window.trialsSeen = { pressed: 0, shown: new Map(), tasks: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.trialsSeen.tasks.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
  const note = (event: Event) => {
    window.trialsSeen.pressed = event.timeStamp;
    window.trialsSeen.shown.clear();
  };
  addEventListener("keydown", note, { capture: true });
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener("message", ({ data }) => {
        const trials = data?.reply?.document?.trials;
        if (typeof trials !== "number") return;
        const shown = () => window.trialsSeen.shown.set(trials, performance.now() - window.trialsSeen.pressed);
        requestAnimationFrame(() => requestAnimationFrame(shown));
      });
    }
  };
}

async function processorTime(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function measure(browser: Browser, baseURL: string) {
  const page = await pageOfNewModel(browser, baseURL, { watch, template: /^Default service/ });
  await page.reload();
  await shown(page, 10_000);
  const session = await browser.newBrowserCDPSession();
  const field = page.getByLabel("Users", { exact: true });
  await field.fill("60000");
  await shown(page, 10_000);
  await page.evaluate(() => window.trialsSeen.tasks.splice(0));
  const times = new Map<number, number[]>([1000, 10_000].map((trials) => [trials, []]));
  let spent = 0;
  for (let i = 0; i < keys; i++) {
    const before = await processorTime(session);
    await page.keyboard.press(i % 2 === 0 ? "5" : "Backspace");
    await shown(page, 10_000);
    spent += (await processorTime(session)) - before;
    const seen = await page.evaluate(() => [...window.trialsSeen.shown]);
    for (const [trials, time] of seen) times.get(trials)?.push(time);
  }
  for (const [trials, each] of times) {
    const sorted = each.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN);
    console.log(
      `From the key to ${trials} trials on the page: the fastest ${at(0)} ms, median ${at(0.5)}, slowest ${at(1)}`,
    );
  }
  const tasks = await page.evaluate(() => window.trialsSeen.tasks);
  console.log(
    `  the rest after 1000 waits for a pause of 200 ms; processor time of all processes ${Math.round((1000 * spent) / keys)} ms a key`,
  );
  console.log(
    `  tasks over 50 ms: ${tasks.length === 0 ? "none" : `${tasks.length}, the longest ${Math.max(...tasks)} ms`}`,
  );
  await page.context().close();
}

async function shown(page: Page, trials: number): Promise<void> {
  // Not at each frame: to be asked for one makes the browser draw it.
  const options = { timeout: 60_000, polling: 50 };
  await page.waitForFunction((count) => window.trialsSeen.shown.has(count), trials, options);
}

await withServer({}, (base) => withBrowser([], (browser) => measure(browser, base)));
