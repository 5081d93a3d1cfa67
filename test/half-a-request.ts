import { connect } from "node:net";

/**
 * A request of which the server has read the first half; the other half is sent by `finish`, which gives the whole answer as text.
 *
 * That the half was read shows in the answer to a whole request that goes before it in the same packet.
 */
export async function halfARequest(
  url: string,
  address: string,
  headers: Record<string, string> = {},
): Promise<{ finish: () => Promise<string> }> {
  const { host, port } = new URL(url);
  const socket = connect(Number(port), "localhost");
  let answers = "";
  const isClosed = new Promise<void>((resolve, reject) => {
    socket.once("close", resolve);
    socket.once("error", reject);
  });
  const first = new Promise<void>((resolve) => {
    socket.on("data", (chunk) => {
      answers += chunk;
      if (/\r\n\r\n/.test(answers)) resolve();
    });
  });
  const head = (method: string, target: string) => `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\n`;
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${head("HEAD", "/api/health")}\r\n${head("GET", address)}${more.join("")}`);
  await Promise.race([first, isClosed]);
  return {
    finish: async () => {
      // An answer to HEAD has no body.
      answers = answers.slice(answers.indexOf("\r\n\r\n") + 4);
      socket.write("Connection: close\r\n\r\n");
      await isClosed;
      return answers;
    },
  };
}

/** Whether nothing takes connections at a port any more. */
export function isRefused(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "localhost");
    const done = (refused: boolean) => {
      socket.destroy();
      resolve(refused);
    };
    socket.once("connect", () => done(false));
    socket.once("error", () => done(true));
  });
}
