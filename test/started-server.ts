import { spawn } from "node:child_process";
import path from "node:path";
import { freePort } from "../scripts/database/embedded.mjs";
import { waitUntil } from "../scripts/support/processes.mjs";
import buildOnce from "./build-once";

const root = path.join(import.meta.dirname, "..");

/** `npm start` as an operator starts it, on a port of its own. */
export async function startedServer(environment: Record<string, string>) {
  await buildOnce();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { npm_lifecycle_event: _npm, ...inherited } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...inherited, NODE_ENV: "production", PORT: String(port), APP_URL: url, ...environment },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  await waitUntil(() => output.includes("is ready at") || child.exitCode !== null, 240_000);
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    child.kill("SIGTERM");
    await waitUntil(isOver, 30_000);
  };
  return { child, url, root, output: () => output, isOver, stop };
}
