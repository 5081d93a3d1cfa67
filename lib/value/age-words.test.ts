import { describe, expect, it } from "vitest";
import { ageWords } from "./age-words";

describe("an age in words", () => {
  // A month has 365.25 / 12 = 30.4375 days: 60 days are not yet two of them, 61 are; two years are 730.5 days.
  it.each([
    [0, "new today"],
    [1, "1 day old"],
    [13, "13 days old"],
    [14, "2 weeks old"],
    [60, "8 weeks old"],
    [61, "2 months old"],
    [730, "23 months old"],
    [731, "2 years old"],
    [1_500, "4 years old"],
  ])("says of %i days that it is %s", (days, words) => {
    expect(ageWords(days)).toBe(words);
  });
});
