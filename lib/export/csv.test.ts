import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateModel, evaluateWhole, netPresentOf } from "@/lib/model/evaluate";
import { safeCell, textCell, textOfCell } from "@/lib/text/csv-cell";
import { plainAmount } from "@/lib/value/amount";
import { complete } from "@/test/figures/complete";
import { byYear } from "./by-year";
import { csvLines } from "./csv";
import { dateOf, yearOf } from "./document";
import { projectionCsv } from "./projection-csv";
import { asksForSavings, savedCosts } from "./saved-costs";
import { yearSpanIn, yearsCsv } from "./years-csv";

/** Every sign that Unicode's NFKC makes one of a formula's, and the minus sign that it makes of some. */
const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((sign) =>
  ["=", "+", "-", "@", "\u2212"].includes(sign.normalize("NFKC")),
);
const unseen = [
  "",
  " ",
  "\u00a0",
  "\u3000",
  "\n ",
  "\u200b",
  "\u202e",
  "\ufeff",
  "\u2060",
  "\u00ad",
  "\u0001",
  "\ufe0f",
];

/** The first sign that shows, by walking over those that do not, one by one. */
function beginsFormula(text: string): boolean {
  const first = [...text].find((sign) => !/[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(sign));
  return /^[\t\r\n]/.test(text) || (first !== undefined && signs.includes(first));
}

describe("a cell of text", () => {
  it("never begins a formula, and comes back as it went", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("", ...unseen),
        fc.constantFrom("", ...signs, "\t", "\r", "\n"),
        fc.constantFrom("", "'", "''"),
        (rest, space, sign, apostrophes) => {
          const text = apostrophes + space + sign + rest;
          const cell = textCell(text);
          expect(beginsFormula(cell)).toBe(false);
          expect(textOfCell(cell)).toBe(text);
        },
      ),
    );
  });

  it("is guarded where it begins with a sign of another width, also behind what does not show", () => {
    expect(signs).toEqual(expect.arrayContaining(["\uff1d", "\uff0b", "\uff0d", "\uff20", "\ufe63", "\u2212"]));
    for (const sign of signs) {
      for (const space of unseen) {
        // A line that begins within the cell has its own guard.
        const within = space.replace("\n", "\n'");
        expect(textCell(`${space}${sign}1+1`), JSON.stringify(space + sign)).toBe(`'${within}${sign}1+1`);
        expect(textCell(`'${space}${sign}1`)).toBe(`''${within}${sign}1`);
      }
    }
    expect(textCell("a＝1")).toBe("a＝1");
  });

  it("begins no formula either where a spreadsheet parts cells by semicolons or tabs, and comes back as it went", () => {
    const piece = fc.constantFrom("x", "=1+1", "-", "@", "'", '"', ",", ";", "\t", "\r", "\n", " ", "\u200b", "＝");
    const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isRaw) => {
        const cell = textCell(text);
        expect(textOfCell(cell)).toBe(text);
        expect(safeCell(cell)).toBe(cell);
        // As it reads the line: where no quote opens a cell, quotes hold nothing together.
        const line = csvLines([["a", isRaw ? text : cell, "b"]]);
        for (const other of line.split(/[;\t\r\n]/)) expect(beginsFormula(other), JSON.stringify(line)).toBe(false);
      }),
    );
    expect(textCell("x;=1+1")).toBe("x;'=1+1");
    expect(textCell("Two lines:\n- one\n- two")).toBe("Two lines:\n'- one\n'- two");
    expect(textCell("a; b\nc")).toBe("a; b\nc");
  });

  it("is guarded by the writer too, where nobody has, and figures are left plain", () => {
    expect(["＝1", "=1", "'=1", "-5", "-1.5e-7", "-5+1", "0.5", "a"].map(safeCell)).toEqual([
      "'＝1",
      "'=1",
      "'=1",
      "-5",
      "-1.5e-7",
      "'-5+1",
      "0.5",
      "a",
    ]);
    expect(csvLines([["=HYPERLINK(1)", "-12.50"]])).toBe("'=HYPERLINK(1),-12.50\r\n");
  });

  it("is left alone where it is harmless", () => {
    expect(textCell("Peers' servers")).toBe("Peers' servers");
    expect(textCell("'quoted'")).toBe("'quoted'");
    expect(textCell("=1+1")).toBe("'=1+1");
    expect(textCell("'=1+1")).toBe("''=1+1");
  });

  it("is quoted as RFC 4180 says, and lines end in CRLF", () => {
    expect(csvLines([["a,b", 'say "so"', "two\r\nlines", "plain"]])).toBe(
      '"a,b","say ""so""","two\r\nlines",plain\r\n',
    );
  });
});

describe("an amount", () => {
  it("is rounded half away from zero to the currency's minor unit, without -0", () => {
    // 0.125 and 0.375 are exact in binary: ties go away from zero. The double of 1.005 lies below it. The yen has no minor unit.
    expect(
      ["USD", "JPY"].map((currency) =>
        [0.125, -0.125, 1.005, -0.001, 1234567.891, 2.5].map((x) => plainAmount(x, currency)),
      ),
    ).toEqual([
      ["0.13", "-0.13", "1.01", "0.00", "1234567.89", "2.50"],
      ["0", "0", "1", "0", "1234568", "3"],
    ]);
  });
});

describe("months and years", () => {
  it("puts months 1 to 12 into year 1 and set-up into year 0", () => {
    expect([0, 1, 12, 13, 24, 25, 120].map(yearOf)).toEqual([0, 1, 1, 2, 2, 3, 10]);
    expect(byYear([5, ...Array.from({ length: 13 }, (_, i) => i + 1)])).toEqual([5, 78, 13]);
  });

  it("dates a month by its first day", () => {
    expect([0, 1, 2, 13].map((month) => dateOf("2027-01", month))).toEqual([
      "2026-12-01",
      "2027-01-01",
      "2027-02-01",
      "2028-01-01",
    ]);
  });
});

describe("the exports", () => {
  const model = {
    name: "=Cost",
    startMonth: "2027-04",
    fiscalYearStart: 7,
    currency: "USD",
    scenarios: [
      {
        name: "base",
        result: evaluateModel(complete({ horizonMonths: 18 })),
        today: null,
        netPresent: () => netPresentOf(evaluateWhole(complete({ horizonMonths: 18 }))),
      },
    ],
  };
  const rowsOf = (csv: Iterable<string>) =>
    parse([...csv].join(""), { columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];

  it("projection.csv has a row for each architecture, view, month and category", () => {
    const rows = rowsOf(projectionCsv(model));
    // 4 architectures × 3 views × 19 months (set-up and 18) × 12 categories
    expect(rows).toHaveLength(4 * 3 * 19 * 12);
    const [first] = rows;
    expect(first).toEqual({
      model: "'=Cost",
      scenario: "base",
      architecture: "onPremises",
      view: "cash",
      period: "set-up",
      date: "2027-03-01",
      year: "0",
      month: "0",
      category: "hardware",
      // 11 servers at 14,000 and 3 storage servers at 11,000 (defaults.json), and a fifth of that for the network: 187,000 × 1.2
      amount: "224400.00",
      currency: "USD",
    });
  });

  it("years.csv adds the same figures up by year", () => {
    const rows = rowsOf(yearsCsv(model));
    // 4 architectures × 12 categories and a total, in cash and as net present cost
    expect(rows).toHaveLength(4 * 13 * 2);
    expect(Object.keys(rows[0] as object)).toEqual(
      "model,scenario,architecture,architectureName,category,categoryName,figure,currency,Set-up,Year 1,Year 2,Total".split(
        ",",
      ),
    );
    expect(Object.values(rows[5] as object).slice(0, 8)).toEqual(
      "'=Cost,base,onPremises,Own servers,staff,Staff,cash,USD".split(","),
    );
    const staff = rows.find((row) => row.architecture === "onPremises" && row.category === "staff");
    const monthly = rowsOf(projectionCsv(model)).filter(
      (row) => row.architecture === "onPremises" && row.view === "cash" && row.category === "staff" && row.year === "1",
    );
    const sum = monthly.reduce((total, row) => total + Number(row.amount), 0);
    // Twelve rounded months differ from the rounded year by half a cent each at the most.
    expect(Math.abs(Number(staff?.["Year 1"]) - sum)).toBeLessThan(0.06);
  });

  // Compliance in the cloud without inflation, 36,000 a year or 3,000 a month, over 18 months at 8 % a year. By the formula of an annuity with
  // i = 1.08^(1/12) − 1, worked out with thirty decimals: 3,000 × (1 − 1.08^−0.25)/i for April to June, 3,000 × (1.08^−0.25 − 1.08^−1.25)/i
  // for the fiscal year from July on, 3,000 × (1.08^−1.25 − 1.08^−1.5)/i for the rest.
  it("years.csv has net present cost, and fiscal years", () => {
    const inputs = complete({ horizonMonths: 18, cloudComplianceAnnual: 36_000, generalInflation: 0 });
    const scenarios = [
      {
        name: "base",
        today: null,
        result: evaluateModel(inputs),
        netPresent: () => netPresentOf(evaluateWhole(inputs)),
      },
    ];
    const compliance = rowsOf(yearsCsv({ ...model, scenarios }, "fiscalYear")).filter(
      (row) => row.architecture === "cloud" && row.category === "compliance",
    );
    expect(compliance.map(({ figure, ...row }) => [figure, ...Object.values(row).slice(7)])).toEqual([
      ["cash", "0.00", "9000.00", "36000.00", "9000.00", "54000.00"],
      ["netPresent", "0.00", "8885.42", "33880.39", "8070.46", "50836.27"],
    ]);
    expect(Object.keys(compliance[0] as object).slice(8)).toEqual([
      "Set-up",
      "FY 2026/27",
      "FY 2027/28",
      "FY 2028/29",
      "Total",
    ]);
  });

  // The cloud runs today. Compliance without inflation: 36,000 a year in the cloud, 12,000 on own servers, over 18 months; 2,000 a month
  // are saved. Net present two thirds of the annuity of 3,000 above: 2/3 × (8,885.42 + 33,880.39 + 8,070.46) = 33,890.85.
  it("both files have what is saved against what runs today, in figures of other names", () => {
    const inputs = complete({
      ...{ horizonMonths: 18, generalInflation: 0, currentArchitecture: "cloud" },
      ...{ cloudComplianceAnnual: 36_000, onPremisesComplianceAnnual: 12_000 },
    });
    const costs = { result: evaluateModel(inputs), netPresent: () => netPresentOf(evaluateWhole(inputs)) };
    const scenarios = [
      { name: "base", today: "cloud" as const, ...costs },
      { name: "from nothing", today: null, ...costs },
    ];
    const saved = savedCosts({ ...model, scenarios });
    if (saved === null) throw new Error("something runs today");
    const years = rowsOf(yearsCsv(saved));
    expect(Object.keys(years[0] as object).slice(3, 9)).toEqual(
      "architectureName,against,category,categoryName,figure,currency".split(","),
    );
    // Nothing runs today in the second scenario: it has no rows.
    expect(years).toHaveLength(4 * 13 * 2);
    const compliance = years.filter((row) => row.architecture === "onPremises" && row.category === "compliance");
    expect(compliance.map(({ against, figure, Total }) => [against, figure, Total])).toEqual([
      ["cloud", "cashSaved", "36000.00"],
      ["cloud", "netPresentSaved", "33890.85"],
    ]);
    const now = years.filter((row) => row.architecture === "cloud").flatMap((row) => Object.values(row).slice(9));
    expect(new Set(now)).toEqual(new Set(["0.00"]));
    const months = rowsOf(projectionCsv(saved)).filter(
      (row) => row.architecture === "onPremises" && row.view === "cash" && row.category === "compliance",
    );
    expect(months.map(({ saved: each }) => each)).toEqual(["0.00", ...Array.from({ length: 18 }, () => "2000.00")]);
    expect(Object.keys(months[0] as object)).not.toContain("amount");
    expect(savedCosts({ ...model, scenarios: scenarios.slice(1) })).toBeNull();
    expect(["", "against=today", "against=cloud"].map((text) => asksForSavings(new URLSearchParams(text)))).toEqual([
      ...[false, true, false],
    ]);
  });

  it("years.csv has years where anything but fiscal years is asked for", () => {
    const of = (text: string) => yearSpanIn(new URLSearchParams(text));
    expect(["", "by=month", "by=quarter", "by=fiscal-year"].map(of)).toEqual(["year", "year", "year", "fiscalYear"]);
  });
});
