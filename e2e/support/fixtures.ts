import { randomUUID } from "node:crypto";
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type ConsoleMessage,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import { byPagesOnce, setSite, siteOf } from "./replay";
import { WarmPages } from "./warm-pages";

export { expect };

/** A person in a browser of their own, signed up, with an organisation of their own. */
export interface Person {
  name: string;
  email: string;
  password: string;
  page: Page;
  context: BrowserContext;
}

interface Fixtures {
  /**
   * What pages work out beside the answer: nothing, what single inputs do to it, or trials of all at once, too; a bill is always set against the model. Hundreds of evaluations
   * take a processor seconds, and trials more, so only tests about them let their pages; on others they are still being worked out.
   */
  analyses: "none" | "single inputs" | "all";
  /** Lets a fault pass that the test brings about on purpose: pass what its text must match. */
  expectFault: (text: RegExp) => void;
  /** A page of a visitor who has not signed in. */
  visitor: Page;
  /** Whose things a test is about. */
  ada: Person;
  /** Of another organisation: every test with Ada has a person who must not see what is hers. */
  bob: Person;
}

interface Watch {
  faults: string[];
  expected: RegExp[];
}

export const test = base.extend<
  Fixtures & { watch: Watch; newPage: (options?: BrowserContextOptions) => Promise<Page> },
  { warmPages: WarmPages }
>({
  watch: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use) => {
      const watch: Watch = { faults: [], expected: [] };
      await use(watch);
      const unexpected = watch.faults.filter((fault) => !watch.expected.some((text) => text.test(fault)));
      expect(unexpected, "faults in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
  analyses: ["none", { option: true }],
  expectFault: async ({ watch }, use) => {
    await use((text) => watch.expected.push(text));
  },
  warmPages: [
    async ({ browser }, use) => {
      await use(new WarmPages(browser));
    },
    { scope: "worker" },
  ],
  newPage: async ({ warmPages, baseURL, watch, analyses }, use, testInfo) => {
    const site = baseURL ?? "";
    const ends: (() => Promise<void>)[] = [];
    await use(async (options = {}) => {
      const { storageState, ...others } = options;
      const isUsual = Object.keys(others).length === 0 && typeof storageState !== "string";
      const made = isUsual ? await warmPages.take(site, storageState) : await warmPages.open(site, options);
      const { context, page } = made;
      setSite(context, site);
      // Violations of the policy do not reach the console by themselves.
      const scripts = [await context.addInitScript(reportViolations)];
      if (analyses !== "all") scripts.push(await context.addInitScript(withhold, analyses));
      const unwatch = watchFaults(page, watch);
      const unnotice = warmPages.notice(made);
      ends.push(async () => {
        unnotice();
        unwatch();
        if (!isUsual || testInfo.errors.length > 0) return context.close();
        for (const script of scripts) await script.dispose();
        await warmPages.rest(site, made);
      });
      return page;
    });
    for (const end of ends) await end();
  },
  visitor: async ({ newPage }, use) => use(await newPage()),
  ada: async ({ newPage }, use) => use(await signUp(await newPage(), "Ada")),
  bob: async ({ newPage }, use) => use(await signUp(await newPage(), "Bob")),
});

/** In a page. */
function reportViolations() {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`securitypolicyviolation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
  });
}

/** @returns ends it */
function watchFaults(page: Page, { faults }: Watch): () => void {
  const onError = (error: Error) => faults.push(String(error));
  const onMessage = (message: ConsoleMessage) => {
    if (message.type() === "error") faults.push(`${message.text()} (${message.location().url})`);
  };
  page.on("pageerror", onError);
  page.on("console", onMessage);
  return () => {
    page.off("pageerror", onError);
    page.off("console", onMessage);
  };
}

/**
 * In a page: asks its workers only what the test is about. One that is asked nothing is not started either: to load what
 * it works with takes as long as the page itself.
 */
function withhold(analyses: Fixtures["analyses"]) {
  const isWithheld = (message: unknown, isStarted: boolean) => {
    const { question } = (message ?? {}) as { question?: object };
    // That nothing is asked any more, or to wait, is for workers that work.
    if (!question) return !isStarted;
    if ("bill" in question) return false;
    return analyses === "none" || "trials" in question;
  };
  const RealWorker = window.Worker;

  class WorkerOnceAsked {
    private readonly make: () => Worker;
    private readonly listeners: Parameters<Worker["addEventListener"]>[] = [];
    private worker: Worker | null = null;
    onmessage: Worker["onmessage"] = null;
    onerror: Worker["onerror"] = null;

    constructor(...all: ConstructorParameters<typeof Worker>) {
      this.make = () => new RealWorker(...all);
    }

    addEventListener(...all: Parameters<Worker["addEventListener"]>) {
      if (this.worker === null) this.listeners.push(all);
      else this.worker.addEventListener(...all);
    }

    postMessage(...all: [message: unknown, options?: StructuredSerializeOptions]) {
      if (isWithheld(all[0], this.worker !== null)) return;
      this.worker ??= this.start();
      this.worker.postMessage(...all);
    }

    terminate() {
      this.worker?.terminate();
    }

    private start(): Worker {
      const worker = this.make();
      for (const listener of this.listeners) worker.addEventListener(...listener);
      // They may be set anew for each question.
      worker.addEventListener("message", (event) => this.onmessage?.call(worker, event));
      worker.addEventListener("error", (event) => this.onerror?.call(worker, event));
      return worker;
    }
  }

  window.Worker = WorkerOnceAsked as unknown as typeof Worker;
}

const password = "seven green buses at noon";

const proof = (page: Page) => page.getByRole("dialog", { name: "Confirm that it is you" });

/** Gives the password that the page asks for before it does what was pressed. */
export async function confirm(page: Page): Promise<void> {
  await proof(page).getByLabel("Present password").fill(password);
  await proof(page).getByRole("button", { name: "Confirm" }).click();
  await expect(proof(page)).toHaveCount(0);
}

/** The same where an earlier proof may still hold: `done` comes into sight once what was pressed is done. */
export async function confirmWhereAsked(page: Page, done: Locator): Promise<void> {
  await expect(proof(page).or(done).first()).toBeVisible();
  if (await proof(page).isVisible()) await confirm(page);
  await expect(done).toBeVisible();
}

/** A new person who is signed in; their page shows nothing yet. */
export async function signUp(page: Page, name: string): Promise<Person> {
  const person = newPerson(page, name);
  const { email, password } = person;
  const answer = await byPagesOnce(page, {
    name: "sign up",
    holds: email,
    byPages: () => signUpByPages(page, person, "/sign-up"),
    again: (first, ...others) => [{ ...first, name, email, password }, ...others],
  });
  if (answer !== null) await signIn(person);
  return person;
}

/** Signs a new person up in the pages, as a visitor does, and goes on to where they lead. */
export async function signUpAt(page: Page, name: string, path: string): Promise<Person> {
  const person = newPerson(page, name);
  await signUpByPages(page, person, path);
  return person;
}

function newPerson(page: Page, name: string): Person {
  const email = `${name.toLowerCase()}-${randomUUID()}@example.org`;
  return { name, email, password, page, context: page.context() };
}

async function signUpByPages(page: Page, person: Person, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Name").fill(person.name);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
}

/** As the sign-in form does; the cookies belong to the person's browser. */
async function signIn({ context, email, password }: Person): Promise<void> {
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const answer = await context.request.post("/api/auth/callback/credentials", {
    headers: { origin: siteOf(context) },
    form: { csrfToken, email, password, json: "true", callbackUrl: "/models" },
  });
  expect(await answer.text()).not.toContain("error");
  expect(answer.ok()).toBe(true);
}
