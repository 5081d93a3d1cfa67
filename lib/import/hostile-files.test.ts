import { describe, expect, it } from "vitest";
import type { ModelDraft } from "@/lib/draft/model";
import { blankDraft } from "@/test/figures/blank-draft";
import { longestCell, longestFile, mostColumns, mostRows } from "./csv-table";
import { readInputsCsv } from "./inputs-csv";

const draft: ModelDraft = {
  ...blankDraft,
  name: "Mine",
};

/** The faults of a file, and the processor time in milliseconds that it took to find them. */
function read(text: string): { messages: string[]; time: number } {
  const begun = process.cpuUsage();
  const outcome = readInputsCsv(text, draft, false);
  const { user, system } = process.cpuUsage(begun);
  return { messages: outcome.ok ? [] : outcome.faults.map(({ message }) => message), time: (user + system) / 1_000 };
}

const fill = (row: string, length = longestFile) => row.repeat(Math.floor(length / row.length));

// Each of the first three once held the server: for 37 s, 3.5 s and 19 s.
describe("a file made to take long", () => {
  it.each([
    ["80 kB of digits", `key,value\nusers,${"1".repeat(80_000)}x\n`, /^Line 2 has more than 60,000 characters/],
    [
      "8,000 blank columns",
      `key,value${",".repeat(8_000)}\n${fill(`users,1${",".repeat(8_000)}\n`, 500_000)}`,
      /has 8,002 cells; a row may have 100/,
    ],
    ["290,000 short lines", `key,value\n${fill("x\n", 580_000)}`, /^The file has more than 5,000 rows/],
    ["rows without a cell", `key,value\n${fill(",\n", 580_000)}`, /^The file has more than 5,000 rows/],
    ["one row of commas", `key,value\n${fill(",", 590_000)}`, /^Line 2 has 590,001 cells; a row may have 100/],
    ["a quotation mark that is never closed", `key,value\n"${fill("a\n", 590_000)}`, /more than 60,000 characters/],
    ["quotation marks", `key,value\n${fill('""', 590_000)}`, /cannot be read as CSV|more than 60,000 characters/],
    ["a file that is too long", `${fill("a")}aa`, /^The file has 600,002 characters; it may have 600,000/],
    ["a first line of spaces", `sep=${fill(" ", 590_000)}`, /./],
    ["digits in every row", `key,value\n${fill(`users,${"1".repeat(100)}x\n`, 500_000)}`, /stands twice/],
    [
      "unknown keys in every row",
      `key,value\n${fill("nothing.nothing,1\n", 85_000)}`,
      /the model has no “nothing.nothing”/,
    ],
    ["own lines", `key,value\n${Array.from({ length: 999 }, (_, i) => `customLines.${i}.label,x`).join("\n")}`, /./],
    ["words of architectures", `key,value\ncustomLines.0.architectures,"${"a ".repeat(5_900)}"\n`, /./],
    ["spaces before a sign", `key,value\nusers,"${" ".repeat(11_000)}=1"\n`, /./],
    [
      "a date",
      `key,value\nmodel.currency,EUR\nmodel.currencyRateDate,"${"1".repeat(11_000)}"\n`,
      /cannot be read as one day/,
    ],
  ])("%s is refused in words", (_, text, message) => {
    const { messages, time } = read(text);
    expect(messages[0]).toMatch(message);
    expect(messages.length).toBeLessThanOrEqual(21);
    // Far above what each takes, a tenth of a second at most, and far below what they took.
    expect(time).toBeLessThan(2_000);
  });

  it("takes what is within the caps", () => {
    const blanks = `${",".repeat(mostColumns - 2)}\n`;
    const file = `key,value${blanks}${blanks.repeat(mostRows - 10).slice(0, 500_000 - (500_000 % mostColumns))}`;
    expect(read(`${file.slice(0, file.lastIndexOf("\n"))}\nusers,5${blanks}`).messages).toEqual([]);
    const note = "n".repeat(2_000);
    expect(read(`key,value,note,source\nusers,5,${note},${note}\n`).messages).toEqual([]);
    expect(read(`key,value\nusers,"${"n".repeat(longestCell)}"\n`).messages[0]).toMatch(/cannot be read as one number/);
  });
});
