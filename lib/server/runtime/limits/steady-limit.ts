import "server-only";
import { countUses } from "@/lib/server/runtime/limits/rate-limits";
import { logger } from "@/lib/server/runtime/logger";
import { noteUse } from "@/lib/server/runtime/page-reads";
import type { CountedUse } from "@/lib/web-process/page-reads";
import { sharedState } from "@/lib/web-process/shared-state";

interface Window {
  /** As every server counted it when this one last asked. */
  shared: number;
  /** Uses of this server that the others do not know of yet. */
  own: number;
  /** Milliseconds since 1970. */
  ends: number;
  isAsking: boolean;
}

/** How long this server counts by itself. */
const apart = 1_000;
const mostWindows = 10_000;
const windows = new Map<string, Window>();

/**
 * Counts one use of `what` by `key` and says whether it is within `points` in `seconds`, as isWithinLimit does, for what is used many times
 * a second: this server counts in memory and exchanges its count with the others once a second. Together they may let through what they
 * take in within that second beyond the limit; so it is none for guesses of passwords or codes.
 */
export function isWithinSteadyLimit(
  what: string,
  key: string,
  limit: { points: number; seconds: number },
): Promise<boolean> {
  const use = { what, key, ...limit };
  noteUse(use);
  return count(use);
}

sharedState.countAgain = async (uses) => (await Promise.all(uses.map(count))).every(Boolean);

async function count({ what, key, points, seconds }: CountedUse): Promise<boolean> {
  const name = `${what}:${key}`;
  const found = windows.get(name);
  if (found && found.ends > Date.now()) {
    found.own += 1;
    if (!found.isAsking) exchangeLater(name, found, seconds);
    return found.shared + found.own <= points;
  }
  const { uses, endsIn } = await countUses(name, 1, seconds);
  forgetEnded();
  windows.set(name, { shared: uses, own: 0, ends: Date.now() + endsIn, isAsking: false });
  return uses <= points;
}

function exchangeLater(name: string, window: Window, seconds: number) {
  window.isAsking = true;
  const exchange = async () => {
    const { own } = window;
    try {
      // What came after the window's end is counted in the next one.
      if (window.ends > Date.now()) {
        const { uses } = await countUses(name, own, seconds);
        window.shared = uses;
        window.own -= own;
      }
    } catch (error) {
      // The count goes on in memory, and is exchanged with the next use.
      logger.warn({ err: error }, "a count of uses was not exchanged");
    } finally {
      window.isAsking = false;
    }
  };
  setTimeout(exchange, apart).unref();
}

function forgetEnded() {
  if (windows.size < mostWindows) return;
  const now = Date.now();
  for (const [name, { ends }] of windows) if (ends <= now) windows.delete(name);
  if (windows.size >= mostWindows) windows.clear();
}
