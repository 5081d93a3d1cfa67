import { expect, it } from "vitest";
import { partWords } from "@/app/_components/document/part-words";
import { linePlace } from "@/lib/draft/place";
import type { CustomLine } from "@/lib/model/custom-lines";
import { lineParts, lineWhen } from "./custom-line-words";

const line: CustomLine = {
  id: "0123456789abcdef",
  label: "Lawyer",
  category: "compliance",
  architectures: ["cloud"],
  kind: "monthly",
  amount: 1234.5,
};

it.each([
  [{}, "per month"],
  [{ kind: "perUser" }, "per user and month"],
  [{ fromMonth: 13, toMonth: 24, escalation: 0.03 }, "per month from month 13 to month 24, rising 3 % a year"],
  [{ kind: "perServer", escalation: -0.05 }, "per server and month, falling 5 % a year"],
  [{ kind: "once" }, "once in month 1"],
  [{ kind: "every", everyMonths: 18 }, "every 18 months"],
  [{ kind: "every", everyMonths: 12, fromMonth: 6 }, "every year from month 6"],
  [{ kind: "once", fromMonth: 0 }, "once at set-up"],
] as const)("an own line with %o falls %s", (change, words) => {
  expect(lineWhen({ ...line, ...change })).toBe(words);
});

it("keeps its rhythm, its months and its rise where two revisions are compared", () => {
  const after = { ...line, fromMonth: 13, escalation: 0.03 };
  expect(lineParts(after, "EUR")).toEqual(["1,234.50 EUR/month", "from month 13", "rising 3 % a year"]);
  expect([line, after].map((each) => partWords(linePlace(each), each, "EUR"))).toEqual([
    "“Lawyer”, 1,234.50 EUR/month",
    "“Lawyer”, 1,234.50 EUR/month, from month 13, rising 3 % a year",
  ]);
});
