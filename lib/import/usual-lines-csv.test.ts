import { describe, expect, it } from "vitest";
import type { FigureBook, OrganisationLine } from "@/lib/draft/figures/organisation-figure";
import { usualLinesCsv } from "@/lib/export/usual-lines-csv";
import { readUsualLinesCsv } from "./usual-lines-csv";

const money = { currency: "EUR", currencyRate: 0.92 };
const head = { revision: 4, changedAt: "2027-03-03T10:00:00.000Z", changedBy: "Ada" };
const line = (table: OrganisationLine["table"], row: object, isBegunWith = true): OrganisationLine => {
  const { id } = row as { id: string };
  return { ...head, id: `of ${id}`, table, key: id, content: { row: row as never, isBegunWith, ...money } };
};
const audit = line("customLines", {
  ...{ id: "audit", label: "=Audit", category: "compliance", architectures: ["cloud", "hybrid"], kind: "every" },
  ...{ amount: 9200.5, fromMonth: 3, everyMonths: 12, escalation: 0.02, note: "Two\nlines; and one" },
});
const firewall = line(
  "equipmentLines",
  {
    ...{ id: "firewall", label: "Firewall pair", category: "hardware", architectures: ["onPremises"], pieces: 2 },
    ...{ per: "site", price: 8200, lifeMonths: 48, upkeepRate: 0.15, ranges: { price: { low: 7000.5, high: 9500 } } },
  },
  false,
);
const admin = line("staffLines", {
  ...{ id: "admin", role: "Administrator", architectures: ["onPremises", "cloud"], fte: 1.5, pay: 92_000 },
  ...{ whole: true, leavesPerYear: 0.1 },
});
const book: FigureBook = {
  currency: { ...money, currencyRateDate: "2027-01-15" },
  currencyRevision: 1,
  figures: [],
  lines: [audit, firewall, admin],
};
const nothing = { ...book, lines: [] };

function read(text: string, known = book) {
  let made = 0;
  const outcome = readUsualLinesCsv(text, known, () => `new${++made}`);
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message);
  return outcome;
}

describe("usual lines as CSV", () => {
  it.each([
    ["comma", "point"],
    ["semicolon", "comma"],
    ["tab", "comma"],
  ] as const)("come back as they went, parted by %s with the decimal %s", (separator, decimal) => {
    const text = usualLinesCsv([admin, audit, firewall], { separator, decimal });
    expect(read(text)).toMatchObject({ changes: [], refused: [], same: 3 });
    expect(read(text, nothing).changes).toEqual(
      [audit, firewall, admin].map(({ table, key, content }) => ({ table, key, revision: 0, content, before: null })),
    );
  });

  it("name what they would change, over which revision", () => {
    const text = usualLinesCsv([firewall]).replace("8200", "8500").replace(",no,", ",yes,");
    expect(read(text).changes).toEqual([
      {
        ...{ table: "equipmentLines", key: "firewall", revision: 4, before: firewall.content },
        content: { ...firewall.content, row: { ...firewall.content.row, price: 8500 }, isBegunWith: true },
      },
    ]);
  });

  it("refuse what a spreadsheet has taken the point from, by what stands now", () => {
    const content = { ...audit.content, row: { ...audit.content.row, amount: 9200.125 } as never };
    const known = { ...book, lines: [{ ...audit, content }] };
    const text = usualLinesCsv(known.lines, { separator: "semicolon", decimal: "comma" });
    expect(read(text, known)).toMatchObject({ same: 1, refused: [] });
    expect(read(text.replace("9200,125", "9200125"), known).refused).toMatchObject([
      {
        reasons: [expect.stringMatching(/^Column amount: it is 9200.125 now, and the file has 9200125\./)],
      },
    ]);
  });

  it("without ids are the lines of their names, or new ones that models begin with", () => {
    const text = [
      "table,role,architectures,fte,pay",
      "staffLines,Administrator,onPremises,2,95000",
      "staffLines,Night watch,onPremises,1,60000",
    ].join("\r\n");
    expect(read(text).changes).toMatchObject([
      { key: "admin", revision: 4, content: { row: { id: "admin", fte: 2, pay: 95_000 }, isBegunWith: true } },
      { key: "new1", revision: 0, content: { row: { id: "new1", role: "Night watch" }, isBegunWith: true, ...money } },
    ]);
  });

  it("refuse rows by name, and take the others", () => {
    const text = [
      "table,id,label,role,category,architectures,kind,amount,fte,pay,isBegunWith,currency",
      "customLines,,Licence,,software,cloud,monthly,100,,,no,EUR",
      "machines,,Rack,,,,,,,,,",
      "customLines,,Stray,,software,cloud,monthly,100,2,,,",
      "customLines,,Dollars,,software,cloud,monthly,100,,,,USD",
      "customLines,,Much,,software,cloud,monthly,much,,,,",
      "staffLines,,,Nobody,,onPremises,,,-1,50000,,",
      "customLines,,Perhaps,,software,cloud,monthly,100,,,perhaps,",
      "customLines,audit,Audit,,compliance,cloud,monthly,1,,,,",
      "customLines,audit,Audit,,compliance,cloud,monthly,2,,,,",
      "customLines,a b,Bad id,,software,cloud,monthly,1,,,,",
    ].join("\r\n");
    const { changes, refused } = read(text);
    expect(changes.map(({ key }) => key)).toEqual(["new1", "audit"]);
    expect(changes[0]?.content.isBegunWith).toBe(false);
    expect(refused.map(({ line, key }) => [line, key])).toEqual([
      [3, "Rack"],
      [4, "Stray"],
      [5, "Dollars"],
      [6, "Much"],
      [7, "Nobody"],
      [8, "Perhaps"],
      [10, "Audit"],
      [11, "Bad id"],
    ]);
    expect(refused[1]?.reasons).toEqual(["Own lines have no column fte. Empty its cell."]);
    expect(refused[2]?.reasons[0]).toContain("EUR");
  });

  it("are no more than a table takes", () => {
    const row = (place: number) => `staffLines,Role ${place},cloud,1,50000`;
    const rows = Array.from({ length: 50 }, (_, place) => row(place));
    // One of 50 is there already.
    const { changes, refused } = read(["table,role,architectures,fte,pay", ...rows].join("\r\n"));
    expect(changes).toHaveLength(49);
    expect(refused).toMatchObject([{ line: 51, reasons: [expect.stringContaining("at most 50")] }]);
  });

  it("say which column is missing", () => {
    expect(readUsualLinesCsv("label,amount\r\nAudit,3\r\n", book, () => "x")).toMatchObject({ ok: false });
  });
});
