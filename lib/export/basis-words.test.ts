import { expect, it } from "vitest";
import { verdictOf } from "@/lib/analysis/verdict/verdict";
import { defaultInputs } from "@/lib/model/inputs";
import { resultOf, type ToldOfAll, trialsOf } from "@/test/figures/uncertain-result";
import { middleWords } from "./basis-words";

const told: ToldOfAll = {
  onPremises: { cost: 4.21e6, cheapest: 0.5, leastCost: 0.83, eligible: 0.6 },
  cloud: { cost: 5.1e6, cheapest: 0.4, leastCost: 0.17, eligible: 0.9 },
  hybrid: { cost: 6e6 },
  peerToPeer: { cost: 7e6 },
};

function words(of: ToldOfAll): string {
  const [result, uncertainty] = [resultOf(of), trialsOf(of)];
  const verdict = verdictOf({ result, inputs: defaultInputs, uncertainty });
  return middleWords({ uncertainty, verdict, result, currency: "USD" }).replaceAll("\u00a0", " ");
}

it("says whose costs it means where the verdict weighs several", () => {
  const middle = "at the likeliest values 4.21 M USD, half the trials above 4.21 M USD";
  expect(words(told)).toBe(middle);
  // Peers cost less and miss the targets too often to be counted.
  expect(words({ ...told, peerToPeer: { cost: 4e6, eligible: 0.35 } })).toBe(`own servers ${middle}`);
  // Too close to call: 0.45 and 0.4.
  const close = { ...told, onPremises: { cost: 4.21e6, cheapest: 0.45, leastCost: 0.5, eligible: 0.9 } };
  expect(words(close)).toBe(`own servers ${middle}`);
});
