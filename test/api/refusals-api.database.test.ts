import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { PUT as stateFigure } from "@/app/api/v1/figures/[key]/route";
import { POST as createModel } from "@/app/api/v1/models/route";
import { countUses } from "@/lib/server/runtime/limits/rate-limits";
import { tokenOf } from "@/test/api/api-tokens";
import { newPerson, organisationOf } from "@/test/people";

// The Retry-After of a limit is what is left of its window: at most the window, and not below it by more than a test takes.

async function asker() {
  const { user } = await newPerson("Ada");
  const token = await tokenOf(await organisationOf(user), ["models:read", "models:write", "figures:write"]);
  const ask = async (handler: unknown, method: string, body: object) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", "if-none-match": "*" };
    const request = new NextRequest("http://localhost/api/v1", { method, headers, body: JSON.stringify(body) });
    const answer: Response = await (handler as (request: NextRequest, context: object) => Promise<Response>)(request, {
      params: Promise.resolve({ key: "users" }),
    });
    return { status: answer.status, after: Number(answer.headers.get("retry-after")), body: await answer.json() };
  };
  return { user, ask };
}

it("asks who has made too many models to come back when there is room, and says what is wrong otherwise", async () => {
  const { user, ask } = await asker();
  const wrong = await ask(createModel, "POST", { name: "" });
  expect([wrong.status, wrong.after, wrong.body.faults[0].key]).toEqual([422, 0, "name"]);
  await countUses(`models:${user.id}`, 200, 60 * 60);
  const { status, after, body } = await ask(createModel, "POST", { name: "One more" });
  expect([status, body.detail]).toEqual([429, expect.stringContaining("200 models within an hour")]);
  expect(after).toBeGreaterThan(3_000);
  expect(after).toBeLessThanOrEqual(3_600);
});

it("asks who changes figures too often to come back within the minute", async () => {
  const { user, ask } = await asker();
  expect(await ask(stateFigure, "PUT", { value: -1 })).toMatchObject({ status: 422, after: 0 });
  await countUses(`figures:${user.id}`, 120, 60);
  const { status, after } = await ask(stateFigure, "PUT", { value: 1 });
  expect(status).toBe(429);
  expect(after).toBeGreaterThan(0);
  expect(after).toBeLessThanOrEqual(60);
});
