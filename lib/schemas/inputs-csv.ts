import { CsvError, parse } from "csv-parse/sync";
import { textOfCell } from "@/lib/csv-cell";
import { convertInputs, convertLines, convertRanges } from "@/lib/model/currency";
import { type CustomLineKind, customLineKinds } from "@/lib/model/custom-lines";
import { type InputKey, type Inputs, input, isInputKey } from "@/lib/model/inputs";
import { lineUnit, unitInCurrency } from "@/lib/unit-label";
import { checkDraft } from "./draft";
import { changedInputs } from "./inputs";
import type { Fault, InputNote, ModelDraft, Notes, ReadFigures } from "./model";

const columns = ["key", "label", "value", "unit", "default", "changed", "note", "source", "low", "high"] as const;
type Column = (typeof columns)[number];

interface Row {
  line: number;
  cells: Partial<Record<Column, string>>;
}

const lineFields = ["label", "category", "architectures", "kind", "amount", "fromMonth", "toMonth", "escalation"];
const lineNumbers = new Set(["amount", "fromMonth", "toMonth", "escalation"]);
const headFields = [
  "name",
  "description",
  "template",
  "startMonth",
  "fiscalYearStart",
  "currency",
  "currencyRate",
  "currencyRateDate",
];

/** Characters of a file; ours take 30,000 and what was written beside inputs, which is 240 kB at most. */
export const longestFile = 600_000;
/** More than this is not worth listing: the file is of another kind. */
const mostFaults = 20;

const quoted = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/** The table of a file. Spreadsheets of some languages part cells by semicolons or tabs. */
function rowsOf(text: string): { ok: true; rows: Row[]; delimiter: string } | { ok: false; faults: Fault[] } {
  const refuse = (message: string) => ({ ok: false as const, faults: [{ key: "file", message }] });
  const [head = ""] = text.split(/[\r\n]/, 1);
  const delimiter = [",", ";", "\t"].find((mark) => head.split(mark).length > 1) ?? ",";
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, { bom: true, delimiter, info: true, relax_column_count: true }) as never;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? `Line ${error.lines}` : "The file";
    return refuse(
      `${line} cannot be read as CSV: a quotation mark is out of place or not closed. Save the file again as CSV.`,
    );
  }
  const names = records[0]?.record.map((name) => name.trim()) ?? [];
  const faults: Fault[] = names.flatMap((name, place) => {
    if (name === "" && place > 0) return [];
    if (!columns.includes(name as Column)) {
      const message = `Line 1: there is no column ${quoted(name)}. The columns are ${columns.join(", ")}; rename or remove it.`;
      return [{ key: "line 1", message }];
    }
    return names.indexOf(name) < place
      ? [{ key: "line 1", message: `Line 1: the column ${quoted(name)} stands twice. Keep one.` }]
      : [];
  });
  if (!names.includes("key") || !names.includes("value")) {
    return refuse(
      "Line 1 must name the columns, with key and value among them. Download inputs.csv of a model and change that file.",
    );
  }
  const rows: Row[] = [];
  for (const [place, { record }] of records.entries()) {
    const line = (records[place - 1]?.info.lines ?? 0) + 1;
    if (place === 0 || record.every((cell) => cell.trim() === "")) continue;
    if (record.some((cell, column) => (names[column] ?? "") === "" && cell !== "")) {
      faults.push({
        key: `line ${line}`,
        message: `Line ${line} has more cells than there are columns. Put a text that has a “${delimiter}” into quotation marks.`,
      });
    }
    const cells = names.map((name, column) => [name, textOfCell(record[column] ?? "")] as const);
    rows.push({ line, cells: Object.fromEntries(cells.filter(([name]) => name !== "")) });
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rows, delimiter };
}

/**
 * A figure as programs and spreadsheets write it, without separators of thousands. Where commas do not part the cells, one may
 * stand before the decimals; "1.234" could then be either, and is refused.
 */
function plainNumber(text: string, delimiter: string): number | null {
  const hasCommas = delimiter !== ",";
  if (hasCommas && /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text)) return null;
  const digits = hasCommas && !text.includes(".") ? text.replace(",", ".") : text;
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(digits) ? Number(digits) : null;
}

/** Collects what a file says, and what is wrong, by line and column. */
class Reader {
  constructor(private readonly delimiter: string) {}

  readonly faults: Fault[] = [];
  /** The line and column that a fault of a checked draft belongs to. */
  readonly places = new Map<string, { line: number; column: Column }>();
  readonly inputs = new Map<InputKey, Row>();
  readonly lines = new Map<number, Record<string, unknown>>();
  /** The rows of their amounts. */
  readonly amounts = new Map<number, Row>();
  rate: number | undefined;
  fiscalYearStart: number | undefined;
  readonly head = new Map<string, string>();
  lineCount: { row: Row; count: number } | null = null;

  fault({ line }: { line: number }, column: Column, message: string) {
    this.faults.push({ key: `line ${line}`, message: `Line ${line}, column ${column}: ${message}` });
  }

  /** A figure, or undefined where the cell is empty or holds none. */
  number(row: Row, column: Column): number | undefined {
    const text = row.cells[column]?.trim() ?? "";
    if (text === "") return undefined;
    const value = plainNumber(text, this.delimiter);
    if (value === null)
      this.fault(
        row,
        column,
        `${quoted(text)} cannot be read as one number. Type it as 1234.5, without separators of thousands.`,
      );
    return value ?? undefined;
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
      if (second === "currencyRate") this.rate = this.number(row, "value");
      if (second === "fiscalYearStart") this.fiscalYearStart = this.number(row, "value");
      this.places.set(second, { line: row.line, column: "value" });
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
      const value = this.number(row, "value");
      if (value !== undefined) line[field] = value;
    } else
      line[field] =
        field === "architectures" ? text.split(/[\s,;]+/).filter(Boolean) : field === "label" ? text : text.trim();
  }
}

/** A unit that is given must be the one in which the figure is read. */
function checkUnit(reader: Reader, row: Row, unit: string, label: string) {
  const given = row.cells.unit?.trim() ?? "";
  if (given === "" || given === unit) return;
  reader.fault(row, "unit", `${label} is read in ${unit}, not in ${quoted(given)}. Give the figure in ${unit}.`);
}

function inputsOf(reader: Reader, base: ModelDraft): Pick<ModelDraft, "inputs" | "notes"> {
  const { currency, currencyRate } = base;
  const inputs: Record<string, number | string> = { ...base.inputs };
  const notes: Notes = { ...base.notes };
  for (const [key, row] of reader.inputs) {
    const declared = input[key];
    const text = row.cells.value?.trim() ?? "";
    if (declared.kind === "number") checkUnit(reader, row, unitInCurrency(declared.unit, currency), declared.label);
    if (text === "") reader.fault(row, "value", `${declared.label} has no value. Type one, or remove the line.`);
    const value = declared.kind === "choice" ? text : reader.number(row, "value");
    if (value !== undefined && text !== "") inputs[key] = value;
    const stated: InputNote = { ...notes[key] };
    for (const column of ["note", "source"] as const) {
      const written = row.cells[column];
      if (written === undefined) continue;
      if (written === "") delete stated[column];
      else stated[column] = written;
    }
    for (const column of ["low", "high"] as const) {
      if (row.cells[column] === undefined) continue;
      const end = reader.number(row, column);
      if (end === undefined) delete stated[column];
      else stated[column] = end;
    }
    notes[key] = stated;
    reader.places.set(key, { line: row.line, column: "value" });
    for (const column of ["note", "source", "low", "high"] as const) {
      reader.places.set(`notes.${key}.${column}`, { line: row.line, column });
    }
  }
  return { inputs: changedInputs(inputs as Partial<Inputs>, currencyRate), notes };
}

function linesOf(reader: Reader, base: ModelDraft): unknown[] {
  const { lineCount, lines } = reader;
  if (lineCount === null && lines.size === 0) return base.customLines;
  const places = [...lines.keys()].sort((a, b) => a - b);
  const isWhole = places.every((place, index) => place === index);
  if (!isWhole || (lineCount !== null && lineCount.count !== places.length)) {
    const said = lineCount === null ? "" : ` The file says that there are ${lineCount.row.cells.value}.`;
    const message = `Own lines must be numbered from customLines.0 on without a gap; ${places.length} are given.${said} Correct the keys, or the number of lines.`;
    reader.faults.push({ key: "customLines", message });
  }
  for (const [place, row] of reader.amounts) {
    const kind = lines.get(place)?.kind as CustomLineKind;
    if (customLineKinds.includes(kind)) checkUnit(reader, row, lineUnit(kind, base.currency), `Own line ${place + 1}`);
  }
  return places.map((place) => lines.get(place));
}

/** The draft that the file is read on top of: in the file's currency, where it names one. */
function inCurrencyOf(reader: Reader, draft: ModelDraft): ModelDraft {
  const currency = reader.head.get("currency")?.trim();
  if (currency === undefined) return draft;
  const rate = reader.rate ?? 1;
  const rateDate = reader.head.get("currencyRateDate")?.trim() || null;
  // What is wrong with a rate is said when the whole draft is checked; figures are not converted by one.
  const to = rate > 0 ? rate : draft.currencyRate;
  const from = draft.currencyRate;
  return {
    ...draft,
    currency,
    currencyRate: rate,
    currencyRateDate: rateDate,
    inputs: changedInputs(convertInputs(draft.inputs, from, to), to),
    customLines: convertLines(draft.customLines, from, to),
    notes: convertRanges(draft.notes, from, to),
  };
}

/**
 * Reads inputs.csv (lib/export/inputs-csv.ts) on top of a draft. A line that is left out changes nothing of the draft; a line that is there
 * sets the value of its input and, where the file has their columns, its note, source and range, which an empty cell takes away.
 * Own lines are taken all together or not at all. In the file's currency, if it names one.
 *
 * @param isNew whether the draft is of a model to be made: the file's name, description, first month and fiscal year count then
 */
export function readInputsCsv(text: string, draft: ModelDraft, isNew: boolean): ReadFigures {
  const table = rowsOf(text);
  if (!table.ok) return { ok: false, faults: table.faults.slice(0, mostFaults) };
  const reader = new Reader(table.delimiter);
  for (const row of table.rows) reader.take(row);
  if (table.rows.length === 0) {
    return { ok: false, faults: [{ key: "file", message: "The file has no figures, only names of columns." }] };
  }
  const base = inCurrencyOf(reader, draft);
  const { head } = reader;
  const given = {
    ...base,
    ...(isNew && head.has("name") && draft.name === "" && { name: head.get("name") }),
    ...(isNew && head.has("description") && { description: head.get("description") }),
    ...(isNew && head.has("startMonth") && { startMonth: head.get("startMonth")?.trim() }),
    ...(isNew && reader.fiscalYearStart !== undefined && { fiscalYearStart: reader.fiscalYearStart }),
    ...inputsOf(reader, base),
    customLines: linesOf(reader, base),
  };
  const checked = checkDraft(given);
  if (reader.faults.length === 0 && checked.ok) {
    return { ok: true, draft: checked.draft, templateKey: head.get("template")?.trim() || null };
  }
  const found = checked.ok ? [] : checked.faults.map((fault) => placed(fault, reader));
  // A value that was left out because it could not be read has had its fault.
  const faults = reader.faults.length > 0 ? [...reader.faults] : found;
  const more = faults.length - mostFaults;
  return {
    ok: false,
    faults: [
      ...faults.slice(0, mostFaults),
      ...(more > 0 ? [{ key: "file", message: `There are ${more} more faults. Mend these first.` }] : []),
    ],
  };
}

function placed(fault: Fault, reader: Reader): Fault {
  const own = /^customLines\.\d+/.exec(fault.key);
  const near = own ? `${own[0]}.label` : fault.key.startsWith("currencyRate") ? "currency" : "";
  const place = reader.places.get(fault.key) ?? reader.places.get(near);
  const message = place ? `Line ${place.line}, column ${place.column}: ${fault.message}` : fault.message;
  return { key: fault.key, message: message.replaceAll("you typed", "the file says") };
}
