import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { textOfBytes } from "@/app/_components/files/figures-file";
import type { ModelDraft } from "@/lib/draft/model";
import { declaredAt } from "@/lib/model/currency";
import { blankDraft } from "@/test/figures/blank-draft";
import { readInputsCsv } from "./inputs-csv";

const blank: ModelDraft = {
  ...blankDraft,
  name: "Mine",
};
const bytes = (name: string) => readFileSync(new URL(`./spreadsheets/${name}.csv`, import.meta.url));
const faults = (text: string, draft = blank, isNew = false) => {
  const read = readInputsCsv(text, draft, isNew);
  return read.ok ? [] : read.faults.map(({ message }) => message);
};
const inputs = (text: string, draft = blank) => {
  const read = readInputsCsv(text, draft, false);
  return read.ok ? read.draft.inputs : read.faults;
};

describe("a file that a spreadsheet has saved", () => {
  const asDownloaded = readInputsCsv(bytes("as-downloaded").toString(), blank, true);

  it("is taken as it was downloaded", () => {
    expect(asDownloaded).toMatchObject({
      ok: true,
      draft: { startMonth: "2027-02", currencyRate: 0.923, currencyRateDate: "2027-01-15", inputs: { users: 70_000 } },
    });
  });

  it("holds the same in French, and in UTF-16 with tabs", () => {
    expect(readInputsCsv(bytes("french").toString(), blank, true)).toEqual(asDownloaded);
    expect(readInputsCsv(textOfBytes(bytes("english-utf16-tabs")) ?? "", blank, true)).toEqual(asDownloaded);
  });

  it("is refused from a German one, in words that say why", () => {
    const found = faults(bytes("german").toString(), blank, true).join("\n");
    expect(found).toContain(
      "Line 3, column default: the default of Pay growth is 0.035, and the file has “35”. A spreadsheet took the decimal point for a mark of thousands",
    );
    expect(found).toContain("column value: the rate is 923, where the file's defaults are of 0.923.");
  });

  it("is refused also where it was cut to a row", () => {
    // Of this row alone: 1.135, the declared default, is 1135 in the German file. 5 is what someone typed.
    expect(faults("key;value;default\ncloudPue;5;1135\n")).toEqual([
      expect.stringContaining(
        "the default of Power usage effectiveness of the cloud is 1.135, and the file has “1135”.",
      ),
    ]);
    // 23 dollars at 0.923 are 21.229 euros.
    const euros = { ...blank, currency: "EUR", currencyRate: 0.923, currencyRateDate: "2027-01-15" };
    expect(declaredAt(0.923).defaults.cloudStoragePerTBMonth).toBe(21.229);
    expect(faults("key;value;default\ncloudStoragePerTBMonth;30;21229\n", euros)).toHaveLength(1);
    expect(faults("key;value;default\ncloudStoragePerTBMonth;30;21,229\n", euros)).toEqual([]);
  });

  it("is refused by the present figure where the default does not show it, or there is none", () => {
    const draft = { ...blank, inputs: { cloudStoragePerTBMonth: 12.345 } };
    const message = expect.stringContaining("Object storage is 12.345 now, and the file has 12345.");
    expect(faults("key;value\ncloudStoragePerTBMonth;12345\n", draft)).toEqual([message]);
    expect(faults("key,value,default\ncloudStoragePerTBMonth,12345,23\n", draft)).toEqual([message]);
    const line = {
      label: "Rent",
      category: "facility",
      architectures: ["cloud"],
      kind: "monthly",
      amount: 12.345,
    } as const;
    const file =
      "key;value\ncustomLines.0.label;Rent\ncustomLines.0.category;facility\ncustomLines.0.architectures;cloud\ncustomLines.0.kind;monthly\ncustomLines.0.amount;12345\n";
    expect(faults(file, { ...blank, customLines: [{ ...line, architectures: [...line.architectures] }] })).toHaveLength(
      1,
    );
  });

  it("is refused by the present ends of a range, of an input and of an own line, and by its rise", () => {
    const notes = { cloudStoragePerTBMonth: { range: { kind: "range" as const, low: 18.125, high: 30 } } };
    expect(faults("key;value;low;high;kind\ncloudStoragePerTBMonth;25;18125;30;range\n", { ...blank, notes })).toEqual([
      expect.stringContaining("the low of cloudStoragePerTBMonth is 18.125 now, and the file has 18125."),
    ]);
    const line = { label: "Rent", category: "facility", architectures: ["cloud"], kind: "monthly" } as const;
    const customLines = [
      { ...line, architectures: [...line.architectures], amount: 100, low: 90, high: 120.125, escalation: 0.025 },
    ];
    const row = (field: string, value: string) => `customLines.0.${field};${value}\n`;
    const file = `key;value\n${row("label", "Rent")}${row("category", "facility")}${row("architectures", "cloud")}${row("kind", "monthly")}${row("amount", "100")}${row("low", "90")}${row("high", "120125")}${row("escalation", "25")}`;
    expect(faults(file, { ...blank, customLines })).toEqual([
      expect.stringContaining("Line 8, column value: Own line 1, high is 120.125 now, and the file has 120125."),
      expect.stringContaining("Line 9, column value: Own line 1, escalation is 0.025 now, and the file has 25."),
    ]);
  });

  it("takes no tab for a sign of how figures are written", () => {
    expect(faults("key\tvalue\nusers\t70,000\n")).toEqual([
      expect.stringContaining("“70,000” cannot be read as one number"),
    ]);
    // 1.135 is the declared default: its mark stands before decimals.
    expect(inputs("key\tvalue\tdefault\ncloudPue\t1.125\t1.135\n")).toEqual({ cloudPue: 1.125 });
    expect(inputs("key\tvalue\tdefault\ncloudPue\t1,125\t1,135\n")).toEqual({ cloudPue: 1.125 });
  });

  it("is refused by what is usual where nothing else shows it, and says how the figure is taken all the same", () => {
    // Usual are 2.5 to 8 Mbit/s, by model.md.
    expect(faults("key;value\nbitrateMbps;5250\n")).toEqual([
      "Line 2, column value: Rate at which one user takes delivery is usually from 2.5 to 8, and the file has 5250: a spreadsheet may have taken the point of 5.25 for a mark of thousands. Type it as 5.25, or as 5250.0 if that is meant.",
    ]);
    expect(inputs("key;value\nbitrateMbps;5250.0\n")).toEqual({ bitrateMbps: 5_250 });
    expect(inputs("key;value\nusers;50000000\n")).toEqual({ users: 50_000_000 });
    // What we wrote ourselves is taken as it stands.
    expect(inputs("key,value,default\nbitrateMbps,5250,5\n")).toEqual({ bitrateMbps: 5_250 });
  });

  it.each([
    ["discountRate", "6.5%", 0.065],
    ["discountRate", "6,5 %", 0.065],
    ["users", "1.2E+05", 120_000],
    ["users", "1,2E+05", 120_000],
    ["cloudStoragePerTBMonth", "$20.50", 20.5],
    ["cloudStoragePerTBMonth", "20,50 $", 20.5],
    ["cloudStoragePerTBMonth", "USD 20.5", 20.5],
    ["users", "1.234.567", 1_234_567],
    ["users", "1,234,567", 1_234_567],
    ["users", "70 000", 70_000],
    ["users", "70\u202f000,0", 70_000],
    ["serverPrice", "12.345,50", 12_345.5],
  ])("%s of %s is read", (key, cell, value) => {
    expect(inputs(`key\tvalue\n${key}\t${cell}\n`)).toEqual({ [key]: value });
  });

  it.each([
    ["users", "5%", /“5%” is a percentage; this figure is not/],
    ["cloudStoragePerTBMonth", "€20", /“€20” is in another currency: the file is in USD/],
    ["cloudStoragePerTBMonth", "20 EUR", /is in another currency/],
    ["users", "$20", /“\$20” has a sign of a currency; this figure is no money/],
    ["pue", "01. Mai", /“01. Mai” is no number; a spreadsheet may have made a date of one/],
    ["pue", "Jan-50", /“Jan-50” is no number; a spreadsheet may have made a date of one/],
    ["users", "80.000", /“80.000” cannot be read as one number/],
    ["users", "#####", /“#####” cannot be read as one number/],
    ["users", "1 2", /“1 2” cannot be read as one number/],
  ])("%s of %s is explained", (key, cell, message) => {
    expect(faults(`key\tvalue\n${key}\t${cell}\n`)).toEqual([expect.stringMatching(message)]);
  });

  it("is read where a first line says how cells are parted, whatever marks its bytes", () => {
    expect(inputs("\ufeffsep=;\r\nkey;value\r\nusers;70000\r\n")).toEqual({ users: 70_000 });
    expect(inputs('"sep=|"\nkey|value\nusers|70000\n')).toEqual({ users: 70_000 });
    expect(inputs("sep=\t\nkey\tvalue\nusers\t70000\n")).toEqual({ users: 70_000 });
    expect(faults("sep=;\nkey;value\nusers;many\n")).toEqual([expect.stringContaining("Line 3, column value")]);
  });
});

describe("a month and a day that a spreadsheet has written again", () => {
  const month = (cell: string) => {
    const read = readInputsCsv(`key,value\nmodel.startMonth,"${cell}"\n`, blank, true);
    return read.ok ? read.draft.startMonth : read.faults[0]?.message;
  };
  const day = (cell: string) => {
    const file = `key,value\nmodel.currency,EUR\nmodel.currencyRate,0.9\nmodel.currencyRateDate,"${cell}"\n`;
    const read = readInputsCsv(file, blank, true);
    return read.ok ? read.draft.currencyRateDate : read.faults[0]?.message;
  };

  it.each([
    ["2027-02", "2027-02"],
    ["2027-2", "2027-02"],
    ["02/2027", "2027-02"],
    ["2/1/2027", "2027-02"],
    ["01/02/2027", "2027-02"],
    ["1/1/2027", "2027-01"],
    ["01.02.2027", "2027-02"],
    ["2027-02-01", "2027-02"],
    ["2027-02-01 00:00:00", "2027-02"],
    ["Feb 2027", "2027-02"],
    ["Febr. 2027", "Line 2, column value: “Febr. 2027” cannot be read as a month. Write it as 2027-01."],
    ["März 2027", "2027-03"],
    ["Feb-45", "2045-02"],
    ["Feb-27", "Line 2, column value: “Feb-27” could be 27 February or February 2027. Write the month as 2027-02."],
    ["27. Feb", "Line 2, column value: “27. Feb” could be 27 February or February 2027. Write the month as 2027-02."],
    ["15.02.2027", "Line 2, column value: “15.02.2027” is a day and not a month. Write the month as 2027-02."],
    ["46419", "Line 2, column value: “46419” cannot be read as a month. Write it as 2027-01."],
  ])("month %s", (cell, expected) => expect(month(cell)).toBe(expected));

  it.each([
    ["2027-01-15", "2027-01-15"],
    ["15.01.2027", "2027-01-15"],
    ["1/15/2027", "2027-01-15"],
    ["15/1/2027", "2027-01-15"],
    ["2027/01/15", "2027-01-15"],
    ["2/2/2027", "2027-02-02"],
    ["15. Januar 2027", "2027-01-15"],
    ["Jan 15, 2027", "2027-01-15"],
    ["1/2/2027", "Line 4, column value: “1/2/2027” could be 2027-01-02 or 2027-02-01. Write the one that is meant."],
    ["15-Jan-27", "Line 4, column value: “15-Jan-27” cannot be read as one day. Write it as 2027-01-15."],
    ["30.02.2027", "Line 4, column value: “30.02.2027” cannot be read as one day. Write it as 2027-01-15."],
  ])("day %s", (cell, expected) => expect(day(cell)).toBe(expected));
});
