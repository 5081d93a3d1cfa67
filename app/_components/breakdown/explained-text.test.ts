import { expect, it } from "vitest";
import { cited } from "@/lib/model/inputs/basis";
import { basisWords, describeExplained, figureWords, inCurrency } from "./explained-text";

it("writes money exactly, and other figures to six digits with their unit", () => {
  expect(figureWords(1234.565, "money/month", "USD")).toBe("1,234.57 USD/month");
  expect(figureWords(5052.1548, "kWh/month", "USD")).toBe("5,052.15 kWh/month");
  expect(figureWords(0.146, "money/kWh", "CHF")).toBe("0.146 CHF/kWh");
  expect([1, 12].map((count) => figureWords(count, "server", "USD"))).toEqual(["1 server", "12 servers"]);
  expect(figureWords(1.0024663, "factor", "USD")).toBe("1.00247");
  expect(figureWords(1, "0 or 1", "USD")).toBe("yes");
  expect(figureWords(null, "money", "USD")).toBe("–");
});

it("puts the currency where a formula says money, and nowhere else", () => {
  expect(inCurrency("5,052.15 kWh/month × 0.146 money/kWh", "EUR")).toBe("5,052.15 kWh/month × 0.146 EUR/kWh");
  expect(inCurrency("moneyless", "EUR")).toBe("moneyless");
});

it("shows an input as its field does, and says on what it rests", () => {
  const input = {
    kind: "input",
    key: "discountRate",
    label: "Discount rate",
    unit: "per year",
    value: 0.05,
    default: 0.08,
    isChanged: true,
    basis: cited("x"),
  } as const;
  expect(describeExplained(input, "USD")).toBe("5 % a year");
  expect(basisWords(input, 0.08, "USD")).toBe("Changed from the default, 8 % a year.");
  expect(basisWords({ ...input, value: 0.08 }, 0.08, "USD")).toBe("The default. Basis: x.");
});

it("writes a figure of an own line with its unit", () => {
  const own = { kind: "input", key: "customLines.0.amount", label: "Own line 1: amount", isChanged: true } as const;
  expect(describeExplained({ ...own, unit: "money/month", value: 1234.5 }, "EUR")).toBe("1,234.50 EUR/month");
  expect(describeExplained({ ...own, unit: "1/year", value: 0.03 }, "EUR")).toBe("0.03 per year");
  expect(basisWords({ ...own, unit: "money/month", value: 1 }, undefined, "EUR")).toBe("A figure of an own line.");
});
