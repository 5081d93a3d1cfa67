import fc from "fast-check";
import { expect, it } from "vitest";
import { inputsCsv } from "@/lib/export/inputs-csv";
import { type InputKey, inputList } from "@/lib/model/inputs";
import {
  type CsvFormat,
  decimalMarks,
  formatOfText,
  formatText,
  readCsvFormat,
  separators,
} from "@/lib/value/csv-format";
import { blankDraft } from "@/test/figures/blank-draft";
import { someRows } from "@/test/figures/some-rows";
import { readInputsCsv } from "./inputs-csv";

const formats = Object.keys(separators).flatMap((separator) =>
  Object.keys(decimalMarks).map((decimal) => ({ separator, decimal }) as CsvFormat),
);
const draft = { ...blankDraft, name: "Mine; yours, 12,345", description: "A tab\tand 12.345", fiscalYearStart: 4 };

/** A draft written in a format and read again on top of a blank one. */
function again(of: typeof draft, format: CsvFormat) {
  const text = [...inputsCsv({ ...of, templateKey: null }, format)].join("");
  const read = readInputsCsv(text, { ...blankDraft, name: "" }, true);
  if (!read.ok) throw new Error(read.faults.map(({ message }) => message).join("\n"));
  return read.draft;
}

/** Inputs whose ranges are of several digits, so that three decimals fit into them. */
const figures = inputList.flatMap((one) =>
  one.format !== "choice" &&
  !one.integer &&
  one.low !== undefined &&
  one.high !== undefined &&
  one.high - one.low > 0.01
    ? [{ key: one.key as InputKey, low: one.low, high: one.high }]
    : [],
);

it.each(formats)("reads back what it writes with $separator and $decimal", (format) => {
  const valued = fc.constantFrom(...figures).chain(({ key, low, high }) =>
    fc.double({ min: low, max: high, noNaN: true, noDefaultInfinity: true }).map((value) => {
      // Three decimals are what a mark of thousands could be taken for; others are whole doubles.
      const short = Math.round(value * 1000) / 1000 + 0;
      return [key, (short >= low && short <= high ? short : value) + 0] as const;
    }),
  );
  const line = { label: "Rent, 12,345; =1", category: "facility" as const, architectures: ["cloud" as const] };
  fc.assert(
    fc.property(valued, fc.double({ min: 0.001, max: 1e6, noNaN: true }), ([key, value], amount) => {
      const lines = [{ ...line, kind: "monthly" as const, amount, escalation: 0.125 }];
      const of = { ...draft, inputs: { [key]: value }, customLines: lines };
      const read = again(of as never, format);
      expect(read.inputs[key] ?? inputList.find((one) => one.key === key)?.default).toBe(value);
      expect(read.customLines).toMatchObject(lines);
      expect([read.name, read.description, read.fiscalYearStart]).toEqual([of.name, of.description, 4]);
    }),
    { numRuns: 60 },
  );
});

it.each(formats)("never reads 12.345 as 12345 with $separator and $decimal", (format) => {
  const notes = { cloudStoragePerTBMonth: { range: { kind: "choices", values: [12.345, 20], weights: [1, 0.125] } } };
  const read = again({ ...draft, inputs: { cloudStoragePerTBMonth: 12.345 }, notes } as never, format);
  expect(read.inputs).toEqual({ cloudStoragePerTBMonth: 12.345 });
  expect(read.notes).toEqual(notes);
});

it("writes the separator and the mark that are asked for, and none of them into texts", () => {
  const text = [...inputsCsv({ ...draft, templateKey: null }, { separator: "semicolon", decimal: "comma" })].join("");
  expect(text).toMatch(/^key;label;value;unit;/);
  expect(text).toContain("\r\ncloudPue;");
  expect(text).toMatch(/\r\ncloudPue;[^;]*;1,135;/);
  expect(text).toContain('"Mine; yours, 12,345"');
  expect(text).toContain("A tab");
  expect(text).toContain("and 12.345");
});

it("is named in an address, and remembered by its names", () => {
  const read = (text: string) => readCsvFormat(new URLSearchParams(text), { separator: "tab", decimal: "comma" });
  expect(read("")).toEqual({ ok: true, format: { separator: "tab", decimal: "comma" } });
  expect(read("separator=semicolon&decimal=point")).toEqual({
    ok: true,
    format: { separator: "semicolon", decimal: "point" },
  });
  expect(read("separator=pipe")).toMatchObject({ faults: [{ key: "separator" }] });
  expect(read("decimal=toString")).toMatchObject({ faults: [{ key: "decimal" }] });
  for (const format of formats) expect(formatOfText(formatText(format))).toEqual(format);
  expect([undefined, "", "x y"].map(formatOfText)).toEqual(Array(3).fill({ separator: "comma", decimal: "point" }));
});

it.each(formats)("reads back the rows that it writes with $separator and $decimal", (format) => {
  const read = again({ ...draft, ...someRows, customLines: [] } as never, format);
  for (const table of ["register", "equipmentLines", "staffLines", "participantKinds"] as const)
    expect(read[table]).toEqual(someRows[table]);
});
