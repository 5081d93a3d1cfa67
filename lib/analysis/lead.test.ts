import { describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/model/architectures";
import { costsOf } from "@/lib/model/pay/pay";
import type { ModelResult } from "@/lib/model/result";
import { defaultInputs } from "../model/inputs";
import { answerSentences } from "./answer";
import { leadMonth } from "./lead";

/** Set-up, and then the same each month for two years. */
interface Priced {
  setUp: number;
  monthly: number;
  isOut?: boolean;
}

function resultOf(priced: Partial<Record<Architecture, Priced>>): ModelResult {
  const architectures = Object.fromEntries(
    Object.entries(priced).map(([name, { setUp, monthly, isOut = false }]) => {
      const total = [setUp, ...Array.from({ length: 24 }, () => monthly)];
      const view = { lines: {}, total };
      return [
        name,
        {
          eligible: !isOut,
          permitted: !isOut,
          feasible: true,
          meetsAvailability: true,
          meetsAnnualLoss: true,
          netPresentCost: setUp + 24 * monthly,
          views: { cash: view, straightLine: view, financed: view },
        },
      ];
    }),
  );
  return { ranking: Object.keys(priced), architectures, months: [] } as unknown as ModelResult;
}

const inputs = { ...defaultInputs, horizonMonths: 24 };

describe("the month from which the winner is ahead", () => {
  // 100 + 1 a month falls below 10 a month in month 12 (112 against 120), and below 25 a month in month 5 (105 against 125).
  const [own, cloud, peer] = [
    { setUp: 100, monthly: 1 },
    { setUp: 0, monthly: 10 },
    { setUp: 0, monthly: 25 },
  ];

  it("is against the runner-up, in the answer and on the chart, though it passed a dearer one before", () => {
    const result = resultOf({ onPremises: own, cloud, peerToPeer: peer });
    expect(leadMonth(result)).toEqual({ first: "onPremises", second: "cloud", month: 12 });
    // Behind a link, too, whether or not pay is left out.
    expect(leadMonth(costsOf({ ...result, architectures: withLines(result) }, true))?.month).toBe(12);
  });

  it("is not against one that is out, however cheap it is", () => {
    const result = resultOf({ onPremises: own, peerToPeer: peer, cloud: { ...cloud, isOut: true } });
    expect(leadMonth(result)).toEqual({ first: "onPremises", second: "peerToPeer", month: 5 });
  });

  it("is none where the winner leads from the start, or alone", () => {
    const ahead = resultOf({
      cloud: { setUp: 0, monthly: 10 },
      onPremises: { setUp: 300, monthly: 1 },
      peerToPeer: peer,
    });
    expect(leadMonth(ahead)).toBeNull();
    expect(leadMonth(resultOf({ onPremises: own, cloud: { ...cloud, isOut: true } }))).toBeNull();
    expect(leadMonth(resultOf({ onPremises: own }))).toBeNull();
  });
});

describe("the others in the answer", () => {
  it("are dearer by a percentage, and from twice as much on by a factor", () => {
    // 124 against 240 is 94 % more, against 600 it is 4.84 times as much.
    const result = resultOf({
      onPremises: { setUp: 100, monthly: 1 },
      hybrid: { setUp: 0, monthly: 10 },
      cloud: { setUp: 0, monthly: 10 },
      peerToPeer: { setUp: 0, monthly: 25 },
    });
    expect(answerSentences(result, inputs, "USD")[1]).toBe(
      "The cloud costs 94\u00a0% more; peer to peer 4.8 times as much.",
    );
  });

  it("say what each that is excluded misses", () => {
    const own = { setUp: 100, monthly: 1 };
    const result = resultOf({ cloud: own, onPremises: { ...own, isOut: true }, hybrid: { ...own, isOut: true } });
    Object.assign(result.architectures.onPremises, {
      permitted: true,
      meetsAvailability: false,
      unavailability: [null, 0.008, 0.001],
    });
    const wanted = { ...inputs, targetAvailability: 0.9995 };
    expect(answerSentences(result, wanted, "USD").slice(1)).toEqual([
      "Own servers miss the target: 99.20\u00a0% available in the worst month, 99.95\u00a0% needed.",
      "Hybrid is ruled out: not allowed by law or policy.",
    ]);
  });
});

/** With categories of which one sum can be made. */
function withLines(result: ModelResult): ModelResult["architectures"] {
  const none = Array.from({ length: 25 }, () => 0);
  const lines = new Proxy({}, { get: () => none, ownKeys: () => [] });
  return Object.fromEntries(
    Object.entries(result.architectures).map(([name, { views, ...rest }]) => {
      const view = { ...views.cash, lines };
      return [name, { ...rest, views: { cash: view, straightLine: view, financed: view } }];
    }),
  ) as unknown as ModelResult["architectures"];
}
