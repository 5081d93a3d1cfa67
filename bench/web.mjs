// Measures the pages in a browser on a production build, and prints what it found: it asserts nothing. `npm run
// bench:web`
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { freePort } from "../scripts/database/embedded.mjs";
import { findBrowser } from "../scripts/testing/find-browser.mjs";
import { lighthouseScores } from "./lighthouse.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dataDir = path.join(root, `.data-bench-${process.pid}`);
const port = await freePort();
const debuggingPort = await freePort();
const base = `http://localhost:${port}`;
const slowed = 4;
const keys = 30;
/** What a person looks at while typing: the first screen, and the table once it was scrolled to. */
const figuresInSight = [
  { name: "answer", selector: "main [aria-live=polite] p" },
  { name: "table of figures", selector: "[aria-label='Table of figures']" },
];

const server = spawn(process.execPath, [path.join(root, "scripts", "start.mjs")], {
  cwd: root,
  env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
  stdio: ["ignore", "ignore", "inherit"],
});
const ended = new Promise((resolve) => server.once("exit", resolve));
try {
  await untilAnswers();
  await measure();
} finally {
  server.kill("SIGTERM");
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
}

async function untilAnswers() {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error("The server ended before it answered.");
    const isThere = await fetch(base).then(
      (response) => response.ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error("The server did not answer within five minutes.");
}

async function measure() {
  const executablePath = findBrowser() ?? undefined;
  const args = ["--disable-gpu", "--disable-dev-shm-usage", `--remote-debugging-port=${debuggingPort}`];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
  try {
    const { address, cookies } = await signUpAndCreate(browser);
    await firstLoad(browser, address, cookies);
    await typing(browser, address, cookies);
    for (const page of ["/", "/models", new URL(address).pathname]) {
      await lighthouseScores({ url: base + page, port: debuggingPort, cookies });
    }
  } finally {
    await browser.close();
  }
}

async function signUpAndCreate(browser) {
  const context = await browser.newContext({ baseURL: base });
  const page = await context.newPage();
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Email").fill("ada@example.org");
  await page.getByLabel("Password").fill("seven green buses at noon");
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
  await page.goto("/models/new");
  await page.getByRole("radio", { name: /^Game patches/ }).check();
  await page.getByLabel("Name", { exact: true }).fill("Measured");
  await page.getByRole("button", { name: "Create the model" }).click();
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  const signedUp = { address: page.url(), cookies: await context.cookies() };
  await context.close();
  return signedUp;
}

/** What a page has seen of shifts of its layout and of tasks that held it up, since it began. */
function watch() {
  window.seen = { shift: 0, tasks: [] };
  new PerformanceObserver((list) => {
    // Also those that follow a key: nothing may move while a person types.
    for (const entry of list.getEntries()) window.seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.tasks.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
}

async function opened(browser, cookies) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  await context.addCookies(cookies);
  await context.addInitScript(watch);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  return { context, page, session };
}

async function firstLoad(browser, address, cookies) {
  const { context, page, session } = await opened(browser, cookies);
  await session.send("Network.enable");
  const scripts = new Map();
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
  const sum = (isFirst) =>
    [...scripts.values()].filter((one) => one.isFirst === isFirst).reduce((a, { bytes }) => a + bytes, 0);
  const { shift, tasks } = await page.evaluate(() => window.seen);
  console.log(
    `First load of the model page: ${kB(sum(true))} of script as sent, ${kB(sum(false))} more once it has loaded`,
  );
  console.log(`  layout shift ${shift.toFixed(4)}; long tasks ${listed(tasks)}`);
  await context.close();
}

async function typing(browser, address, cookies) {
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

async function typingBeside(page, { name, selector }) {
  await page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: "center" }));
  await page.waitForTimeout(2000);
  await page.evaluate((selector) => {
    window.seen = { ...window.seen, shift: 0, tasks: [], redrawn: [] };
    const figures = () => document.querySelector(selector).textContent;
    const charts = () => [...document.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL().length).join();
    window.next = () => {
      const before = figures();
      window.pictures = charts();
      let pressed = null;
      addEventListener("keydown", (event) => (pressed ??= event.timeStamp), { capture: true, once: true });
      const look = () => {
        if (pressed === null || figures() === before) return requestAnimationFrame(look);
        // What stands in the document at the start of a frame is painted at its end.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.seen.redrawn.push(performance.now() - pressed);
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
  const at = (share) => `${Math.round(redrawn[Math.floor(share * (redrawn.length - 1))] ?? Number.NaN)} ms`;
  console.log(
    `From a key to the redrawn ${name}, in sight, processor slowed ${slowed} times, ${redrawn.length} of ${keys} keys seen (charts near the window followed ${chartsChanged}):`,
  );
  console.log(`  median ${at(0.5)}, 95 of 100 within ${at(0.95)}, slowest ${at(1)}`);
  console.log(`  layout shift ${shift.toFixed(4)}; long tasks ${listed(tasks)}`);
}

function listed(tasks) {
  if (tasks.length === 0) return "none";
  return `${tasks.length}, the longest ${Math.round(Math.max(...tasks))} ms`;
}

function kB(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
