import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answered {
  status: number | undefined;
  headers: IncomingMessage["headers"];
  text: string;
}

export interface Asked {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
}

/** What a client reads of a real server that answers with `work`, once both are done. */
export async function answeredOverHttp(
  work: (request: IncomingMessage, response: ServerResponse) => void,
  { method = "GET", path = "/", headers = {} }: Asked = {},
): Promise<Answered> {
  let closed: Promise<unknown> = Promise.resolve();
  const server = createServer((incoming, response) => {
    closed = new Promise((resolve) => response.once("close", resolve));
    work(incoming, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise<Answered>((resolve, reject) => {
      const outgoing = request({ port, host: "127.0.0.1", method, path, headers, agent: false }, (incoming) => {
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (chunk) => {
          text += chunk;
        });
        incoming.on("end", () => resolve({ status: incoming.statusCode, headers: incoming.headers, text }));
      });
      outgoing.on("error", reject);
      outgoing.end();
    });
  } finally {
    await closed;
    await new Promise((resolve) => server.close(resolve));
  }
}
