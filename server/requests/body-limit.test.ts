import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bodyLimit, limitBody } from "./body-limit";

let server: Server;
/** Bodies that a reader behind the limit took for whole. */
let whole: number[];

beforeAll(async () => {
  server = createServer((incoming, response) => {
    if (!limitBody(incoming, response)) return;
    let length = 0;
    incoming.on("error", () => {});
    incoming.on("data", (chunk) => {
      length += chunk.length;
    });
    incoming.on("end", () => {
      whole.push(length);
      response.end("read");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

/** Sends a body as a client does that writes first and reads afterwards. */
function send(bytes: number, isChunked: boolean): Promise<{ status: number | undefined; text: string }> {
  whole = [];
  const { port } = server.address() as AddressInfo;
  const headers = isChunked ? { "transfer-encoding": "chunked" } : { "content-length": String(bytes) };
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, host: "127.0.0.1", method: "POST", headers }, (incoming) => {
      let text = "";
      incoming.on("data", (chunk) => {
        text += chunk;
      });
      incoming.on("end", () => resolve({ status: incoming.statusCode, text }));
    });
    outgoing.on("error", reject);
    outgoing.end(Buffer.alloc(bytes));
  });
}

for (const isChunked of [false, true]) {
  const kind = isChunked ? "of no announced length" : "of an announced length";
  it(`lets a body ${kind} through up to the limit`, async () => {
    expect(await send(bodyLimit, isChunked)).toEqual({ status: 200, text: "read" });
    expect(whole).toEqual([bodyLimit]);
  });
  it(`refuses 10 MB ${kind} in words, and gives the reader no part of it as the whole`, async () => {
    const { status, text } = await send(10_000_000, isChunked);
    expect(status).toBe(413);
    expect(text).toContain("larger than 1 MB");
    expect(whole).toEqual([]);
  });
}
