import { NextRequest } from "next/server";
import { beforeAll, expect, it } from "vitest";
import { DELETE, PUT } from "@/app/api/v1/figures/[key]/route";
import { PUT as putLine } from "@/app/api/v1/figures/lines/[table]/[key]/route";
import { GET } from "@/app/api/v1/models/[id]/route";
import { POST } from "@/app/api/v1/models/route";
import { madeModelSchema, modelSchema } from "@/lib/schemas/api/model-resource";
import { someTokens } from "./api-tokens";

let token: string;

beforeAll(async () => {
  ({ writes: token } = await someTokens());
});

/** Asks a handler with the admin's token. */
function ask(handler: unknown, method: string, body: object | null, more: object = {}, headers: object = {}) {
  const request = new NextRequest("http://localhost:3000/api/v1/models", {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const context = { params: Promise.resolve(more) };
  return (handler as (request: NextRequest, context: object) => Promise<Response>)(request, context);
}

const first = { "if-none-match": "*" };
const state = (key: string, value: number) => ask(PUT, "PUT", { value }, { key }, first);
const create = (body: object, key?: string) => ask(POST, "POST", body, {}, key ? { "idempotency-key": key } : {});

it("says which figures did not fit a new model and why, also to the same request sent again", async () => {
  // The first tier of traffic must not reach above the second, 51.2 TB by default.
  expect((await state("cloudEgressTier1TB", 60)).status).toBe(201);
  expect((await state("horizonMonths", 48)).status).toBe(201);
  const answer = await create({ name: "Begun" }, "begun");
  const made = await answer.json();
  expect(answer.status).toBe(201);
  expect(madeModelSchema.safeParse(made).error?.issues).toBeUndefined();
  expect(made.inputs).toEqual({ horizonMonths: 48 });
  expect(made.figuresLeftOut).toEqual([
    { key: "cloudEgressTier1TB", message: expect.stringContaining("Egress: second tier up to") },
  ]);
  expect(await (await create({ name: "Begun" }, "begun")).json()).toEqual(made);
  expect(await (await create({ name: "Begun" })).json()).toMatchObject({ figuresLeftOut: made.figuresLeftOut });
  // It is of the making: the model itself has no such field.
  expect(modelSchema.safeParse(await (await ask(GET, "GET", null, { id: made.id })).json()).success).toBe(true);

  const whole = { name: "Whole", inputs: { users: 1 } };
  for (const key of [undefined, "whole", "whole"]) {
    expect(await (await create(whole, key)).json()).toMatchObject({ inputs: { users: 1 }, figuresLeftOut: [] });
  }
  expect((await ask(DELETE, "DELETE", null, { key: "cloudEgressTier1TB" }, { "if-match": "*" })).status).toBe(204);
  expect(await (await create({ name: "All fit" })).json()).toMatchObject({ figuresLeftOut: [] });
});

it("names the table of usual lines that are too many beside the model's own", async () => {
  const row = { role: "Night watch", architectures: ["cloud"], fte: 1, pay: 50_000 };
  const line = { table: "staffLines", key: "watch" };
  expect((await ask(putLine, "PUT", { row, isBegunWith: true }, line, first)).status).toBe(201);
  const full = Array.from({ length: 50 }, (_, place) => ({ ...row, role: `Role ${place}` }));
  const made = await (await create({ name: "Full", staffLines: full })).json();
  expect(made.staffLines).toHaveLength(50);
  expect(made.figuresLeftOut).toEqual([{ key: "staffLines", message: expect.stringMatching(/50/) }]);
  const fits = await (await create({ name: "Fits", staffLines: full.slice(1) })).json();
  expect([fits.staffLines.length, fits.figuresLeftOut]).toEqual([50, []]);
});
