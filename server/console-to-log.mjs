import { format, stripVTControlCharacters } from "node:util";

/** How long the line that knows the request is waited for, ms: Next.js prints an error and then tells of it. */
const patience = 100;

/** What Next.js prints as an error and is the caller's doing: an action called from another site, a request that was broken off. */
const isOfTheCaller = (words, err) =>
  words.endsWith("from a forwarded Server Actions request. Aborting the action.") ||
  (err?.code === "ECONNRESET" && err.message === "aborted");

/**
 * Libraries write to the console. In the web process that becomes lines of the log: one JSON object each, whatever it has of lines and
 * colours. An error that the log has already (lib/server/runtime/logger.ts notes them) is not written twice.
 *
 * @param {import("pino").Logger} log
 */
export function sendConsoleToLog(log) {
  const logged = new WeakSet();
  (globalThis.peerbalance ??= {}).loggedErrors = logged;
  const writeOnce = (err, level, words) => {
    if (logged.has(err)) return;
    logged.add(err);
    log[level]({ err }, words || "an error was printed");
  };
  const levels = { error: "error", warn: "warn", info: "info", log: "info", debug: "debug", trace: "debug" };
  for (const [name, level] of Object.entries(levels)) {
    console[name] = (...args) => {
      const err = args.find((one) => one instanceof Error);
      const words = stripVTControlCharacters(format(...args.filter((one) => one !== err))).trim();
      const at = isOfTheCaller(words, err) ? "info" : level;
      if (err) setTimeout(writeOnce, patience, err, at, words);
      else if (words) log[at](words);
    };
  }
  // Node itself would write them to standard error.
  process.removeAllListeners("warning");
  process.on("warning", ({ name, message }) => log.warn({ warning: name }, message));
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a rejection was not handled"));
  process.on("uncaughtException", (error) => {
    if (error?.code === "EPIPE") return;
    log.fatal({ err: error }, "an error was not caught");
    process.exit(1);
  });
}
