import { createServer } from "node:net";
import { oneLine } from "../support/explain.mjs";
import { StartupError } from "../support/startup-error.mjs";

/**
 * Before the long steps: whether the server will be able to listen. It finds out again itself.
 *
 * @param {{ PORT: number, HOST?: string | undefined }} settings
 * @returns {Promise<void>}
 */
export function checkPort({ PORT, HOST }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(cannotListen(error, { PORT, HOST })));
    probe.listen({ port: PORT, host: HOST }, () => probe.close(() => resolve()));
  });
}

/**
 * Why nothing can listen there, and what to do.
 *
 * @param {{ code?: string | undefined, message: string }} error
 * @param {{ PORT: number, HOST?: string | undefined }} settings
 */
export function cannotListen(error, { PORT, HOST }) {
  const port = "set PORT to another one, for example PORT=3001 npm start.";
  if (error.code === "EADDRINUSE") return new StartupError(`Port ${PORT} is taken.`, `Stop what uses it, or ${port}`);
  if (error.code === "EACCES") {
    return new StartupError(`This user may not listen on port ${PORT}.`, "Set PORT to one above 1023.");
  }
  if (/^(EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|EINVAL)$/.test(error.code ?? "")) {
    return new StartupError(
      `HOST is ${HOST}, which is no address of this machine.`,
      "Set it to one of its own, for example 127.0.0.1, or leave it out.",
    );
  }
  return new StartupError(
    `Nothing can listen on port ${PORT}: ${oneLine(error.message)}.`,
    "Set PORT or HOST to another.",
  );
}
