import "server-only";
import pino from "pino";

/** The log. Nothing a person typed belongs in it: give ids and names of things, and errors. */
export const logger = pino({
  level: process.env.NODE_ENV === "test" ? "silent" : "info",
  base: null,
  redact: ["*.password", "*.token", "*.cookie", "*.authorization", "*.passwordHash"],
});
