import "server-only";
import pino from "pino";
import { logSerializers } from "@/lib/web-process/error-entry";
import { sharedState } from "@/lib/web-process/shared-state";

const options: pino.LoggerOptions = {
  level: process.env.NODE_ENV === "test" ? "silent" : "info",
  base: null,
  serializers: logSerializers,
  redact: ["*.password", "*.token", "*.cookie", "*.authorization", "*.passwordHash"],
};

/** The log. Nothing a person typed belongs in it: give ids and names of things, and errors as `err`. */
export const logger = sharedState.logStream ? pino(options, sharedState.logStream) : pino(options);
