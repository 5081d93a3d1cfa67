import { type InputKey, isInputKey } from "@/lib/model/inputs";
import type { NumberFormat } from "@/lib/model/inputs/declaration";
import type { FieldError } from "@/lib/outcome";
import { quoted, readCellFigure } from "../cell-figure";
import type { FileDate } from "../file-date";
import type { DecimalMark, FigureMarks } from "../file-number";
import type { CellsOf } from "../rows/read-cell";
import { type Column, mostFaults, type Row } from "./rows";

const moneyFields = ["amount", "low", "high"];
const lineNumbers = new Set([...moneyFields, "fromMonth", "toMonth", "escalation", "everyMonths"]);
const lineTexts = ["label", "note", "source"];
const lineFields = ["id", "category", "architectures", "kind", ...lineTexts, ...lineNumbers];
const headFields = [
  "name",
  "description",
  "template",
  "startMonth",
  "fiscalYearStart",
  "currency",
  "currencyRate",
  "currencyRateDate",
  "trials",
  "seed",
];

/** Collects what a file says, and what is wrong, by line and column. */
export class Reader {
  private readonly marks: FigureMarks;

  /**
   * @param currency of the figures of the file
   * @param shown the marks that the file's own defaults show before decimals
   */
  constructor(
    delimiter: string,
    private readonly currency: string,
    shown: readonly DecimalMark[],
  ) {
    this.isForeign = delimiter !== ",";
    // Where semicolons part the cells, a comma stands before the decimals; "1.234" could then be either, and is refused. Tabs say nothing.
    const usual = ({ ",": ["."], "\t": [] } as const)[delimiter] ?? ([","] as const);
    this.marks = { decimals: shown.length > 0 ? shown : usual };
  }

  /** Whether a spreadsheet that writes otherwise than we do has saved the file. */
  readonly isForeign: boolean;
  /** Counts on: how many faults there are, of which the first are listed. */
  faultCount = 0;
  readonly faults: FieldError[] = [];
  /** The line and column that a fault of a checked draft belongs to. */
  readonly places = new Map<string, { line: number; column: string }>();
  readonly inputs = new Map<InputKey, Row>();
  readonly lines = new Map<number, Record<string, unknown>>();
  /** The rows of their amounts. */
  readonly amounts = new Map<number, Row>();
  rate: number | undefined;
  rateRow: Row | undefined;
  fiscalYearStart: number | undefined;
  trials: number | undefined;
  seed: number | undefined;
  /** Strengths by the key of their driver; none where the cell is empty. */
  readonly drivers = new Map<string, string>();
  readonly head = new Map<string, string>();
  lineCount: { row: Row; count: number } | null = null;

  fault({ line }: { line: number }, column: string, message: string) {
    this.add({ key: `line ${line}`, message: `Line ${line}, column ${column}: ${message}` });
  }

  add(fault: FieldError) {
    this.faultCount++;
    if (this.faults.length < mostFaults) this.faults.push(fault);
  }

  /** How cells of rows are read. */
  cellsOf(startMonth: string): CellsOf {
    return { marks: this.marks, currency: this.currency, startMonth };
  }

  /** A figure, or undefined where the cell is empty or holds none. */
  number(row: Row, column: Column, format: NumberFormat = "number"): number | undefined {
    const text = row.cells[column]?.trim() ?? "";
    if (text === "") return undefined;
    const read = readCellFigure(text, { marks: this.marks, currency: this.currency, format });
    if ("value" in read) return read.value;
    this.fault(row, column, read.message);
    return undefined;
  }

  /** The figures of a cell with ";" between them; undefined where one of them is none, or the cell is empty. */
  numbers(row: Row, column: Column, format: NumberFormat): number[] | undefined {
    const text = row.cells[column] ?? "";
    // To a spreadsheet several figures are a text, which keeps the points that it was written with.
    const marks: FigureMarks = text.includes(",") ? this.marks : { decimals: ["."] };
    const read = text.split(";").map((cell) => readCellFigure(cell.trim(), { marks, currency: this.currency, format }));
    const wrong = read.find((one) => "message" in one);
    if (wrong === undefined) return read.flatMap((one) => ("value" in one ? [one.value] : []));
    this.fault(row, column, wrong.message);
    return undefined;
  }

  /** A unit that is given must be the one in which the figure is read. */
  checkUnit(row: Row, unit: string, label: string) {
    const given = row.cells.unit?.trim() ?? "";
    if (given === "" || given === unit) return;
    this.fault(row, "unit", `${label} is read in ${unit}, not in ${quoted(given)}. Give the figure in ${unit}.`);
  }

  /** A date of the head as ISO 8601 has it; undefined where there is none, or where it has been found wrong. */
  date(field: string, read: (cell: string) => FileDate): string | undefined {
    const cell = this.head.get(field)?.trim() ?? "";
    if (cell === "") return undefined;
    const date = read(cell);
    if (date.ok) return date.text;
    this.fault({ line: this.places.get(field)?.line ?? 1 }, "value", date.message);
    return undefined;
  }

  take(row: Row) {
    const key = row.cells.key?.trim() ?? "";
    const [first, second = "", third = ""] = key.split(".");
    if (isInputKey(key)) this.takeOnce(this.inputs, key, row, row);
    else if (key === "customLines") this.lineCount = { row, count: this.number(row, "value") ?? Number.NaN };
    else if (first === "customLines" && /^\d{1,3}$/.test(second) && lineFields.includes(third)) {
      this.takeLine(row, Number(second), third);
    } else if (first === "model" && headFields.includes(second) && third === "") {
      this.takeOnce(this.head, second, row.cells.value ?? "", row);
      if (second === "currencyRate") {
        this.rate = this.number(row, "value");
        this.rateRow = row;
      }
      if (second === "fiscalYearStart" || second === "trials" || second === "seed")
        this[second] = this.number(row, "value");
      this.places.set(second, { line: row.line, column: "value" });
    } else if (first === "model" && second === "drivers" && third !== "") {
      this.takeOnce(this.drivers, third, row.cells.value?.trim() ?? "", row);
      this.places.set(`drivers.${third}`, { line: row.line, column: "value" });
    } else this.fault(row, "key", `the model has no ${quoted(key)}. Correct the key, or remove the line.`);
  }

  private takeOnce<K, V>(map: Map<K, V>, key: K, value: V, row: Row) {
    if (map.has(key))
      this.fault(row, "key", `${quoted(row.cells.key ?? "")} stands twice in the file. Keep one of the lines.`);
    map.set(key, value);
  }

  private takeLine(row: Row, place: number, field: string) {
    const line = this.lines.get(place) ?? {};
    this.lines.set(place, line);
    if (Object.hasOwn(line, field))
      this.fault(row, "key", `${quoted(row.cells.key ?? "")} stands twice. Keep one of the lines.`);
    if (field === "amount") this.amounts.set(place, row);
    this.places.set(`customLines.${place}.${field}`, { line: row.line, column: "value" });
    const text = row.cells.value ?? "";
    if (lineNumbers.has(field)) {
      const format = moneyFields.includes(field) ? "money" : field === "escalation" ? "yearlyChange" : "number";
      const value = this.number(row, "value", format);
      if (value !== undefined) line[field] = value;
    } else
      line[field] =
        field === "architectures"
          ? text.split(/[\s,;]+/).filter(Boolean)
          : lineTexts.includes(field)
            ? text
            : text.trim();
  }
}
