import type { ServerResponse } from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { sharedState } from "@/lib/web-process/shared-state";
import { type Asked, answeredOverHttp } from "@/test/api/answered-over-http";
import { answerDatabaseAway, noteDatabaseAway } from "./database-away";

beforeAll(noteDatabaseAway);

const page = { headers: { accept: "text/html,*/*" } };
const id = "request-1";

/** What a client reads where the database is away, or not, and Next.js answers with `next`. */
const answered = (
  next: (response: ServerResponse) => void,
  { isAway = true, ...options }: Asked & { isAway?: boolean } = page,
) =>
  answeredOverHttp((request, response) => {
    answerDatabaseAway(request, response, id);
    if (isAway) sharedState.databaseAway?.add(id);
    next(response);
  }, options);

const nextsOwn = (response: ServerResponse) => {
  response.setHeader("etag", '"next"');
  response.setHeader("content-length", "17");
  response.writeHead(500, { "content-type": "text/html" });
  response.write("<html>next");
  response.end("</html>");
};

describe("a page without its database", () => {
  it("is replaced whole by one in words, whatever Next.js writes", async () => {
    const { status, headers, text } = await answered(nextsOwn);
    expect(status).toBe(503);
    expect(headers).toMatchObject({
      "retry-after": "5",
      "cache-control": "private, no-store",
      "content-type": "text/html; charset=utf-8",
    });
    expect(headers.etag).toBeUndefined();
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}';/);
    expect(text).toContain("<h1>The database cannot be reached</h1>");
    expect(text).toContain(`with the number ${id}.`);
    expect(text).not.toContain("next");
  });

  it("is so too where Next.js only sets the status, and its callbacks are called", async () => {
    const called: string[] = [];
    const { status, text } = await answered((response) => {
      response.statusCode = 500;
      response.write("next", () => called.push("write"));
      response.end("next", "utf8", () => called.push("end"));
    });
    expect([status, text.includes("next"), called]).toEqual([503, false, ["write", "end"]]);
  });

  it("has no body where the head alone was wanted", async () => {
    const { status, headers, text } = await answered(nextsOwn, { method: "HEAD", ...page });
    expect([status, headers["retry-after"], text]).toEqual([503, "5", ""]);
  });
});

it.each([
  ["a program", {}],
  ["a page's own fetch of its data", { headers: { accept: "text/html", rsc: "1" } }],
])("tells %s by the status, and leaves the body", async (_who, options) => {
  const { status, headers, text } = await answered((response) => response.writeHead(500).end("as it is"), options);
  expect([status, headers["retry-after"], text]).toEqual([503, "5", "as it is"]);
});

it("does not say that a password is wrong which nobody could check", async () => {
  const { status, text } = await answered((response) => response.writeHead(401).end('{"url":"…"}'));
  expect([status, text]).toEqual([503, '{"url":"…"}']);
});

it("leaves alone what could be answered, and what failed for another reason", async () => {
  const fine = await answered((response) => response.writeHead(200).end("fine"));
  const other = await answered(nextsOwn, { isAway: false, ...page });
  expect([fine.status, fine.text]).toEqual([200, "fine"]);
  expect([other.status, other.headers["retry-after"], other.text]).toEqual([500, undefined, "<html>next</html>"]);
});

it("forgets a request once it is answered", () => expect(sharedState.databaseAway?.size).toBe(0));
