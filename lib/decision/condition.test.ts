import { expect, it } from "vitest";
import type { Condition } from "@/lib/schemas/decision/condition";
import { conditionWords, watchedWords } from "./condition";

const figure = (figure: string, than: number) =>
  ({ of: "figure", figure, architecture: "cloud", is: "above", than }) as Condition;

it.each([
  [figure("netPresentCost", 1_234_567.5), "Net present cost of cloud above 1,234,567.5 EUR", "2.00 M EUR"],
  [figure("perTBDelivered", 12.5), "Cost per TB delivered of cloud above 12.5 EUR", "2.00 M EUR"],
  [figure("carbonKg", 1500.5), "Carbon footprint of cloud above 1,500.5 kg", "2,000,000 kg"],
  [figure("cheapest", 0.6), "Chance that the cloud is cheapest above 60 %", "200,000,000 %"],
])("says %j in words", (condition, words, value) => {
  const plain = (text: string) => text.replaceAll("\u00a0", " ");
  expect(plain(conditionWords(condition, "EUR"))).toBe(words);
  expect(plain(watchedWords(condition, 2_000_000, "EUR"))).toBe(value);
});
