import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedInputs } from "@/lib/draft/inputs";
import type { ModelDraft } from "@/lib/draft/model";
import { inputsCsv } from "@/lib/export/inputs-csv";
import { readInputsCsv } from "@/lib/import/inputs-csv";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import { customLineKinds } from "@/lib/model/custom-lines";
import { type InputKey, inputList } from "@/lib/model/inputs";
import { checkDraft } from "@/lib/schemas/draft";
import { blankDraft } from "@/test/blank-draft";

const blank: ModelDraft = {
  ...blankDraft,
  name: "",
};
const written = (draft: ModelDraft, templateKey: string | null = null) =>
  [...inputsCsv({ ...draft, templateKey })].join("");

/** Texts that a spreadsheet, a parser of CSV or an import could take for something else. */
const hostile = fc
  .tuple(
    fc.constantFrom(
      "",
      "=1+1",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "'",
      "'=",
      "''=",
      '"',
      "a,b",
      "a;b",
      "\n",
      "\r\n",
      "\ufeff",
      "key",
    ),
    fc.string({ unit: "binary", maxLength: 30 }),
  )
  .map((parts) => parts.join(""));

const draftOf = fc
  .record({
    rate: fc.constantFrom(1, 0.92, 149.337),
    values: fc.dictionary(
      fc.constantFrom(...inputList.map(({ key }) => key)),
      fc.record({
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        note: hostile,
        source: hostile,
        ends: fc.constantFrom(0, 1, 2, 3),
      }),
      { maxKeys: 12 },
    ),
    lines: fc.array(
      fc.record(
        {
          label: hostile.map((text) => text.trim() || "A line"),
          category: fc.constantFrom("software", "staff"),
          architectures: fc.subarray([...architectures] as Architecture[], { minLength: 1 }),
          kind: fc.constantFrom(...customLineKinds),
          amount: fc.double({ noNaN: true, noDefaultInfinity: true }).map((amount) => amount + 0),
          fromMonth: fc.nat(60),
          toMonth: fc.nat(60),
          escalation: fc.double({ min: -0.9, max: 2, noNaN: true }).map((rise) => rise + 0),
        },
        { requiredKeys: ["label", "category", "architectures", "kind", "amount"] },
      ),
      { maxLength: 4 },
    ),
    name: hostile.map((text) => text.trim() || "A model"),
    description: hostile,
    startMonth: fc.constantFrom("2000-01", "2031-12"),
    fiscalYearStart: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ rate, values, lines, ...head }): unknown => {
    const { input } = declaredAt(rate);
    const inputs: Record<string, unknown> = {};
    const notes: Record<string, object> = {};
    for (const [key, { part, note, source, ends }] of Object.entries(values)) {
      const declared = input[key as InputKey];
      const isFigure = declared.format !== "choice" && declared.format !== "yesNo";
      const at = (share: number) =>
        declared.format === "choice"
          ? declared.choices[Math.floor(share * (declared.choices.length - 1))]
          : declared.integer
            ? Math.round(declared.min + share * (declared.max - declared.min))
            : Math.min(declared.max, declared.min + share * (declared.max - declared.min)) + 0;
      inputs[key] = at(part);
      notes[key] = {
        note,
        source,
        ...(isFigure && ends % 2 === 1 && { low: at(part / 2) }),
        ...(isFigure && ends > 1 && { high: at((part + 1) / 2) }),
      };
    }
    const currency = {
      currency: rate === 1 ? "USD" : "EUR",
      currencyRate: rate,
      currencyRateDate: rate === 1 ? null : "2027-01-15",
    };
    return { ...head, ...currency, inputs, notes, customLines: lines };
  })
  .map((given) => checkDraft(given))
  .filter((checked) => checked.ok)
  .map(({ draft }): ModelDraft => ({ ...draft, inputs: changedInputs(draft.inputs, draft.currencyRate) }));

describe("inputs.csv", () => {
  it("is what it was after it was written and read, whatever was typed into it", () => {
    fc.assert(
      fc.property(draftOf, (draft) => {
        const text = written(draft, "game-patches");
        const cells = parse(text).flat();
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-[\d.e+-]+$/.test(cell))).toEqual([]);
        expect(readInputsCsv(text, blank, true)).toEqual({ ok: true, draft, templateKey: "game-patches" });
      }),
      { numRuns: 60 },
    );
  });

  it("comes back from a spreadsheet that parts cells by semicolons, ends lines otherwise and marks the bytes", () => {
    const draft = { ...blank, inputs: { users: 70_000, discountRate: 0.065 }, notes: { users: { source: "CRM" } } };
    const isFigure = (cell: string) => /^-?\d+\.\d+$/.test(cell);
    const cells = parse(written(draft)).map((row) =>
      row.map((cell) => (isFigure(cell) ? cell.replace(".", ",") : cell)),
    );
    const text = `\ufeff${stringify(cells, { delimiter: ";" })}`;
    expect(readInputsCsv(text, { ...blank, name: "Mine" }, false)).toEqual({
      ok: true,
      draft: { ...draft, name: "Mine" },
      templateKey: null,
    });
  });

  it("changes what it names and leaves the rest as it is", () => {
    const draft: ModelDraft = {
      ...blank,
      name: "Mine",
      inputs: { users: 60_000, pue: 1.2 },
      notes: { users: { note: "counted", low: 1 }, pue: { note: "metered" } },
      customLines: [{ label: "Rent", category: "facility", architectures: ["cloud"], kind: "once", amount: 1 }],
    };
    // Without columns for sources and ends, those stay; the empty note goes. 50,000 is the default, and then no change.
    const read = readInputsCsv("key,value,note\r\nusers,50000,\r\n", draft, false);
    expect(read).toEqual({
      ok: true,
      draft: { ...draft, inputs: { pue: 1.2 }, notes: { users: { low: 1 }, pue: { note: "metered" } } },
      templateKey: null,
    });
    const none = readInputsCsv("key,value\ncustomLines,0\n", draft, false);
    expect(none).toMatchObject({ ok: true, draft: { customLines: [] } });
  });

  it("brings a model into the currency of the file", () => {
    // 6,000 dollars and a range from 20 dollars, at half a euro: 3,000 and 10 euros.
    const draft: ModelDraft = {
      ...blank,
      name: "Mine",
      notes: { cloudStoragePerTBMonth: { low: 20 } },
      customLines: [{ label: "Rent", category: "facility", architectures: ["cloud"], kind: "once", amount: 6_000 }],
    };
    const file = "key,value\nmodel.currency,EUR\nmodel.currencyRate,0.5\nmodel.currencyRateDate,2027-01-15\nusers,7\n";
    expect(readInputsCsv(file, draft, false)).toMatchObject({
      ok: true,
      draft: {
        currency: "EUR",
        currencyRate: 0.5,
        currencyRateDate: "2027-01-15",
        inputs: { users: 7 },
        notes: { cloudStoragePerTBMonth: { low: 10 } },
        customLines: [{ amount: 3_000 }],
      },
    });
  });
});

describe("a file that cannot be taken is refused by line and column", () => {
  const faults = (text: string, draft = blank) => {
    const read = readInputsCsv(text, { ...draft, name: "Mine" }, false);
    return read.ok ? [] : read.faults.map(({ message }) => message);
  };

  it.each([
    [
      "key,value\nusers,many\n",
      "Line 2, column value: “many” cannot be read as one number. Type it as 1234.5, without separators of thousands.",
    ],
    [
      // Written in Germany this is 80,000; elsewhere it is 80.
      "key;value\nusers;80.000\n",
      "Line 2, column value: “80.000” cannot be read as one number. Type it as 1234.5, without separators of thousands.",
    ],
    [
      'key,value\nusers,"80,000"\n',
      "Line 2, column value: “80,000” cannot be read as one number. Type it as 1234.5, without separators of thousands.",
    ],
    ["key,value\nusers,\n", "Line 2, column value: Users has no value. Type one, or remove the line."],
    [
      // The note takes lines 2 and 3.
      'key,value,note\nusers,5,"two\nlines"\npue,0.5,\n',
      "Line 4, column value: Power usage effectiveness must be between 1 and 5; the file says 0.5.",
    ],
    ["key,value\nusrs,5\n", "Line 2, column key: the model has no “usrs”. Correct the key, or remove the line."],
    ["key,value\nusers,5\n\nusers,6\n", "Line 4, column key: “users” stands twice in the file. Keep one of the lines."],
    [
      "key,value,unit\ncloudStoragePerTBMonth,20,EUR/TB/month\n",
      "Line 2, column unit: Object storage is read in USD/TB/month, not in “EUR/TB/month”. Give the figure in USD/TB/month.",
    ],
    [
      "key,value,low,high\nusers,5,9,3\n",
      "Line 2, column high: High of Users (3 users) must not be below its low (9 users). Change one of them.",
    ],
    [
      "key,value,remark\nusers,5,x\n",
      "Line 1: there is no column “remark”. The columns are key, label, value, unit, default, changed, note, source, low, high; rename or remove it.",
    ],
    ["key,value,value\nusers,5,6\n", "Line 1: the column “value” stands twice. Keep one."],
    [
      "key,value\nusers,5,6\n",
      "Line 2 has more cells than there are columns. Put a text that has a “,” into quotation marks.",
    ],
    [
      "name,amount\nx,5\n",
      "Line 1 must name the columns, with key and value among them. Download inputs.csv of a model and change that file.",
    ],
    [
      "",
      "Line 1 must name the columns, with key and value among them. Download inputs.csv of a model and change that file.",
    ],
    [
      "key,value\nmodel.fiscalYearStart,July\n",
      "Line 2, column value: “July” cannot be read as one number. Type it as 1234.5, without separators of thousands.",
    ],
    ["key,value\n", "The file has no figures, only names of columns."],
    [
      'key,value\nusers,"5\n',
      "Line 2 cannot be read as CSV: a quotation mark is out of place or not closed. Save the file again as CSV.",
    ],
    [
      "key,value\nmodel.currency,EUR\nmodel.currencyRate,0.5\n",
      "Line 2, column value: Say of which day the rate of EUR to the dollar is.",
    ],
    [
      "key,value\ncustomLines,2\ncustomLines.0.label,Rent\n",
      "Own lines must be numbered from customLines.0 on without a gap; 1 are given. The file says that there are 2. Correct the keys, or the number of lines.",
    ],
    [
      "key,value\ncustomLines.0.label,Rent\ncustomLines.0.category,rent\ncustomLines.0.architectures,cloud\ncustomLines.0.kind,once\ncustomLines.0.amount,5\n",
      /^Line 3, column value: Own line 1: Category must be one of hardware,.*; the file says "rent"\.$/,
    ],
  ])("%j", (text, message) => {
    const [first, ...more] = faults(text);
    expect(more).toEqual([]);
    if (typeof message === "string") expect(first).toBe(message);
    else expect(first).toMatch(message);
  });

  it("names the month of the fiscal year that there is not, where the file makes a model", () => {
    const read = readInputsCsv("key,value\nmodel.fiscalYearStart,13\n", { ...blank, name: "Mine" }, true);
    expect(read).toEqual({
      ok: false,
      faults: [
        {
          key: "fiscalYearStart",
          message:
            "Line 2, column value: First month of the fiscal year must be a whole number from 1 (January) to 12 (December).",
        },
      ],
    });
  });

  it("lists twenty faults and counts the rest", () => {
    const text = `key,value\n${Array.from({ length: 25 }, (_, i) => `nothing${i},1`).join("\n")}\n`;
    const found = faults(text);
    expect(found).toHaveLength(21);
    expect(found[20]).toBe("There are 5 more faults. Mend these first.");
  });
});
