import { format, stripVTControlCharacters } from "node:util";
import type { Logger } from "pino";
import { sharedState } from "@/lib/web-process/shared-state";

/** How long the line that knows the request is waited for, ms: Next.js prints an error and then tells of it. */
const patience = 100;

const levels = { error: "error", warn: "warn", info: "info", log: "info", debug: "debug", trace: "debug" } as const;
type Level = (typeof levels)[keyof typeof levels];

/**
 * Libraries write to the console. In the web process that becomes lines of the log: one JSON object each, whatever it has of lines and
 * colours. An error that the log has already (lib/server/runtime/log-request-error.ts notes them) is not written twice.
 */
export function sendConsoleToLog(log: Logger): void {
  const logged = new WeakSet<object>();
  sharedState.loggedErrors = logged;
  const writeOnce = (err: Error, level: Level, words: string) => {
    if (logged.has(err)) return;
    logged.add(err);
    log[level]({ err }, words || "an error was printed");
  };
  for (const name of Object.keys(levels) as (keyof typeof levels)[]) {
    console[name] = (...args: unknown[]) => {
      const err = args.find((one) => one instanceof Error);
      const rest = args.filter((one) => one !== err).map(named);
      const words = stripVTControlCharacters(format(...rest)).trim();
      const level = isOfTheCaller(words, err) ? "info" : levels[name];
      if (err) setTimeout(writeOnce, patience, err, level, words);
      else if (words) log[level](words);
    };
  }
}

/** A further error by its words only: format() would print all that hangs on it. */
function named(one: unknown): unknown {
  return one instanceof Error ? `${one.name}: ${one.message}` : one;
}

/** What Node itself would write to standard error. */
export function sendProcessEventsToLog(log: Logger): void {
  process.removeAllListeners("warning");
  process.on("warning", ({ name, message }) => log.warn({ warning: name }, message));
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a rejection was not handled"));
  process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
    if (error?.code === "EPIPE") return;
    log.fatal({ err: error }, "an error was not caught");
    process.exit(1);
  });
}

/** What Next.js prints as an error and is the caller's doing: an action called from another site, a request that was broken off. */
function isOfTheCaller(words: string, err: NodeJS.ErrnoException | undefined): boolean {
  return (
    words.endsWith("from a forwarded Server Actions request. Aborting the action.") ||
    (err?.code === "ECONNRESET" && err.message === "aborted")
  );
}
