import { type BrowserContext, expect, type Page } from "@playwright/test";
import { callOf, send, type WireCall } from "./wire-call";

// Most tests begin with a person and a model, and are about something else. The first of each worker is made by the pages, as a visitor
// makes it; that call of a server action is then sent again for the next ones, with other arguments: the same server, wrapper and database.

type Arguments = Record<string, unknown>;

interface Work {
  /** Each name is done by the pages once per worker and site. */
  name: string;
  /** What the arguments of the action's call hold; tells it from other calls. */
  holds: string;
  byPages: () => Promise<unknown>;
  /** The arguments of the call that is sent again, made of those of the first. */
  again: (first: Arguments, ...others: unknown[]) => unknown[];
  /** The page that it is sent from, where that hangs on what it is about. */
  path?: string;
}

const calls = new Map<string, WireCall>();

/** The site that each context belongs to: a few specs have an installation of their own. */
const sites = new WeakMap<BrowserContext, string>();

export function setSite(context: BrowserContext, site: string | undefined): void {
  if (site !== undefined) sites.set(context, site);
}

export function siteOf(context: BrowserContext): string {
  return sites.get(context) ?? "";
}

/** @returns the action's answer as text, or null where the pages did it and stand where it leads */
export async function byPagesOnce(page: Page, work: Work): Promise<string | null> {
  const key = `${siteOf(page.context())} ${work.name}`;
  const call = calls.get(key);
  if (call === undefined) {
    calls.set(key, await callOf(page, work.holds, work.byPages));
    return null;
  }
  const [first, ...others] = JSON.parse(call.body) as [Arguments, ...unknown[]];
  const url = work.path === undefined ? call.url : new URL(work.path, call.url).href;
  const answer = await send(page.context(), { ...call, url, body: JSON.stringify(work.again(first, ...others)) });
  const text = await answer.text();
  expect(text, `the answer to ${work.name}`).toContain('"ok":true');
  return text;
}
