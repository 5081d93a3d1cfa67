import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Asked, answeredOverHttp } from "@/test/api/answered-over-http";
import { answerHeaders } from "./answer-headers";

const id = "request-1";

/** What the pages are told of a request, and what its client is answered with. */
async function headersOf(target: string, appUrl = "https://peer.example", asked: Asked = {}) {
  const set = answerHeaders({ appUrl, isDevelopment: false });
  let told: Record<string, unknown> = {};
  const { headers } = await answeredOverHttp((request, response) => {
    request.url = target;
    set(request, response, id);
    told = { ...request.headers };
    response.end();
  }, asked);
  return { told, headers };
}

describe("the headers of every answer", () => {
  it("have a policy with a nonce of its own, which the pages are told", async () => {
    const [one, other] = [await headersOf("/models"), await headersOf("/models")];
    const nonce = String(one.told["x-nonce"]);
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(other.told["x-nonce"]).not.toBe(nonce);
    expect(one.headers["content-security-policy"]).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`);
    expect(one.headers["content-security-policy"]).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(one.told["content-security-policy"]).toBe(one.headers["content-security-policy"]);
    expect(one.headers).toMatchObject({
      "x-request-id": id,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "strict-transport-security": "max-age=31536000",
    });
    expect(one.headers["permissions-policy"]).toContain("camera=()");
  });

  it("take nothing from the client for the nonce or the path", async () => {
    const made = { "x-nonce": "mine", "x-path": "/mine", "content-security-policy": "script-src 'nonce-mine'" };
    const headers = { ...made, "content-security-policy-report-only": "script-src 'nonce-mine'" };
    const { told } = await headersOf("/models", "https://peer.example", { headers });
    expect(JSON.stringify(told)).not.toContain("mine");
  });

  it("have nothing keep or list a page whose address holds a token, whichever there is", async () => {
    const pages = readdirSync(new URL("../../app", import.meta.url), { recursive: true, encoding: "utf8" })
      .map((file) => `/${file.replaceAll("\\", "/")}`)
      .filter((file) => file.endsWith("/[token]/page.tsx"));
    expect(pages).toContain("/settings/profile/address/[token]/page.tsx");
    for (const file of pages) {
      const { headers } = await headersOf(file.replace("[token]/page.tsx", "secret"));
      expect(headers, file).toMatchObject({
        "x-robots-tag": "noindex, nofollow, noarchive",
        "cache-control": "private, no-store",
      });
    }
  });

  it.each(["/", "/models", "/sign-in", "/sign-in/link", "/reset", "/settings/profile"])(
    "leave other pages to be listed and kept as they are: %s",
    async (path) => expect((await headersOf(path)).headers["x-robots-tag"]).toBeUndefined(),
  );

  it("keep the address of a link from others", async () => {
    const { headers } = await headersOf("/s/secret?by=year");
    expect(headers).toMatchObject({
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow, noarchive",
      "cache-control": "private, no-store",
    });
  });

  it("ask for no https where there is none", async () =>
    expect((await headersOf("/models", "http://localhost:3000")).headers["strict-transport-security"]).toBeUndefined());

  it("leave files with a hash in their name alone", async () => {
    const { told, headers } = await headersOf("/_next/static/chunks/1.js");
    expect(told["x-nonce"]).toBeUndefined();
    expect(headers["content-security-policy"]).toBeUndefined();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect((await headersOf("/_next/image?url=/x")).headers["content-security-policy"]).toBeDefined();
  });
});

it.each([
  ["/models?sort=name", "/models?sort=name"],
  ["/models?_rsc=1a2b", "/models"],
  ["/models?sort=name&_rsc=1a2b&page=2", "/models?sort=name&page=2"],
  ["/models/a b", "/models/a%20b"],
])("of %s the page to come back to is %s", async (target, path) =>
  expect((await headersOf(target)).told["x-path"]).toBe(path),
);
