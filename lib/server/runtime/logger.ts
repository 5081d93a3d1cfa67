import "server-only";
import pino from "pino";

/** Left by server/log-stream.mjs, so that a process has one way out; not there in a build, a test, or a script. */
const left = globalThis as typeof globalThis & { peerbalanceLogStream?: pino.DestinationStream };

const options: pino.LoggerOptions = {
  level: process.env.NODE_ENV === "test" ? "silent" : "info",
  base: null,
  redact: ["*.password", "*.token", "*.cookie", "*.authorization", "*.passwordHash"],
};

/** The log. Nothing a person typed belongs in it: give ids and names of things, and errors. */
export const logger = left.peerbalanceLogStream ? pino(options, left.peerbalanceLogStream) : pino(options);
