import { describe, expect, it } from "vitest";
import type { ModelDraft } from "@/lib/draft/model";
import { inputsCsv } from "@/lib/export/inputs-csv";
import { driverKeys } from "@/lib/model/ranges/drivers";
import { blankDraft } from "@/test/figures/blank-draft";
import { someRows } from "@/test/figures/some-rows";
import { readInputsCsv } from "./inputs-csv";

const blank: ModelDraft = {
  ...blankDraft,
  name: "",
};
const written = (draft: ModelDraft, templateKey: string | null = null) =>
  [...inputsCsv({ ...draft, templateKey })].join("");

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
    [/\r\nregister\.1[^\r]*/, "", /^Register: the file says that it has 2 rows, and has 1\./],
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
