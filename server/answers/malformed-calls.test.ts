import type { ServerResponse } from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { sharedState } from "@/lib/web-process/shared-state";
import { type Asked, answeredOverHttp } from "@/test/api/answered-over-http";
import { answerMalformedCalls, noteReadCalls } from "./malformed-calls";

beforeAll(noteReadCalls);

const call = { method: "POST", headers: { "next-action": "00" } };
const id = "request-1";

/** What a client reads where Next.js answers with `next` and the wrapper stands before it. */
const answered = (next: (response: ServerResponse) => void, options: Asked = call) =>
  answeredOverHttp((request, response) => {
    answerMalformedCalls(request, response, id);
    next(response);
  }, options);

const words = "This call cannot be read, so nothing was done. Reload the page and try again.\n";

describe("a call of an action that nothing of ours read", () => {
  it("is the caller's fault where Next.js sets the status and ends", async () => {
    const { status, headers, text } = await answered((response) => {
      response.statusCode = 500;
      response.setHeader("content-length", "21");
      response.end("Internal Server Error");
    });
    expect([status, headers["content-type"], text]).toEqual([400, "text/plain", words]);
  });

  it("is so too where the end is waited for", async () => {
    let isEnded = false;
    await answered((response) => {
      response.statusCode = 500;
      response.end("Internal Server Error", "utf8", () => {
        isEnded = true;
      });
    });
    expect(isEnded).toBe(true);
  });

  it("is so too where Next.js writes the head first", async () => {
    const { status, text } = await answered((response) => {
      response.writeHead(500, { "content-type": "text/x-component" });
      response.end("0:{}");
    });
    expect([status, text]).toEqual([400, "0:{}"]);
  });
});

it("leaves a fault of ours one, where the call was read", async () => {
  const { status, text } = await answered((response) => {
    sharedState.readCalls?.add(id);
    response.writeHead(500).end("ours");
  });
  expect([status, text]).toEqual([500, "ours"]);
});

it("answers 400 to a call that was read and holds what no page sends", async () => {
  const { status, text } = await answered((response) => {
    sharedState.readCalls?.add(id);
    sharedState.malformedCalls?.add(id);
    response.writeHead(200).end("refused in words");
  });
  expect([status, text]).toEqual([400, "refused in words"]);
});

it("forgets a request once it is answered", () => {
  expect([sharedState.readCalls?.size, sharedState.malformedCalls?.size]).toEqual([0, 0]);
});

it.each([
  ["a page that fails", { method: "GET" }],
  ["a form without its script", { method: "POST" }],
])("leaves alone %s", async (_what, options) => {
  expect((await answered((response) => response.writeHead(500).end("as it is"), options)).status).toBe(500);
});
