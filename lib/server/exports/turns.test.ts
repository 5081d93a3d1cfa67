import { expect, it } from "vitest";
import { noRows } from "@/lib/model/rows/own-rows";
import { evaluated } from "./evaluated-model";
import { textStream } from "./stream";

/** How often something else had its turn while the work went on. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isOver = true;
  return turns;
}

it("gives others a turn before each piece of a download, though its reader takes them as they come", async () => {
  const pieces = Array.from({ length: 50 }, (_, place) => `${place}\n`);
  const turns = await turnsDuring(() => new Response(textStream(pieces, { mark: false })).text());
  expect(turns).toBeGreaterThanOrEqual(50);
});

it("gives others a turn before each scenario", async () => {
  const model = { name: "M", startMonth: "2027-01", currency: "USD", currencyRate: 1, ...noRows, inputs: {} };
  const scenarios = Array.from({ length: 20 }, (_, place) => ({
    name: `S${place}`,
    inputs: { users: 60_000 + place },
  }));
  let evaluation: Awaited<ReturnType<typeof evaluated>> | undefined;
  const turns = await turnsDuring(async () => {
    evaluation = await evaluated(model as never, scenarios);
  });
  expect(evaluation).toMatchObject({ ok: true, exported: { scenarios: { length: 21 } } });
  expect(turns).toBeGreaterThanOrEqual(21);
});
