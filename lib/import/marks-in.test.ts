import { describe, expect, it } from "vitest";
import { asReader, marksOf } from "@/test/as-reader";
import { type DecimalMark, readFileFigure, shownDecimal } from "./file-number";
import { marksIn, shownIn } from "./marks-in";

describe("a figure", () => {
  it.each<[string, DecimalMark | undefined]>([
    ["12,5", ","],
    ["0.923", "."],
    ["1234,567", ","],
    ["1.234,50 €", ","],
    ["$1,234.50", "."],
    ["1,234,567", "."],
    ["1.234.567", ","],
    ["1 234,567", ","],
    ["-0,5 %", ","],
    ["12.345", undefined],
    ["5,300", undefined],
    ["5300", undefined],
    ["15.01.2027", undefined],
    ["10.0.1.10", undefined],
    ["v8.5", undefined],
    ["", undefined],
  ])("%j shows %j before decimals", (cell, mark) => expect(shownDecimal(cell)).toBe(mark));

  it("shows nothing beside one that shows the other", () => {
    expect(shownIn(["5,300", "12.5", "x"])).toBe(".");
    expect(shownIn(["12,5", "12.5"])).toBeUndefined();
  });
});

/** What "5,300" and "12.345" are in a table so parted, beside another figure, to a reader of a language. */
const read = (delimiter: string, beside: string, language: keyof typeof marksOf = "en-GB") =>
  asReader(marksOf[language], () => {
    const cells = ["5,300", "12.345"];
    const marks = marksIn(delimiter, [beside, ...cells]);
    return cells.map((cell) => readFileFigure(cell, marks)?.value ?? null);
  });

describe("the marks of a table", () => {
  it("are shown by what else is in it, where tabs part its cells", () => {
    for (const language of ["en-GB", "de-DE"] as const) {
      expect(read("\t", "0.5", language)).toEqual([5_300, 12.345]);
      expect(read("\t", "1.234,50", language)).toEqual([5.3, 12_345]);
    }
  });

  it("are the reader's where nothing shows them; what means nothing to the reader is not guessed at", () => {
    expect(read("\t", "8", "en-GB")).toEqual([5_300, 12.345]);
    expect(read("\t", "8", "de-DE")).toEqual([5.3, 12_345]);
    expect(read("\t", "8", "fr-FR")).toEqual([5.3, null]);
    expect(read("\t", "8", "de-CH")).toEqual([null, 12.345]);
  });

  it("are those of its delimiter where commas or semicolons part it, whatever the reader uses", () => {
    for (const language of ["en-GB", "de-DE"] as const) {
      expect(read(",", "8", language)).toEqual([null, 12.345]);
      expect(read(";", "8", language)).toEqual([5.3, null]);
    }
  });
});
