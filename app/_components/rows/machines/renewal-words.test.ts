import { expect, it } from "vitest";
import type { RegisterRowFacts } from "@/lib/analysis/rows/register-facts";
import { renewalWords } from "./renewal-words";

const rack: RegisterRowFacts = {
  ...{ place: 0, what: "server", count: 4, units: 4, paid: 36_000, ageMonths: 12 },
  ...{ isOlderThanItsLife: false, renewedIn: 49, renewal: 41_200 },
};
const of = { startMonth: "2027-01", horizonMonths: 60, currency: "EUR" };

it("says when a row is replaced and for how much, and why it is soon", () => {
  // Month 1 is January 2027, so month 49 is January 2031.
  expect(renewalWords(rack, of)).toBe("Replaced in January 2031; as much costs 41,200\u00a0EUR then.");
  expect(renewalWords({ ...rack, isOlderThanItsLife: true, renewedIn: 2 }, of)).toBe(
    "Older than its life, so replaced in February 2027; as much costs 41,200\u00a0EUR then.",
  );
  expect(renewalWords(rack, { ...of, horizonMonths: 48 })).toBe("Replaced in January 2031, after the horizon.");
  expect(renewalWords({ ...rack, count: 0 }, of)).toBe("");
});
