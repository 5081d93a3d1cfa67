import { expect, it } from "vitest";
import { architectures } from "@/lib/model/architectures";
import type { CustomLine } from "@/lib/model/custom-lines";
import { noRows } from "@/lib/model/rows/own-rows";
import { allAtOnce } from "@/lib/steps";
import { revisionCosts } from "./revision-costs";

const line = (amount: number): CustomLine => ({
  id: "a",
  label: "Audit",
  category: "compliance",
  architectures: ["cloud"],
  kind: "once",
  amount,
  fromMonth: 0,
});
const figures = (amount: number, inputs = {}) => ({
  inputs: { contingencyShare: 0, ...inputs },
  ...noRows,
  customLines: [line(amount)],
  currency: "USD",
  currencyRate: 1,
});

function costsOf(...asked: Parameters<typeof revisionCosts>) {
  const outcome = allAtOnce(revisionCosts(...asked));
  if (!outcome.ok) throw new Error("they have no result");
  return outcome.waterfalls;
}

it("puts own lines first, then the inputs, and adds up to the whole difference", () => {
  const costs = costsOf(figures(1_000), figures(3_500, { users: 80_000 }));
  for (const name of architectures) {
    const { start, end, steps } = costs[name];
    expect(steps.map(({ keys }) => keys)).toEqual([[], ["users"]]);
    expect(steps.reduce((sum, { change }) => sum + change, start)).toBeCloseTo(end, 2);
    expect(steps[0]?.change === 0).toBe(name !== "cloud");
  }
});

it("costs a line at set-up what it says: nothing is discounted there", () => {
  // 3,500 less 1,000 in month 0 is 2,500 at present, before contingency, which is nothing here.
  expect(costsOf(figures(1_000), figures(3_500)).cloud.steps).toHaveLength(1);
  expect(costsOf(figures(1_000), figures(3_500)).cloud.steps[0]?.change).toBe(2_500);
});

it("is nothing where nothing differs", () => {
  expect(costsOf(figures(1_000), figures(1_000)).cloud.steps).toEqual([]);
});
