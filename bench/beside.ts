import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installation } from "./installation";

/**
 * Measures an installation beside a second process of the same script, which finds `process.send`: what waits or listens there does not
 * slow what is timed here.
 *
 * @param script its `import.meta.url`
 */
export async function besideASecondProcess(
  script: string,
  secret: string,
  measure: (url: string, superuserUrl: string, second: ChildProcess) => Promise<void>,
): Promise<void> {
  const { server, superuserUrl, stop } = await installation(secret);
  const second = fork(fileURLToPath(script), { execArgv: ["--import", "tsx"] });
  try {
    await measure(server.url, superuserUrl, second);
  } finally {
    second.kill();
    await stop();
  }
}
