import { describe, expect, it } from "vitest";
import { asReader, marksOf } from "@/test/as-reader";
import { areMarks, inReadersMarks, offeredMarks } from "./number-marks";

const sentence = "Own servers cost 4.22 M USD over 5 years, 17 % less than 1,234,567.5 from month 12.";

describe("a canonical text for a reader", () => {
  it.each([
    ["en-GB", sentence],
    ["de-DE", "Own servers cost 4,22 M USD over 5 years, 17 % less than 1.234.567,5 from month 12."],
    ["fr-FR", "Own servers cost 4,22 M USD over 5 years, 17 % less than 1\u00a0234\u00a0567,5 from month 12."],
    ["de-CH", "Own servers cost 4.22 M USD over 5 years, 17 % less than 1’234’567.5 from month 12."],
    ["en-IN", "Own servers cost 4.22 M USD over 5 years, 17 % less than 12,34,567.5 from month 12."],
  ] as const)("%s", (language, text) => {
    expect(asReader(marksOf[language], () => inReadersMarks(sentence))).toBe(text);
  });

  it("stays where nobody is known to read", () => {
    expect(inReadersMarks(sentence)).toBe(sentence);
  });

  it("keeps the marks of the sentence itself", () => {
    const plain = "In 2027, 3 of 4. Months 1, 12, 24; 600.";
    expect(asReader(marksOf["en-IN"], () => inReadersMarks(plain))).toBe(plain);
    expect(asReader(marksOf["de-DE"], () => inReadersMarks(plain))).toBe(plain);
  });
});

describe("what a client sends as marks", () => {
  it.each(offeredMarks)("%j is offered, and taken", (marks) => expect(areMarks(marks)).toBe(true));

  it.each(["", ",", ",,", "..", ",.3", ",.22", ",.2,", "<b>", "1.", ".;", "\u202f,"])("%j names none", (text) =>
    expect(areMarks(text)).toBe(false),
  );
});
