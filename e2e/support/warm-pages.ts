import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";

// A model's page takes nearly twice the processor time where the browser's process for it has shown nothing of the site yet: all scripts are
// read anew. So the page of a test that is over is handed on, with nothing of its people's: no cookie, nothing that was stored, no history, at
// an address of the site that has no script. A page to which something was done that cannot be undone is closed.

export interface WarmPage {
  context: BrowserContext;
  page: Page;
}

type Storage = Exclude<NonNullable<BrowserContextOptions["storageState"]>, string>;

/** Of the site, for which the browser keeps its process, and of one line. */
const restingAddress = "/api/health";

/** More than any test opens by itself. */
const mostResting = 4;

/** What holds for a page, a context or a clock once it has been called. */
const lasting = ["addInitScript", "exposeBinding", "exposeFunction", "install", "on", "once", "setExtraHTTPHeaders"];

export class WarmPages {
  /** By the site that they are of. */
  private readonly resting = new Map<string, WarmPage[]>();
  private readonly altered = new WeakSet<Page>();

  constructor(private readonly browser: Browser) {}

  /** A page of the site that has been used, or a new one. @param storage what it holds at first: cookies, and what pages have stored */
  async take(site: string, storage: Storage | undefined): Promise<WarmPage> {
    const rested = this.resting.get(site)?.pop();
    if (rested === undefined) return this.open(site, storage && { storageState: storage });
    if (storage === undefined) return rested;
    await rested.context.addCookies(storage.cookies);
    const stored = storage.origins.flatMap(({ origin, localStorage }) =>
      origin === new URL(site).origin ? localStorage : [],
    );
    await rested.page.evaluate((pairs) => {
      for (const { name, value } of pairs) localStorage.setItem(name, value);
    }, stored);
    return rested;
  }

  async open(site: string, options: BrowserContextOptions = {}): Promise<WarmPage> {
    const context = await this.browser.newContext({ locale: "en-US", ...options, baseURL: site });
    return { context, page: await context.newPage() };
  }

  /** Notices from now on what cannot be undone. @returns ends it */
  notice({ context, page }: WarmPage): () => void {
    const watched: object[] = [context, page, page.clock];
    const calls = watched.flatMap((object) =>
      lasting.map((name) => [object, name, Reflect.get(object, name)] as const),
    );
    for (const [object, name, call] of calls) {
      if (typeof call !== "function") continue;
      Reflect.set(object, name, (...given: unknown[]) => {
        this.altered.add(page);
        return Reflect.apply(call, object, given);
      });
    }
    return () => {
      for (const [object, name, call] of calls) if (typeof call === "function") Reflect.set(object, name, call);
    };
  }

  /** Takes a page back, for the next that asks for one of its site, or closes it. */
  async rest(site: string, { context, page }: WarmPage): Promise<void> {
    const others = this.resting.get(site) ?? [];
    this.resting.set(site, others);
    if (this.altered.has(page) || page.isClosed() || others.length >= mostResting) return context.close();
    for (const other of context.pages()) if (other !== page) await other.close();
    for (const routed of [page, context]) await routed.unrouteAll({ behavior: "ignoreErrors" });
    await context.setOffline(false);
    await page.goto(restingAddress);
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await context.clearCookies();
    await context.clearPermissions();
    await page.emulateMedia({
      media: null,
      colorScheme: "light",
      reducedMotion: null,
      forcedColors: null,
      contrast: null,
    });
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.mouse.move(-1, -1);
    const session = await context.newCDPSession(page);
    await session.send("Page.resetNavigationHistory");
    await session.detach();
    others.push({ context, page });
  }
}
