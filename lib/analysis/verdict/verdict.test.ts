import { describe, expect, it } from "vitest";
import { defaultInputs } from "@/lib/model/inputs";
import { resultOf, type ToldOfAll, trialsOf } from "@/test/figures/uncertain-result";
import type { UncertaintyDocument } from "../uncertainty/document";
import { verdictOf } from "./verdict";
import { verdictSentence } from "./verdict-words";

const inputs = { ...defaultInputs, horizonMonths: 60 };

function sentence(told: ToldOfAll, rest: { uncertainty?: UncertaintyDocument | null; turners?: number } = {}): string {
  const result = resultOf(told);
  const { uncertainty = trialsOf(told), turners = null } = rest;
  const verdict = verdictOf({ result, inputs, uncertainty, turners });
  return verdictSentence({ verdict, result, inputs, currency: "USD" }).replaceAll("\u00a0", " ");
}

// Own servers cost 4,210,000, and 17 % less than the cloud at 5,072,289.
const costs = {
  onPremises: { cost: 4.21e6 },
  cloud: { cost: 5_072_289 },
  hybrid: { cost: 6e6 },
  peerToPeer: { cost: 7e6 },
};

/** These costs, and the chances of own servers and the cloud to come first. */
function chances(own: number, cloud: number): ToldOfAll {
  return {
    ...costs,
    onPremises: { ...costs.onPremises, cheapest: own, leastCost: own },
    cloud: { ...costs.cloud, cheapest: cloud, leastCost: cloud },
    hybrid: { ...costs.hybrid, cheapest: 1 - own - cloud, leastCost: 1 - own - cloud },
  };
}

describe("the verdict in one sentence", () => {
  it("is clear from 90 of 100 trials on", () => {
    const clear = "Own servers are cheapest: 4.21 M USD over 5 years, 17 % less than the cloud; in 94 of 100 trials.";
    expect(sentence(chances(0.94, 0.05))).toBe(clear);
    expect(sentence(chances(0.9, 0.05))).toContain("Own servers are cheapest:");
  });

  it("is probable from 60 on, and names who else it may be", () => {
    const leaning =
      "Own servers are probably cheapest: 4.21 M USD over 5 years, 17 % less than the cloud; in 72 of 100 trials, the cloud in 25.";
    expect(sentence(chances(0.72, 0.25))).toBe(leaning);
    expect(sentence(chances(0.899, 0.1))).toContain("are probably cheapest");
    expect(sentence(chances(0.6, 0.3))).toContain("are probably cheapest");
  });

  it("is too close to call below 60, the likelier of the two first", () => {
    const close =
      "Too close to call between the cloud (5.07 M USD) and own servers (4.21 M USD): cheapest in 48 and 45 of 100 trials.";
    expect(sentence(chances(0.45, 0.48))).toBe(close);
    expect(sentence(chances(0.599, 0.3))).toContain("Too close to call between own servers");
  });

  it("is too close to call within 1 %, however often one comes first", () => {
    // 4,210,000 is 0.99 % less than 4,252,000.
    const told = { ...chances(0.97, 0.02), cloud: { cost: 4_252_000, cheapest: 0.02, leastCost: 0.02 } };
    expect(sentence(told)).toContain("Too close to call between own servers (4.21 M USD) and the cloud (4.25 M USD)");
    expect(sentence(told, { uncertainty: null })).toBe(
      "Too close to call between own servers (4.21 M USD) and the cloud (4.25 M USD).",
    );
  });

  it("says that it is a target that is in doubt, which, and what decides", () => {
    const told: ToldOfAll = {
      ...costs,
      onPremises: { cost: 4.21e6, cheapest: 0.5, leastCost: 0.83, eligible: 0.6 },
      cloud: { cost: 5.1e6, cheapest: 0.4, leastCost: 0.17, eligible: 0.9 },
    };
    const influence = { firstOrder: 0, evppi: 0, standardError: 0 };
    const uncertainty = trialsOf(told, {
      inputs: [
        { key: "users", firstPlace: 0.1, ...influence },
        { key: "siteAvailability", firstPlace: 0.3, ...influence },
      ],
    });
    expect(sentence(told, { uncertainty })).toBe(
      "Own servers cost least in 83 of 100 trials, but miss the availability you ask for in 40: what decides is availability of one site.",
    );
    // Where cost is as much in doubt, it is too close to call: it costs least in 60, and misses in 40.
    const equal = trialsOf({ ...told, onPremises: { cost: 4.21e6, cheapest: 0.5, leastCost: 0.6, eligible: 0.6 } });
    expect(sentence(told, { uncertainty: equal })).toContain("Too close to call");
  });

  it("says who costs less and misses the targets too often to be counted: what costs least of the rest does not of all", () => {
    const told: ToldOfAll = {
      ...costs,
      onPremises: { cost: 4.21e6, cheapest: 0.39, leastCost: 0.94, eligible: 0.61 },
      cloud: { cost: 5.1e6, cheapest: 0.24, leastCost: 0.06, eligible: 0.82 },
      peerToPeer: { cost: 4e6, cheapest: 0.29, eligible: 0.35 },
    };
    const words =
      "Peer to peer usually costs less, but misses your targets in 65 of 100 trials. Of the rest own servers cost least in 94, and miss them in 39.";
    expect(sentence(told)).toBe(words);
    const both = { ...told, hybrid: { cost: 4.1e6, cheapest: 0.03, eligible: 0.44 } };
    expect(sentence(both)).toMatch(
      /^Peer to peer and hybrid usually cost less, but miss your targets in 65 and 56 of 100/,
    );
    const allThree: ToldOfAll = {
      onPremises: { cost: 3.9e6, cheapest: 0.02, eligible: 0.45 },
      peerToPeer: { cost: 4e6, cheapest: 0.03, eligible: 0.35 },
      hybrid: { cost: 4.1e6, cheapest: 0.03, eligible: 0.44 },
      cloud: { cost: 5.1e6, cheapest: 0.5, leastCost: 0.94, eligible: 0.61 },
    };
    expect(sentence(allThree)).toMatch(
      /^Own servers, peer to peer and hybrid usually cost less, but miss your targets in 55, 65 and 56 of 100 trials\. Of the rest the cloud costs least/,
    );
    // In so many words once, where they would be said of each.
    const never = { cheapest: 0, eligible: 0.004 };
    const seldom = {
      onPremises: { ...never, cost: 3.9e6 },
      peerToPeer: { ...never, cost: 4e6 },
      hybrid: { ...never, cost: 4.1e6 },
    };
    expect(sentence({ ...allThree, ...seldom })).toContain(
      "hybrid usually cost less, but miss your targets in more than 99 of 100 trials each. Of the rest",
    );
    // One that usually costs more, or that may not be had, is none of them.
    const named = "Own servers cost least in 94 of 100 trials, but miss the availability you ask for in 39.";
    expect(sentence({ ...told, peerToPeer: { cost: 5e6, cheapest: 0.29, eligible: 0.35 } })).toBe(named);
    expect(sentence({ ...told, peerToPeer: { cost: 4e6, eligible: 0, isForbidden: true } })).toBe(named);
  });

  it("says in how many trials none meets the targets where that is often", () => {
    const told: ToldOfAll = {
      ...costs,
      onPremises: { cost: 4.21e6, cheapest: 0.4, leastCost: 0.5, eligible: 0.9 },
      cloud: { cost: 5.1e6, cheapest: 0.3, leastCost: 0.5, eligible: 0.9 },
    };
    expect(sentence(told)).toContain("cheapest in 40 and 30 of 100 trials; in 30 none meets your targets.");
  });

  it("never calls a thing certain: trials are counted, not all that may come", () => {
    expect(sentence(chances(1, 0))).toContain("in more than 99 of 100 trials.");
    expect(sentence(chances(0.9999, 0.0001))).toContain("in more than 99 of 100 trials.");
  });

  it("names who comes nearest where none meets the targets, and what it lacks", () => {
    const told: ToldOfAll = {
      onPremises: { cost: 1, isOut: true, unavailability: 0.01 },
      cloud: { cost: 2, isOut: true, unavailability: 0.0009 },
      hybrid: { cost: 3, isOut: true, unavailability: 0.02 },
      peerToPeer: { cost: 4, isOut: true, unavailability: 0.03 },
    };
    const words =
      "None of the four meets your targets. The cloud comes nearest: 99.91 % available in the worst month, 99.95 % needed.";
    expect(sentence({ ...told }, { uncertainty: null })).toBe(words);
    expect(sentence({ ...told, cloud: { ...told.cloud, cheapest: 0.12 } })).toBe(
      `${words} In 12 of 100 trials one does.`,
    );
  });

  it("rests on the base run until there are trials, and is no surer than single inputs let it be", () => {
    const amounts = "4.21 M USD over 5 years, 17 % less than the cloud.";
    expect(sentence(costs, { uncertainty: null })).toBe(`At the likeliest values own servers are cheapest: ${amounts}`);
    expect(sentence(costs, { uncertainty: null, turners: 0 })).toBe(`Own servers are cheapest: ${amounts}`);
    expect(sentence(costs, { uncertainty: null, turners: 3 })).toBe(`Own servers are probably cheapest: ${amounts}`);
  });

  it("says where only one meets the targets", () => {
    const told: ToldOfAll = {
      onPremises: { cost: 4.21e6, cheapest: 0.95, leastCost: 0.95 },
      cloud: { cost: 2e6, isOut: true, eligible: 0.05, cheapest: 0.05 },
      hybrid: { cost: 3, isOut: true },
      peerToPeer: { cost: 4, isOut: true },
    };
    expect(sentence(told)).toBe(
      "Own servers are cheapest: 4.21 M USD over 5 years, the only one to meet your targets; in 95 of 100 trials.",
    );
  });
});
