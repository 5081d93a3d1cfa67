import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedInputs } from "@/lib/draft/inputs";
import type { ModelDraft } from "@/lib/draft/model";
import { trialCounts } from "@/lib/draft/uncertainty/uncertainty-settings";
import { inputsCsv } from "@/lib/export/inputs-csv";
import { readInputsCsv } from "@/lib/import/inputs-csv";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import { customLineKinds } from "@/lib/model/custom-lines";
import { type InputKey, inputList } from "@/lib/model/inputs";
import { driverKeys } from "@/lib/model/ranges/drivers";
import { fieldsOfTable, type RowField, type RowNumber } from "@/lib/model/rows/fields";
import { type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { evidenceKinds, type OwnRange, type RangeKind, rangeKinds } from "@/lib/model/spread/own-range";
import { checkDraft } from "@/lib/schemas/draft";
import { checkRow } from "@/lib/schemas/rows/check-rows";
import { rowsInDollars } from "@/lib/schemas/rows/row-schema";
import { blankDraft } from "@/test/blank-draft";
import { someRows } from "@/test/some-rows";

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

/** Any rows of a table, of whatever its fields allow. */
function anyRows(table: Exclude<RowTable, "customLines">): fc.Arbitrary<unknown[]> {
  const numberOf = ({ min = -1e9, max = 1e9, integer, isAboveMin }: RowNumber) =>
    integer
      ? fc.integer({ min, max: Math.min(max, 1e9) })
      : fc.double({ min, max, noNaN: true, minExcluded: isAboveMin ?? false }).map((value) => value + 0);
  const anyValue = (field: RowField): fc.Arbitrary<unknown> => {
    switch (field.format) {
      case "text":
        if (field.isMonth) return fc.constantFrom("2026-03", "2099-12");
        return field.isRequired ? hostile.map((text) => text.trim() || "A row") : hostile;
      case "choice":
        return fc.constantFrom(...field.choices);
      case "choices":
        return fc.subarray([...field.choices], { minLength: 1 });
      case "yesNo":
        return fc.boolean();
      default:
        return numberOf(field);
    }
  };
  const fields: [string, RowField][] = Object.entries(fieldsOfTable[table]);
  const row = fc.record(Object.fromEntries(fields.map(([key, field]) => [key, anyValue(field)])), {
    requiredKeys: fields.filter(([, field]) => field.isRequired).map(([key]) => key),
  });
  const ranged = fields.filter(([, field]) => "hasEnds" in field && field.hasEnds).map(([key]) => key);
  return fc
    .array(fc.tuple(row, fc.subarray(ranged), fc.boolean()), { maxLength: 3 })
    .map((rows) =>
      rows.map(([given, ends, hasId], place) => {
        const around = (value: number) => ({ low: value / 3, high: value * 2 });
        const ranges = Object.fromEntries(ends.map((key) => [key, around(given[key] as number)]));
        const share = table === "participantKinds" ? { share: 1 / rows.length } : {};
        return { ...given, ...share, ...(ends.length > 0 && { ranges }), ...(hasId && { id: `id-${place}` }) };
      }),
    )
    .map((rows) => rows.filter((one) => table === "participantKinds" || checkRow(table, one, rowsInDollars).ok));
}

const draftOf = fc
  .record({
    rate: fc.constantFrom(1, 0.92, 149.337),
    values: fc.dictionary(
      fc.constantFrom(...inputList.map(({ key }) => key)),
      fc.record({
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        note: hostile,
        source: hostile,
        kind: fc.constantFrom(undefined, ...rangeKinds),
        evidence: fc.constantFrom(undefined, ...evidenceKinds),
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
          low: fc.double({ max: 0, noNaN: true, noDefaultInfinity: true }).map((low) => low + 0),
          high: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((high) => high + 0),
          fromMonth: fc.nat(60),
          toMonth: fc.nat(60),
          escalation: fc.double({ min: -0.9, max: 2, noNaN: true }).map((rise) => rise + 0),
          note: hostile,
          source: hostile,
        },
        { requiredKeys: ["label", "category", "architectures", "kind", "amount"] },
      ),
      { maxLength: 4 },
    ),
    register: anyRows("register"),
    equipmentLines: anyRows("equipmentLines"),
    staffLines: anyRows("staffLines"),
    participantKinds: anyRows("participantKinds"),
    billLines: anyRows("billLines"),
    name: hostile.map((text) => text.trim() || "A model"),
    description: hostile,
    startMonth: fc.constantFrom("2000-01", "2031-12"),
    fiscalYearStart: fc.integer({ min: 1, max: 12 }),
    drivers: fc.dictionary(fc.constantFrom("pay", "energy"), fc.constantFrom("none", "some", "strong")),
    trials: fc.constantFrom(...trialCounts),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  })
  .map(({ rate, values, lines, ...head }): unknown => {
    const { input } = declaredAt(rate);
    const inputs: Record<string, unknown> = {};
    const notes: Record<string, object> = {};
    for (const [key, { part, note, source, kind, evidence }] of Object.entries(values)) {
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
        ...(evidence && { evidence }),
        ...(isFigure &&
          key !== "horizonMonths" &&
          kind && { range: rangeOf(kind, [at(part / 2), at(part), at((part + 1) / 2)] as number[]) }),
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

function rangeOf(kind: RangeKind, [low = 0, value = 0, high = 0]: number[]): object {
  switch (kind) {
    case "range":
      return { kind, low, high };
    case "uniform":
      return { kind, least: low, greatest: high };
    case "triangular":
      return { kind, least: low, likeliest: value, greatest: high };
    case "choices":
      return { kind, values: [high, low], weights: [0.25, 3] };
    case "samples":
      return { kind, values: [high, low, value, value, low] };
  }
}

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

  it("tries rows of every table with that", () => {
    const drafts = fc.sample(draftOf, { numRuns: 120, seed: 1 });
    for (const table of rowTables) expect(drafts.filter((draft) => draft[table].length > 0).length).toBeGreaterThan(5);
  });

  it("comes back from a spreadsheet that parts cells by semicolons, ends lines otherwise and marks the bytes", () => {
    const draft: ModelDraft = {
      ...blank,
      inputs: { users: 70_000, discountRate: 0.065 },
      notes: {
        users: { source: "CRM", evidence: "measured" },
        pue: { range: { kind: "range", low: 1.234, high: 1.9 } },
        peakToMean: { range: { kind: "samples", values: [1.125, 2.5, 3.375, 2, 4] } },
        sites: { range: { kind: "choices", values: [1, 2], weights: [0.75, 0.25] } },
      },
      drivers: { pay: "none" },
      trials: 1_000,
      seed: 7,
    };
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
    const range: OwnRange = { kind: "range", low: 1, high: 90_000 };
    const draft: ModelDraft = {
      ...blank,
      name: "Mine",
      inputs: { users: 60_000, pue: 1.2 },
      notes: { users: { note: "counted", range, evidence: "measured" }, pue: { note: "metered" } },
      trials: 100_000,
      customLines: [{ label: "Rent", category: "facility", architectures: ["cloud"], kind: "once", amount: 1 }],
    };
    // Without columns for sources and ends, those stay; the empty note goes. 50,000 is the default, and then no change.
    const read = readInputsCsv("key,value,note\r\nusers,50000,\r\n", draft, false);
    expect(read).toEqual({
      ok: true,
      draft: {
        ...draft,
        inputs: { pue: 1.2 },
        notes: { users: { range, evidence: "measured" }, pue: { note: "metered" } },
      },
      templateKey: null,
    });
    const none = readInputsCsv("key,value\ncustomLines,0\n", draft, false);
    expect(none).toMatchObject({ ok: true, draft: { customLines: [] } });
  });

  it("brings a model into the currency of the file", () => {
    // 6,000 dollars and a range from 20 to 30 dollars, at half a euro: 3,000, and 10 to 15 euros.
    const draft: ModelDraft = {
      ...blank,
      name: "Mine",
      notes: { cloudStoragePerTBMonth: { range: { kind: "range", low: 20, high: 30 } } },
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
        notes: { cloudStoragePerTBMonth: { range: { low: 10, high: 15 } } },
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
    [
      "key,value,low\nusers,50000,40000\n",
      "Line 2, column high: a range needs its low and its high. Give both, or neither.",
    ],
    [
      "key,value,low,high\nusers,50000,60000,70000\n",
      "Line 2, column low: The range of Users must hold the value in use, 50,000 users, between 60,000 users and 70,000 users; change the value or the range.",
    ],
    [
      "key,value,kind,figures\nusers,50000,triangular,1; 2\n",
      "Line 2, column figures: least, likeliest and greatest are three figures; there are 2.",
    ],
    [
      "key,value,kind,figures\nusers,50000,normal,1; 2\n",
      "Line 2, column kind: “normal”: a kind of range is one of range, uniform, triangular, choices, samples. Correct it, or empty the cells of the range.",
    ],
    [
      "key,value,kind,figures\nusers,50000,uniform,1; many\n",
      "Line 2, column figures: “many” cannot be read as one number. Type it as 1234.5, without separators of thousands.",
    ],
    [
      "key,value,evidence\nusers,50000,guessed\n",
      "Line 2, column evidence: “guessed” is none of certain, measured, estimated. Correct it.",
    ],
    ["key,value\nmodel.trials,500\n", "Line 2, column value: Trials must be one of 1,000, 10,000, 100,000."],
    [
      "key,value\nmodel.drivers.weather,some\n",
      `Line 2, column value: There is no driver "weather". The drivers are ${driverKeys.join(", ")}.`,
    ],
    ["key,value\nusrs,5\n", "Line 2, column key: the model has no “usrs”. Correct the key, or remove the line."],
    ["key,value\nusers,5\n\nusers,6\n", "Line 4, column key: “users” stands twice in the file. Keep one of the lines."],
    [
      "key,value,unit\ncloudStoragePerTBMonth,20,EUR/TB/month\n",
      "Line 2, column unit: Object storage is read in USD/TB/month, not in “EUR/TB/month”. Give the figure in USD/TB/month.",
    ],
    [
      "key,value,low,high\nusers,5,9,3\n",
      "Line 2, column low: The range of Users must rise from its lowest figure to its highest; change one of them.",
    ],
    [
      "key,value,remark\nusers,5,x\n",
      "Line 1: there is no column “remark”. The columns are key, label, value, unit, default, changed, note, source, low, high, kind, figures, weights, evidence, usualLow, usualHigh, scale, driver, sign, grade, basis; rename or remove it.",
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

describe("the blocks of rows", () => {
  const draft: ModelDraft = { ...blank, name: "A service", ...someRows };
  const text = written(draft);
  const faults = (file: string, onto = blank) => {
    const read = readInputsCsv(file, onto, true);
    return read.ok ? [] : read.faults.map(({ message }) => message);
  };

  it("begin with their number, then name their columns", () => {
    expect(text).toContain("\r\nregister,Register,2,number,,");
    expect(text).toContain(
      "\r\nregister.row,id,label,what,count,equivalents,ageMonths,pricePaid,watts,source,note,,,,,,,,,,\r\n" +
        "register.0,rack,Rack A,server,3,2,14,9000,350,Invoice 17,In the cellar,,,,,,,,,,\r\n",
    );
    expect(text).toContain(",onPremises hybrid,2,1; 3,site,4500,3600; 5400,-0.05,");
    expect(text).toContain("\r\nparticipantKinds,Kinds of participants,2,number,,");
  });

  it("leave the rows of the model where the file has none of them", () => {
    const without = text.replace(/\r\nregister[^\r]*/g, "");
    expect(readInputsCsv(without, draft, false)).toMatchObject({ ok: true, draft: { register: someRows.register } });
    expect(readInputsCsv(written(blank), { ...draft }, false)).toMatchObject({ ok: true, draft: { register: [] } });
  });

  it.each([
    [/\r\nregister\.1[^\r]*/, "", /^Register: the file says that there are 2 rows, and has 1\./],
    [/\r\nregister\.row[^\r]*/, "", /^Line \d+, column key: the names of the columns are missing before it/],
    [
      "server,3,2,",
      "server,2.5,2,",
      /^Line \d+, column count: Register row 1: Count must be a whole number; the file says 2\.5\.$/,
    ],
    ["server,3,2,", "server,three,2,", /^Line \d+, column count: “three” cannot be read as one number\./],
    ["label,what,count", "label,what,amount", /^Line \d+, column amount: Register has no column “amount”\./],
    ["1; 3,site", "3,site", /^Line \d+, column piecesRange: “3” is no range\. Write its low and its high as 10; 20\.$/],
    [
      "1; 3,site",
      "3; 4,site",
      /^Line \d+, column piecesRange: Equipment line 1: The range of Pieces must hold the figure itself/,
    ],
    [",Phones,0.9,", ",Phones,0.8,", /^Kinds of participants: their shares must sum to 100 %; they sum to 90 %\./],
  ])("are refused as a whole where %s is %s", (what, other, words) => {
    const file = text.replace(what, other);
    expect(file).not.toBe(text);
    expect(faults(file)[0]).toMatch(words);
  });

  it("are refused where a spreadsheet has taken a point for a mark of thousands", () => {
    const [rack, ...others] = someRows.register;
    const before: ModelDraft = { ...blank, register: rack ? [{ ...rack, pricePaid: 9.125 }, ...others] : [] };
    const file = written(before).replace("9.125", "9125");
    expect(faults(file, before)[0]).toMatch(/column pricePaid: it is 9\.125 now, and the file has 9125\./);
  });
});
