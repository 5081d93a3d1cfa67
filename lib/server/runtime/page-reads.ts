import "server-only";
import { createHash } from "node:crypto";
import type { Row, Statement } from "@/lib/server/runtime/statement-batch";
import type { CountedUse, PageReads } from "@/lib/web-process/page-reads";
import { sharedState } from "@/lib/web-process/shared-state";

// What pages are drawn from (server/answers/kept-pages.ts). All of it does nothing where no page is being drawn.

/** The page that is being drawn, where it may still be kept. */
function drawn(): PageReads | null {
  const page = sharedState.drawnPages?.getStore();
  return page === undefined || page.isSpoilt ? null : page;
}

/** Notes what was read together, and what came of it. */
export function noteRead(statements: readonly Statement[], answers: readonly Row[][]): void {
  drawn()?.reads.push({ statements, digest: digestOf(answers) });
}

/** Notes what was counted, to be counted again each time the page is given. */
export function noteUse(use: CountedUse): void {
  drawn()?.uses.push(use);
}

/** Of the rows that statements gave. */
export function digestOf(answers: readonly Row[][]): string {
  return createHash("sha256").update(JSON.stringify(answers)).digest("base64");
}

/** Says that the page follows from its request and from what it reads. */
export function keepPage(): void {
  const page = drawn();
  if (page !== null) page.isKept = true;
}

/** Has the page drawn anew each time: something goes into it that reading again would not show, or is done besides. */
export function drawAnew(): void {
  const page = drawn();
  if (page !== null) page.isSpoilt = true;
}

/** Has the page drawn anew from a moment on, at the latest. */
export function drawAnewAfter(moment: Date): void {
  const page = drawn();
  if (page !== null) page.until = Math.min(page.until, moment.getTime());
}
