import { describe, expect, it } from "vitest";
import type { FigureBook, OrganisationFigure } from "@/lib/draft/figures/organisation-figure";
import { figuresCsv } from "@/lib/export/figures-csv";
import { readFiguresCsv } from "./figures-csv";

const head = { revision: 4, changedAt: "2027-03-03T10:00:00.000Z", changedBy: "Ada" };
const price: OrganisationFigure = {
  ...head,
  id: "1",
  key: "serverPrice",
  content: {
    ...{ value: 4600.5, low: 4140, high: 5520, evidence: "measured", source: "=Quote 17", note: "Two\nlines" },
    ...{ owner: "Purchasing", validFrom: "2027-03-03", reviewBy: "2028-03-03", currency: "EUR", currencyRate: 0.92 },
  },
};
const current: OrganisationFigure = { ...head, id: "2", key: "currentArchitecture", content: { value: "onPremises" } };
const book: FigureBook = {
  currency: { currency: "EUR", currencyRate: 0.92, currencyRateDate: "2027-01-15" },
  currencyRevision: 1,
  figures: [price, current],
  lines: [],
};
const nothing = { ...book, figures: [] };

function read(text: string, known = book) {
  const outcome = readFiguresCsv(text, known);
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message);
  return outcome;
}

describe("figures of an organisation as CSV", () => {
  it.each([
    ["comma", "point"],
    ["semicolon", "comma"],
    ["tab", "comma"],
  ] as const)("come back as they went, parted by %s with the decimal %s", (separator, decimal) => {
    const text = figuresCsv(book.figures, { separator, decimal });
    expect(read(text)).toMatchObject({ changes: [], refused: [], same: 2 });
    expect(read(text, nothing).changes.map(({ key, revision, content }) => ({ key, revision, content }))).toEqual([
      { key: "serverPrice", revision: 0, content: price.content },
      { key: "currentArchitecture", revision: 0, content: current.content },
    ]);
  });

  it("name what they would change, over which revision", () => {
    const [change, ...others] = read("key,value,owner\r\nserverPrice,4700,Purchasing\r\n").changes;
    expect(others).toEqual([]);
    expect(change).toEqual({
      ...{ key: "serverPrice", revision: 4, before: price.content },
      content: { value: 4700, owner: "Purchasing", currency: "EUR", currencyRate: 0.92 },
    });
  });

  it("refuse rows by name, and take the others", () => {
    const text = [
      "key,value,low,high,validFrom,currency",
      "users,60000,,,,",
      "users,70000,,,,",
      "nothing,1,,,,",
      "serverPrice,4700,,,,USD",
      "storedTB,many,,,,",
      "horizonMonths,-1,,,,",
      "egressTB,500,600,700,soon,",
    ].join("\r\n");
    const { changes, refused } = read(text);
    expect(changes.map(({ key }) => key)).toEqual(["users"]);
    expect(refused.map(({ line, key }) => [line, key])).toEqual([
      [3, "users"],
      [4, "nothing"],
      [5, "serverPrice"],
      [6, "storedTB"],
      [7, "horizonMonths"],
      [8, "egressTB"],
    ]);
    expect(refused[2]?.reasons[0]).toContain("EUR");
  });

  it("refuse what a spreadsheet has taken the point from, by what stands now or by what is usual", () => {
    const content = { ...price.content, value: 4600.125, low: 4140.5, high: 5520.125 };
    const known = { ...book, figures: [{ ...price, content }, current] };
    const german = "key;value;low;high\r\nserverPrice;4600125;4140,5;5520125\r\nbitrateMbps;5250;;\r\n";
    const { changes, refused } = read(german, known);
    expect(changes).toEqual([]);
    expect(refused.map(({ reasons }) => reasons)).toEqual([
      [
        expect.stringMatching(/^Column value: .* is 4600.125 now, and the file has 4600125\. A spreadsheet took/),
        expect.stringMatching(/^Column high: the high of .* is 5520.125 now, and the file has 5520125\./),
      ],
      // Usual are 2.5 to 8 Mbit/s, by model.md.
      [expect.stringMatching(/^Column value: .* is usually from 2.5 to 8, and the file has 5250:/)],
    ]);
    expect(read("key;value\r\nserverPrice;4600,125\r\nbitrateMbps;5,25\r\n", known)).toMatchObject({
      changes: [{ content: { value: 4600.125 } }, { content: { value: 5.25 } }],
      refused: [],
    });
  });

  it("say which column is missing", () => {
    expect(readFiguresCsv("label,amount\r\nUsers,3\r\n", book)).toMatchObject({ ok: false });
  });
});
