import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Asked, answeredOverHttp } from "@/test/api/answered-over-http";
import { staticFiles } from "./static-files";

const outside = mkdtempSync(path.join(tmpdir(), "peerbalance-static-"));
const folder = path.join(outside, "static");
const chunks = path.join(folder, "_next", "static");
mkdirSync(chunks, { recursive: true });
writeFileSync(path.join(chunks, "page.js"), "as it is");
writeFileSync(path.join(chunks, "page.js.br"), "by brotli");
writeFileSync(path.join(chunks, "page.js.gz"), "by gzip");
writeFileSync(path.join(chunks, "font.woff2"), "letters");
writeFileSync(path.join(outside, "secrets.json"), "secret");
afterAll(() => rmSync(outside, { recursive: true, force: true }));

const answerFiles = staticFiles(folder);

/** The answer over a real connection; 299 stands for a request that is left to the pages. */
const ask = (target: string, asked: Asked = {}) =>
  answeredOverHttp((request, response) => {
    request.url = target;
    if (!answerFiles(request, response)) response.writeHead(299).end("left to the pages");
  }, asked);

const file = "/_next/static/page.js";
const taking = (encodings: string, more: Record<string, string> = {}) => ({
  headers: { "accept-encoding": encodings, ...more },
});

describe("the files of the pages", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br", "by brotli"],
    ["gzip, deflate", "gzip", "by gzip"],
    ["identity", undefined, "as it is"],
    ["", undefined, "as it is"],
  ])("come in the best form that a client takes: %s", async (encodings, encoding, text) => {
    const answer = await ask(file, taking(encodings));
    expect([answer.status, answer.headers["content-encoding"], answer.text]).toEqual([200, encoding, text]);
    expect(answer.headers).toMatchObject({
      "content-type": "text/javascript",
      "content-length": String(text.length),
      "cache-control": "public,max-age=31536000,immutable",
      vary: "Accept-Encoding",
    });
  });

  it("come as they are where there is no other form", async () => {
    const answer = await ask("/_next/static/font.woff2", taking("gzip, br"));
    expect([answer.headers["content-type"], answer.text]).toEqual(["font/woff2", "letters"]);
    expect(answer.headers["content-encoding"]).toBeUndefined();
  });

  it("are not sent again to a browser that has them", async () => {
    const { headers } = await ask(file, taking("br"));
    const again = await ask(file, taking("br", { "if-none-match": String(headers.etag) }));
    expect([again.status, again.text]).toEqual([304, ""]);
    const other = await ask(file, taking("gzip", { "if-none-match": String(headers.etag) }));
    expect([other.status, other.text]).toEqual([200, "by gzip"]);
  });

  it("are told of without their content", async () => {
    const answer = await ask(file, { method: "HEAD", ...taking("br") });
    expect([answer.status, answer.headers["content-length"], answer.text]).toEqual([200, "9", ""]);
  });

  it.each(["bytes=2-4", "bytes=5-2", "bytes=-3", "bytes=99-", "bytes=x", ""])(
    "come whole where a part is asked for: %s",
    async (range) => {
      const answer = await ask(file, taking("br", { range }));
      expect([answer.status, answer.text]).toEqual([200, "by brotli"]);
    },
  );

  it.each([
    "/",
    "/models",
    "/_next/static",
    "/_next/static/",
    "/_next/static/none.js",
    "/_next/static/%",
    "/_next/static/%00",
    "/../secrets.json",
    "/_next/static/../../../secrets.json",
    "/_next/static/..%2f..%2f..%2fsecrets.json",
    "/..%5csecrets.json",
    "/__proto__",
    "/constructor",
  ])("are all that is served: %s is left to the pages", async (target) => {
    expect((await ask(target, taking("br"))).status).toBe(299);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("are read only: %s is left to the pages", async (method) => {
    expect((await ask(file, { method })).status).toBe(299);
  });
});
