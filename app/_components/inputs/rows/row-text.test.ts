import { describe, expect, it } from "vitest";
import type { CustomLine } from "@/lib/model/custom-lines";
import { rowsInDollars } from "@/lib/schemas/rows/row-schema";
import { asReader, marksOf } from "@/test/as-reader";
import { type RowTexts, readRow, textsOfRow } from "./row-text";

const typed: RowTexts = {
  ...textsOfRow("customLines", null),
  label: " Backup service ",
  architectures: "onPremises,cloud",
  amount: "1 234,5",
};
const readLine = (texts: RowTexts) => readRow("customLines", texts, rowsInDollars, undefined);
const textsOf = (line: CustomLine) => textsOfRow("customLines", line);

describe("an own line as it is typed", () => {
  it("is read as people write figures", () => {
    expect(readLine(typed)).toEqual({
      ok: true,
      row: {
        label: "Backup service",
        category: "software",
        architectures: ["onPremises", "cloud"],
        kind: "monthly",
        amount: 1234.5,
      },
    });
  });

  it("is read in thousands, millions and billions, in months not", () => {
    for (const [amount, value] of [
      ["20k", 20_000],
      ["4.22 M", 4_220_000],
      ["1.5 bn", 1.5e9],
      ["-2 million", -2_000_000],
    ] as const) {
      expect(readLine({ ...typed, amount })).toMatchObject({ row: { amount: value } });
    }
    expect(readLine({ ...typed, amount: "20 m" })).toMatchObject({ ok: false });
    expect(readLine({ ...typed, fromMonth: "1k" })).toMatchObject({ ok: false });
  });

  it("keeps its months and its rise, stated in per cent, and shows them again", () => {
    const read = readLine({ ...typed, amount: "-1,234.5", fromMonth: "0", toMonth: "24", escalation: "7 %" });
    expect(read).toMatchObject({ row: { amount: -1234.5, fromMonth: 0, toMonth: 24, escalation: 0.07 } });
    expect(read.ok && textsOf(read.row)).toMatchObject({
      amount: "−1,234.5",
      fromMonth: "0",
      toMonth: "24",
      escalation: "7",
    });
  });

  it("says how to write what may mean two things to the reader", () => {
    // In French marks the dot neither groups nor parts decimals; a German's page writes "1.234" itself, for a thousand and more.
    const unclear = { ...typed, amount: "1.234", toMonth: "1.234", escalation: "1.234" };
    expect(asReader(marksOf["fr-FR"], () => readLine(unclear))).toEqual({
      ok: false,
      faults: {
        amount: 'Amount must be a number, written as 1\u00a0234,5; you typed "1.234".',
        toMonth: 'Last month must be a whole number of months, written as 1\u00a0234; you typed "1.234".',
        escalation: 'Yearly increase must be a number, written as 1\u00a0234,5; you typed "1.234".',
      },
    });
    expect(asReader(marksOf["de-DE"], () => readLine({ ...typed, amount: "1.234" }))).toMatchObject({
      row: { amount: 1234 },
    });
    expect(readLine({ ...typed, amount: "a lot" })).toMatchObject({
      faults: { amount: 'Amount must be a number; you typed "a lot".' },
    });
  });

  it("has ends around its amount, which must hold it", () => {
    const read = readLine({ ...typed, low: "1,000", high: "2e3" });
    expect(read).toMatchObject({ row: { amount: 1234.5, low: 1_000, high: 2_000 } });
    expect(read.ok && textsOf(read.row)).toMatchObject({ low: "1,000", high: "2,000" });
    const message =
      "The range of Amount must hold the figure itself: low, figure and high must rise. Change one of them.";
    expect(readLine({ ...typed, low: "1,300" })).toEqual({ ok: false, faults: { low: message } });
    expect(readLine({ ...typed, high: "1,200" })).toEqual({ ok: false, faults: { high: message } });
    expect(readLine({ ...typed, low: "few" })).toMatchObject({
      faults: { low: 'Low must be a number; you typed "few".' },
    });
  });

  it("has no last month where it falls once, and months between only where it falls every few", () => {
    const texts = { ...typed, fromMonth: "6", toMonth: "24", everyMonths: "18" };
    expect(readLine({ ...texts, kind: "once" })).toMatchObject({ row: { fromMonth: 6 } });
    expect(readLine({ ...texts, kind: "once" })).not.toHaveProperty("row.toMonth");
    expect(readLine({ ...texts, kind: "monthly" })).not.toHaveProperty("row.everyMonths");
    expect(readLine({ ...texts, kind: "every" })).toMatchObject({ row: { toMonth: 24, everyMonths: 18 } });
    expect(readLine({ ...texts, kind: "every", everyMonths: "" })).toEqual({
      ok: false,
      faults: { everyMonths: "Say how many months lie between, 1 to 120." },
    });
  });

  it("says beside each field what is wrong", () => {
    const read = readLine({
      ...typed,
      label: " ",
      architectures: "",
      amount: "a lot",
      fromMonth: "1.5",
      toMonth: "soon",
      escalation: "-100",
    });
    expect(read).toEqual({
      ok: false,
      faults: {
        label: "Label must not be empty.",
        architectures: "Architectures must name at least one.",
        amount: 'Amount must be a number; you typed "a lot".',
        fromMonth: "First month must be a whole number of months; you typed 1.5.",
        toMonth: 'Last month must be a whole number of months; you typed "soon".',
        escalation: "Yearly increase must be above −100 % a year; you typed −100 %.",
      },
    });
  });
});

describe("a row of the register as it is typed", () => {
  it("has watts of its own where it is a machine, and elsewhere none", () => {
    const rack = { ...textsOfRow("register", null), label: "Rack", count: "2", watts: "350" };
    const read = (what: string) => readRow("register", { ...rack, what }, rowsInDollars, "a");
    expect(read("server")).toEqual({
      ok: true,
      row: { id: "a", label: "Rack", what: "server", count: 2, watts: 350 },
    });
    expect(read("network")).toEqual({ ok: true, row: { id: "a", label: "Rack", what: "network", count: 2 } });
  });
});

describe("an age", () => {
  const server: RowTexts = { ...textsOfRow("register", null), label: "Rack", what: "server", count: "1" };
  const read = (ageMonths: string, startMonth = "2027-01") =>
    readRow("register", { ...server, ageMonths }, { ...rowsInDollars, startMonth }, undefined);

  it("is typed in months, or as the month of purchase", () => {
    expect(read("34")).toMatchObject({ row: { ageMonths: 34 } });
    // From March 2024 to January 2027; what is bought in the first month is new.
    expect(read("2024-03")).toMatchObject({ row: { ageMonths: 34 } });
    expect(read("2027-01")).toMatchObject({ row: { ageMonths: 0 } });
  });

  it("is refused where what stands would be bought later, or in no month", () => {
    for (const text of ["2027-02", "2024-13", "2024-3"]) expect(read(text), text).toMatchObject({ ok: false });
  });
});
