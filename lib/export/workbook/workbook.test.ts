import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { payInputs } from "@/lib/model/pay/pay";
import { noRows, type OwnRows, type RegisterRow } from "@/lib/model/rows/own-rows";
import { exportedOf, withEverything } from "@/test/workbook/exported";
import { readWorkbook } from "@/test/workbook/read-workbook";
import { modelWorkbook } from "./workbook";
import { workbookBytes } from "./zip";

const formulasOf = ({ sheets }: ReturnType<typeof modelWorkbook>) =>
  sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.formula ?? [])));

const textOf = (bytes: Uint8Array) =>
  Object.values(unzipSync(bytes))
    .map((content) => strFromU8(content))
    .join("\n");

describe("the workbook of a model", () => {
  const whole = modelWorkbook(exportedOf(withEverything));

  it("has its sheets in order, with names that a spreadsheet takes", () => {
    const names = whole.sheets.map(({ name }) => name);
    expect(names.slice(0, 9)).toEqual([
      ...["Answer", "Inputs", "Own lines", "Scenarios", "Years", "Who pays", "Trials", "Checks", "Break-even"],
    ]);
    expect(names).toContain("Capital");
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31 || /[\\/?*[\]:]/.test(name))).toEqual([]);
  });

  it("asks no spreadsheet for more than one of 2010 has", () => {
    const formulas = formulasOf(whole);
    const used = new Set(formulas.flatMap((formula) => formula.match(/[A-Z][A-Z0-9.]*(?=\()/g) ?? []));
    // All of Excel 2007 and LibreOffice 7 (OpenFormula); BETADIST is kept in both for older files.
    expect([...used].sort()).toEqual(
      [
        ...["ABS", "AND", "BETADIST", "CHOOSE", "COUNTIF", "EXP", "IF", "INDEX", "INT", "LEFT", "LN", "LOG10", "MATCH"],
        ...["MAX", "MIN", "NOT", "OR", "ROUND", "ROUNDUP", "SUM", "SUMIF", "SUMIFS", "SUMPRODUCT"],
      ].filter((name) => used.has(name)),
    );
    expect(Math.max(...formulas.map(({ length }) => length))).toBeLessThan(8192);
    for (const { validations = [] } of whole.sheets) {
      for (const { title, message } of validations) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(message.length).toBeLessThanOrEqual(255);
      }
    }
  });

  it("is the same bytes for the same figures, links nowhere and runs nothing", async () => {
    const bytes = await workbookBytes(exportedOf(withEverything));
    expect(bytes.equals(await workbookBytes(exportedOf(withEverything)))).toBe(true);
    const files = unzipSync(bytes);
    expect(Object.keys(files).filter((path) => /vba|externalLink|connections/i.test(path))).toEqual([]);
    for (const [path, content] of Object.entries(files)) {
      if (path.endsWith(".rels")) expect(strFromU8(content)).not.toContain("External");
    }
    expect(bytes.length).toBeLessThan(3_000_000);
  });

  it("guards what people typed as a CSV file does", async () => {
    const values = readWorkbook(await workbookBytes(exportedOf(withEverything)));
    expect(values.get("Answer")?.get("A1")).toBe("'=everything");
    expect(values.get("Own lines")?.get("A6")).toBe("'=1+1");
  });

  it("has the notes and sources of rows beside them, guarded as all texts", async () => {
    const [first, ...others]: readonly RegisterRow[] = withEverything.rows.register;
    const register = [{ ...(first as RegisterRow), note: "=1+2", source: "Invoice 7" }, ...others];
    const texts = async (rows: OwnRows) => [
      ...(readWorkbook(await workbookBytes(exportedOf({ ...withEverything, rows })))
        .get("Own lines")
        ?.values() ?? []),
    ];
    const noted = await texts({ ...noRows, ...withEverything.rows, register });
    expect(noted).toEqual(expect.arrayContaining(["Note", "'=1+2", "Source", "Invoice 7"]));
    expect(await texts({ ...noRows, ...withEverything.rows, register: others })).not.toContain("Invoice 7");
  });

  it("tells nothing of pay where a link leaves it out", async () => {
    const bytes = await workbookBytes(exportedOf({ ...withEverything, scenarios: [], leavesOutPay: true }));
    const all = textOf(bytes);
    expect(payInputs.length).toBeGreaterThan(10);
    expect(payInputs.filter((key) => new RegExp(`\\b${key}\\b`).test(all))).toEqual([]);
    const told = [
      "87654.25",
      "4321.5",
      "'=1+1",
      "76543.21",
      "Delegate",
      ".operationsFTE",
      ".cash.staff<",
      ".cash.contingency",
      ".runningCost",
    ];
    expect(told.filter((words) => all.includes(words))).toEqual([]);
    expect(all.includes("Staff and other")).toBe(true);
    // The same model shown whole has all of it: these are the words to look for.
    const shown = textOf(await workbookBytes(exportedOf(withEverything)));
    expect(told.filter((words) => !shown.includes(words))).toEqual([]);
  });
});
