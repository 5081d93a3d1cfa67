import { describe, expect, it } from "vitest";
import type { Architecture } from "@/lib/model/architectures";
import { defaultInputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { resultOf, type Told, trialsOf } from "@/test/figures/uncertain-result";
import type { PairUncertainty, UncertaintyDocument } from "../uncertainty/document";
import { verdictOf } from "../verdict/verdict";
import {
  againstSentence,
  goingOnWords,
  paybackInShort,
  paybackRange,
  savedBetween,
  savedInShort,
} from "./against-words";
import { goingOnOf } from "./going-on";
import { savingsOf } from "./savings";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const inputs = { ...defaultInputs, horizonMonths: 60, currentArchitecture: "cloud" };

/** Cash by month of two architectures, the cloud running today; the others as the cloud. */
function cashOf(cloud: readonly number[], onPremises: readonly number[], levelised = { cloud: 0, onPremises: 0 }) {
  const sum = (cash: readonly number[]) => cash.reduce((all, one) => all + one, 0);
  const result = resultOf({
    onPremises: { cost: sum(onPremises) },
    cloud: { cost: sum(cloud) },
    hybrid: { cost: sum(cloud), isOut: true },
    peerToPeer: { cost: sum(cloud), isOut: true },
  });
  const of = (name: Architecture, cash: readonly number[]) => ({
    ...result.architectures[name],
    total: sum(cash),
    levelisedMonthly: name === "onPremises" ? levelised.onPremises : levelised.cloud,
    views: { cash: { lines: {}, total: cash } },
  });
  return {
    ...result,
    months: cloud.map((_, month) => month),
    architectures: {
      onPremises: of("onPremises", onPremises),
      cloud: of("cloud", cloud),
      hybrid: of("hybrid", cloud),
      peerToPeer: of("peerToPeer", cloud),
    },
  } as unknown as ModelResult;
}

describe("savings against going on as now", () => {
  it("are what runs today less its own, with the month of payback and the most spent ahead, by hand", () => {
    // Cumulative cloud 0 100 200 300 400; own 150 210 270 290 310: ahead by 150 110 70, then behind by 10 and 90.
    const result = cashOf([0, 100, 100, 100, 100], [150, 60, 60, 20, 20]);
    const [own] = savingsOf(result, "cloud", null);
    expect(own).toEqual({
      architecture: "onPremises",
      isEligible: true,
      netPresent: 90,
      cash: 90,
      payback: 3,
      ahead: { amount: 150, month: 0 },
      doubt: null,
    });
  });

  it("are nothing for what runs today itself", () => {
    const result = cashOf([0, 100, 100], [150, 60, 60]);
    const now = savingsOf(result, "cloud", null).find(({ architecture }) => architecture === "cloud");
    expect(now).toMatchObject({ netPresent: 0, cash: 0, payback: 0, ahead: null });
  });

  it("count a payback only where it lasts, and the greatest lead wherever it lies", () => {
    // Own 50 50 350 360: ahead by 50 in month 0, behind in month 1, ahead by 150 in month 2 and by 60 in month 3.
    const [, own] = savingsOf(cashOf([0, 100, 100, 100], [50, 0, 300, 10]), "cloud", null);
    expect(own).toMatchObject({
      architecture: "onPremises",
      payback: null,
      ahead: { amount: 150, month: 2 },
      cash: -60,
    });
  });

  it("are told by trials as their pairs tell them", () => {
    const pair = {
      cheaper: { share: 0.81, standardError: 0 },
      difference: { quantiles: { 10: -3, 50: 40, 90: 95 } },
      breakEven: { never: 0.15, quantiles: { 10: 2, 50: 3, 90: null } },
    } as unknown as PairUncertainty;
    const pairs = { onPremises: { cloud: pair }, cloud: {}, hybrid: {}, peerToPeer: {} };
    const [own, now] = savingsOf(cashOf([0, 100], [10, 20]), "cloud", { pairs });
    expect(own?.doubt).toEqual({
      saves: 0.81,
      p10: -3,
      p50: 40,
      p90: 95,
      never: 0.15,
      payback: { 10: 2, 50: 3, 90: null },
    });
    const range = (early: number | null, late: number | null) =>
      own?.doubt && paybackRange({ ...own.doubt, payback: { 10: early, 50: late, 90: late } });
    expect(range(2, null)).toBe("month 2 to never");
    expect([range(12, 31), range(4, 4), range(null, null)]).toEqual([
      "month 12 to 31",
      "month 4",
      "never in 15 of 100",
    ]);
    // Month 0 is set-up: what is never dearer has paid back before month 1.
    expect([range(0, 0), range(0, 12), range(0, null)]).toEqual([
      "from the first month",
      "the first month to month 12",
      "the first month to never",
    ]);
    expect(now?.doubt).toBeNull();
  });
});

describe("going on as now", () => {
  // Set-up 7; twelve months of 100 and twelve of 150: 1,200 in year 1 and 1,800 in year 2, in all 3,007.
  const cloud = [7, ...Array.from({ length: 24 }, (_, month) => (month < 12 ? 100 : 150))];
  const own = cloud.map(() => 80);

  it("costs its own sum, grows from the first year to the last, and waiting costs the difference a month", () => {
    expect(goingOnOf(cashOf(cloud, own, { cloud: 125, onPremises: 80 }), "cloud", "onPremises")).toEqual({
      today: "cloud",
      netPresentCost: 3007,
      cash: 3007,
      growth: { first: 1200, last: 1800, years: 2 },
      waiting: { than: "onPremises", monthly: 45 },
    });
  });

  it("is said in two sentences", () => {
    const words = (result: ModelResult) => {
      const given = { result, inputs: { ...inputs, horizonMonths: 24 }, uncertainty: null };
      return goingOnWords({ ...given, currency: "USD", today: "cloud", verdict: verdictOf(given) }).map(plain);
    };
    const costs =
      "The cloud runs today. Going on as now costs 3,010 USD over 2 years, net present, and 3,010 USD in cash: 1,200 USD in year 1, 1,800 USD in year 2.";
    expect(words(cashOf(cloud, own, { cloud: 125, onPremises: 80 }))).toEqual([
      costs,
      "At the likeliest values each month of waiting costs 45 USD more than own servers would, both spread evenly over 2 years.",
    ]);
    // Where the other is no cheaper, waiting costs nothing, and is not spoken of.
    expect(words(cashOf(cloud, own, { cloud: 80, onPremises: 125 }))).toEqual([costs]);
    expect(goingOnOf(cashOf([0, 1, 1], [0, 1, 1]), "cloud", null)).toMatchObject({ growth: null, waiting: null });
  });
});

interface Situation {
  own?: Partial<Told>;
  cloud?: Partial<Told>;
  /** The share of trials in which own servers cost less than the cloud; null before trials. */
  saves: number | null;
  /** Cash of own servers in months 0 and 1; the cloud pays its cost in month 1. */
  cash?: readonly [number, number];
}

/** The cloud runs today for 5,400,000; own servers cost 4,200,000 unless it is said otherwise. */
function sentence({ own, cloud, saves, cash = [4.2e6, 0] }: Situation): string {
  const chance = saves ?? 0;
  const told = {
    onPremises: { cost: 4.2e6, cheapest: chance, leastCost: chance, ...own },
    cloud: { cost: 5.4e6, cheapest: 1 - chance, leastCost: 1 - chance, ...cloud },
    hybrid: { cost: 9e6, isOut: true },
    peerToPeer: { cost: 9e6, isOut: true },
  };
  const result = resultOf(told);
  Object.assign(result.architectures.onPremises.views.cash, { total: cash });
  let uncertainty: UncertaintyDocument | null = null;
  if (saves !== null) {
    const pair = {
      cheaper: { share: saves, standardError: 0 },
      difference: { quantiles: {} },
      breakEven: { never: 0, quantiles: {} },
    } as unknown as PairUncertainty;
    uncertainty = trialsOf(told, { pairs: { onPremises: { cloud: pair }, cloud: {}, hybrid: {}, peerToPeer: {} } });
  }
  const verdict = verdictOf({ result, inputs, uncertainty });
  return plain(againstSentence({ result, inputs, currency: "USD", today: "cloud", uncertainty, verdict }));
}

const goingOn = "Going on as now costs 5.40 M USD.";

describe("whether moving pays, in words", () => {
  it("is said plainly where at least 90 of 100 trials say so, and as probable from 60 on", () => {
    const saving = "saves 1.20 M USD over 5 years, net present, and pays back in month 1; it saves in";
    expect(sentence({ saves: 0.94 })).toBe(`Moving to own servers ${saving} 94 of 100 trials. ${goingOn}`);
    expect(sentence({ saves: 0.81 })).toBe(`Moving to own servers probably ${saving} 81 of 100 trials. ${goingOn}`);
    expect(sentence({ saves: 1 })).toContain("it saves in more than 99 of 100 trials.");
  });

  it("names the payback as it is: from the first month, or never in cash", () => {
    expect(sentence({ saves: 0.94, cash: [0, 4.2e6] })).toContain("net present, and pays from the first month;");
    expect(sentence({ saves: 0.94, cash: [6e6, 0] })).toContain("but does not pay back in cash within 5 years;");
  });

  it("is too close to call below 60, within 1 %, and where the base run and the trials disagree", () => {
    const close = `Too close to call whether moving to own servers pays: 4.20 M USD against 5.40 M USD for going on as now, net present; it saves in 55 of 100 trials. ${goingOn}`;
    expect(sentence({ saves: 0.55 })).toBe(close);
    expect(sentence({ saves: 0.2 })).toContain("Too close to call whether moving to own servers pays");
    // 5,400,000 less 0.9 %.
    expect(sentence({ own: { cost: 5_351_400 }, saves: 0.97 })).toContain("Too close to call whether");
  });

  it("says that moving does not pay, as an extra cost and never as a negative saving", () => {
    const own = { cost: 5.8e6 };
    const more =
      "own servers, the cheapest other, cost 400,000 USD more than going on as now over 5 years, net present";
    expect(sentence({ own, saves: 0.04 })).toBe(
      `Moving does not pay: ${more}; they save in 4 of 100 trials. ${goingOn}`,
    );
    expect(sentence({ own, saves: 0.3 })).toContain(`Moving probably does not pay: ${more}; they save in 30 of 100`);
    for (const saves of [0, 0.04, 0.3, 0.5, 0.94, null]) expect(sentence({ own, saves })).not.toMatch(/[−-]\d/);
  });

  it("says what moving costs more where going on misses a target", () => {
    const words = sentence({
      own: { cost: 5.8e6, cheapest: 0.95 },
      cloud: { isOut: true, cheapest: 0.05 },
      saves: 0.04,
    });
    expect(words).toBe(
      "Moving to own servers costs 400,000 USD more than going on as now over 5 years, net present; it saves in 4 of 100 trials. Going on as now costs 5.40 M USD and misses the availability you ask for.",
    );
  });

  it("says that it is a target that is in doubt", () => {
    const words = sentence({ own: { eligible: 0.6, cheapest: 0.5 }, saves: 0.83 });
    expect(words).toBe(
      `Moving to own servers saves in 83 of 100 trials, but own servers miss the availability you ask for in 40. ${goingOn}`,
    );
    expect(sentence({ cloud: { eligible: 0.7 }, saves: 0.94 })).toMatch(
      /Going on as now costs 5\.40 M USD and misses the availability you ask for in 30 of 100 trials\.$/,
    );
  });

  it("says where there is nothing to move to, and where none meets the targets", () => {
    expect(sentence({ own: { isOut: true }, saves: null })).toBe(
      `Moving is no choice: no other architecture meets your targets. ${goingOn}`,
    );
    expect(sentence({ own: { isOut: true }, cloud: { isOut: true }, saves: null })).toMatch(
      /^None of the four meets your targets\. .* Going on as now costs 5\.40 M USD and misses the availability you ask for\.$/,
    );
  });

  it("rests on the base run until there are trials", () => {
    expect(sentence({ saves: null })).toBe(
      `At the likeliest values moving to own servers saves 1.20 M USD over 5 years, net present, and pays back in month 1. ${goingOn}`,
    );
    expect(sentence({ own: { cost: 5.8e6 }, saves: null })).toMatch(
      /^At the likeliest values moving does not pay: own/,
    );
  });
});

describe("amounts and months in a cell", () => {
  it("say savings as savings and extra cost as extra cost", () => {
    expect([1.2e6, -300_000, 0].map((amount) => plain(savedInShort(amount)))).toEqual([
      "saves 1.20 M",
      "300,000 more",
      "the same",
    ]);
    expect(plain(savedBetween(200_000, 1.2e6))).toBe("200,000 to 1.20 M saved");
    expect(plain(savedBetween(-300_000, 1.2e6))).toBe("300,000 more to 1.20 M saved");
    expect(plain(savedBetween(-2e6, -300_000))).toBe("300,000 to 2.00 M more");
  });

  it("say when it pays", () => {
    expect([17, 0, null].map((month) => paybackInShort(month, 60))).toEqual([
      "month 17",
      "from the first month",
      "never within 5 years",
    ]);
  });
});
