import { describe, expect, it } from "vitest";
import type { OrderChange, ScaleCurve } from "./scale-curve";
import { changeWords, factorWords, scaleSentence } from "./scale-words";

const change = (of: Partial<OrderChange>): OrderChange => ({
  factor: 3.4,
  notYetAt: 3.39,
  passer: "peerToPeer",
  passed: "onPremises",
  because: "cost",
  takesTheLead: true,
  ...of,
});
const curve = (...changes: OrderChange[]): ScaleCurve => ({ points: [], changes, tooLarge: [] });

describe("the words for a change of demand", () => {
  it("say who overtakes whom, and at what", () => {
    expect(changeWords(curve(change({ factor: 3.4021 })))).toEqual([
      "Peer to peer overtakes own servers at 3.4 times the demand.",
    ]);
    expect(changeWords(curve(change({ passer: "onPremises", passed: "cloud", factor: 0.0123 })))).toEqual([
      "Own servers overtake the cloud at 0.012 times the demand.",
    ]);
  });

  it("say where it is no matter of cost", () => {
    expect(changeWords(curve(change({ because: "passer becomes eligible" })))).toEqual([
      "Peer to peer meets the targets from 3.4 times the demand on, and so ranks before own servers.",
    ]);
    expect(changeWords(curve(change({ because: "passed is out" })))).toEqual([
      "Own servers miss the targets from 3.4 times the demand on, and so rank after peer to peer.",
    ]);
  });

  it("take as one what goes to and fro", () => {
    const back = change({ factor: 3.5, passer: "onPremises", passed: "peerToPeer" });
    expect(changeWords(curve(change({}), back, change({ factor: 3.6 })))).toEqual([
      "Between 3.4 and 3.6 times the demand peer to peer and own servers change places 3 times; above, peer to peer ranks before own servers.",
    ]);
  });

  it("say in the answer where another would come first", () => {
    expect(scaleSentence(curve(), "onPremises")).toBe(
      "Own servers stay cheapest from 0.01 to 10,000 times today’s demand.",
    );
    expect(scaleSentence(curve(change({})), "onPremises")).toBe(
      "Peer to peer becomes cheapest once demand is 3.4 times today’s.",
    );
    const small = change({ factor: 0.2, passer: "onPremises", passed: "cloud" });
    expect(scaleSentence(curve(small), "onPremises")).toBe(
      "The cloud is cheapest while demand is below 0.2 times today’s.",
    );
    expect(scaleSentence(curve(small, change({})), "onPremises")).toBe(
      "Peer to peer becomes cheapest once demand is 3.4 times today’s. The cloud is cheapest while demand is below 0.2 times today’s.",
    );
  });

  it("say how far the other's lead goes where it ends again", () => {
    const back = change({ factor: 11.1, passer: "onPremises", passed: "peerToPeer" });
    expect(scaleSentence(curve(change({}), back), "onPremises")).toBe(
      "Peer to peer becomes cheapest once demand is 3.4 times today’s (until 11.1 times today’s).",
    );
  });

  it("have three digits at most", () => {
    expect(factorWords(1234.5)).toBe("1,230");
    expect(factorWords(0.04567)).toBe("0.046");
  });
});
