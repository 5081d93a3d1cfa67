import { changedInputs } from "@/lib/draft/inputs";
import type { InputNote, ModelDraft, Notes, ReadFigures } from "@/lib/draft/model";
import {
  convertInputs,
  convertLines,
  convertRanges,
  type DeclaredInputs,
  declaredAt,
  isMoney,
} from "@/lib/model/currency";
import { type CustomLineKind, customLineKinds } from "@/lib/model/custom-lines";
import { type InputKey, type Inputs, isInputKey } from "@/lib/model/inputs";
import { isPercentage, type NumberFormat } from "@/lib/model/inputs/declaration";
import type { FieldError, Outcome } from "@/lib/outcome";
import { checkDraft } from "@/lib/schemas/draft";
import { textOfCell } from "@/lib/text/csv-cell";
import { textFault } from "@/lib/text/text-fault";
import { lineUnit, unitInCurrency } from "@/lib/value/unit-label";
import { readCsvTable } from "./csv-table";
import { type FileDate, readFileDay, readFileMonth } from "./file-date";
import { couldBeThousands, type DecimalMark, type FileFigure, readFileFigure } from "./file-number";
import { hasLostItsPoint, lostPoint, lostPointFault } from "./lost-point";

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

/** More than this is not worth listing: the file is of another kind. */
const mostFaults = 20;

const quoted = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/** The cells of a file by the names of their columns. */
function rowsOf(text: string): Outcome<{ rows: Row[]; delimiter: string }> {
  const refuse = (message: string) => ({ ok: false as const, faults: [{ key: "file", message }] });
  const table = readCsvTable(text);
  if (!table.ok) return refuse(table.message);
  const { names, delimiter } = table;
  const faults: FieldError[] = names.flatMap((name, place) => {
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
  const rows = table.rows.map(({ line, cells: record }): Row => {
    if (faults.length < mostFaults && record.some((cell, column) => (names[column] ?? "") === "" && cell !== "")) {
      faults.push({
        key: `line ${line}`,
        message: `Line ${line} has more cells than there are columns. Put a text that has a “${delimiter}” into quotation marks.`,
      });
    }
    const cells = names.map((name, column) => [name, textOfCell(record[column] ?? "")] as const);
    return { line, cells: Object.fromEntries(cells.filter(([name]) => name !== "")) };
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rows, delimiter };
}

/** What a cell says where a yes or a no is asked for, as spreadsheets of some languages write it. */
const truths = new Map([
  ...["true", "wahr", "vrai", "verdadero", "vero", "waar", "verdadeiro"].map((word) => [word, 1] as const),
  ...["false", "falsch", "faux", "falso", "onwaar"].map((word) => [word, 0] as const),
]);

/** The sign of a currency: "€" for EUR, "$" for each dollar. */
function signOf(currency: string): string | undefined {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
    return format.formatToParts(0).find(({ type }) => type === "currency")?.value;
  } catch {
    // Not a code: that is said when the draft is checked.
    return undefined;
  }
}

/** Collects what a file says, and what is wrong, by line and column. */
class Reader {
  /** The marks that stand before decimals where a figure alone does not tell. */
  private readonly decimals: readonly DecimalMark[];

  /**
   * @param currency of the figures of the file
   * @param hasPoints whether the file's own defaults show that a point stands before decimals
   */
  constructor(
    delimiter: string,
    private readonly currency: string,
    hasPoints: boolean,
  ) {
    this.isForeign = delimiter !== ",";
    // Where commas do not part the cells, one may stand before the decimals; "1.234" could then be either, and is refused.
    this.decimals = delimiter === "," ? ["."] : hasPoints ? [".", ","] : [","];
  }

  /** Whether a spreadsheet that writes otherwise than we do has saved the file. */
  readonly isForeign: boolean;
  /** Counts on: how many faults there are, of which the first are listed. */
  faultCount = 0;
  readonly faults: FieldError[] = [];
  /** The line and column that a fault of a checked draft belongs to. */
  readonly places = new Map<string, { line: number; column: Column }>();
  readonly inputs = new Map<InputKey, Row>();
  readonly lines = new Map<number, Record<string, unknown>>();
  /** The rows of their amounts. */
  readonly amounts = new Map<number, Row>();
  rate: number | undefined;
  rateRow: Row | undefined;
  fiscalYearStart: number | undefined;
  readonly head = new Map<string, string>();
  lineCount: { row: Row; count: number } | null = null;

  fault({ line }: { line: number }, column: Column, message: string) {
    this.add({ key: `line ${line}`, message: `Line ${line}, column ${column}: ${message}` });
  }

  add(fault: FieldError) {
    this.faultCount++;
    if (this.faults.length < mostFaults) this.faults.push(fault);
  }

  /**
   * A figure, or undefined where the cell is empty or holds none.
   *
   * @param format of the input that it is of: only a share may be a percentage, only money has a sign of its currency
   */
  number(row: Row, column: Column, format: NumberFormat = "number"): number | undefined {
    const text = row.cells[column]?.trim() ?? "";
    if (text === "") return undefined;
    const truth = format === "yesNo" ? truths.get(text.toLowerCase()) : undefined;
    if (truth !== undefined) return truth;
    const figure = readFileFigure(text, this.decimals);
    const message = figure === null ? unreadable(text) : this.wrongSign(text, figure, format);
    if (message !== undefined) this.fault(row, column, message);
    return message === undefined ? figure?.value : undefined;
  }

  private wrongSign(text: string, { isPercent, currency }: FileFigure, format: NumberFormat): string | undefined {
    const isMoney = format === "money";
    if (isPercent && !isPercentage({ format }))
      return `${quoted(text)} is a percentage; this figure is not. Give it as a number.`;
    if (currency === "" || (currency === this.currency && isMoney)) return undefined;
    if (isMoney && currency === signOf(this.currency)) return undefined;
    return isMoney
      ? `${quoted(text)} is in another currency: the file is in ${this.currency}. Give the figure in ${this.currency}.`
      : `${quoted(text)} has a sign of a currency; this figure is no money. Give it as a number.`;
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
      const format = field === "amount" ? "money" : field === "escalation" ? "yearlyChange" : "number";
      const value = this.number(row, "value", format);
      if (value !== undefined) line[field] = value;
    } else
      line[field] =
        field === "architectures" ? text.split(/[\s,;]+/).filter(Boolean) : field === "label" ? text : text.trim();
  }
}

function unreadable(text: string): string {
  return /\p{L}{3}|\d[-/.]\d+[-/.]\d|^\d{1,2}[. -]+\p{L}+/u.test(text) && /\d/.test(text)
    ? `${quoted(text)} is no number; a spreadsheet may have made a date of one. Type the figure again, as 1234.5.`
    : `${quoted(text)} cannot be read as one number. Type it as 1234.5, without separators of thousands.`;
}

/** A unit that is given must be the one in which the figure is read. */
function checkUnit(reader: Reader, row: Row, unit: string, label: string) {
  const given = row.cells.unit?.trim() ?? "";
  if (given === "" || given === unit) return;
  reader.fault(row, "unit", `${label} is read in ${unit}, not in ${quoted(given)}. Give the figure in ${unit}.`);
}

/** The rate of the file's currency, where all defaults of money are a thousand times smaller than it would make them. */
function checkRate(reader: Reader, base: ModelDraft, draft: ModelDraft) {
  const { rate, rateRow } = reader;
  if (rate === undefined || rateRow === undefined) return;
  const lost = [...reader.inputs].find(([key, row]) => {
    const declared = declaredAt(base.currencyRate).input[key];
    const written = readFileFigure(row.cells.default ?? "", [".", ","])?.value;
    return (
      isMoney(declared) && written !== undefined && written !== 0 && Math.abs(declared.default / written - 1000) < 1e-6
    );
  });
  if (lost !== undefined || hasLostItsPoint(rate, draft.currencyRate, 3)) {
    reader.fault(
      rateRow,
      "value",
      `the rate is ${rate}, where the file's defaults are of ${rate / 1000}. ${lostPoint}`,
    );
  }
}

function inputsOf(
  reader: Reader,
  base: ModelDraft,
  defaults: readonly DeclaredInputs["defaults"][],
  { input }: DeclaredInputs,
): Pick<ModelDraft, "inputs" | "notes"> {
  const { currency, currencyRate } = base;
  const inputs: Record<string, number | string> = { ...base.inputs };
  const notes: Notes = { ...base.notes };
  for (const [key, row] of reader.inputs) {
    const declared = input[key];
    const text = row.cells.value?.trim() ?? "";
    if (text === "") reader.fault(row, "value", `${declared.label} has no value. Type one, or remove the line.`);
    const isChoice = declared.format === "choice";
    const value = isChoice ? text : reader.number(row, "value", declared.format);
    if (!isChoice) checkUnit(reader, row, unitInCurrency(declared.unit, currency), declared.label);
    if (!isChoice && typeof value === "number") {
      const written = { value: text, default: row.cells.default?.trim() ?? "" };
      const present = base.inputs[key] ?? defaults[0]?.[key];
      const lost = lostPointFault({ declared, value, present, written, defaults, isForeign: reader.isForeign });
      if (lost) reader.fault(row, lost.column, lost.message);
    }
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
      const end = reader.number(row, column, isChoice ? "number" : declared.format);
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
    reader.add({ key: "customLines", message });
  }
  for (const [place, row] of reader.amounts) {
    const kind = lines.get(place)?.kind as CustomLineKind;
    const label = `Own line ${place + 1}`;
    if (customLineKinds.includes(kind)) checkUnit(reader, row, lineUnit(kind, base.currency), label);
    const amount = lines.get(place)?.amount;
    const present = base.customLines.find((line) => line.label === lines.get(place)?.label)?.amount;
    if (typeof amount === "number" && present !== undefined && hasLostItsPoint(amount, present, 3)) {
      reader.fault(row, "value", `${label} is ${present} now, and the file has ${amount}. ${lostPoint}`);
    }
  }
  return places.map((place) => lines.get(place));
}

/** The draft that the file is read on top of: in the file's currency, where it names one. */
function inCurrencyOf(reader: Reader, draft: ModelDraft): ModelDraft {
  const currency = reader.head.get("currency")?.trim();
  if (currency === undefined) return draft;
  const rate = reader.rate ?? 1;
  const rateDate = reader.date("currencyRateDate", readFileDay) ?? null;
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
 * Whether "12.345" is twelve and a bit in this file: a default that is written so is the declared one, and none is written with points
 * between its thousands.
 */
function hasPointsIn(rows: readonly Row[], draft: ModelDraft): boolean {
  const rateCell = rows.find(({ cells }) => cells.key?.trim() === "model.currencyRate")?.cells.value ?? "";
  const { defaults } = declaredAt(readFileFigure(rateCell, [".", ","])?.value || draft.currencyRate);
  const written = rows.flatMap(({ cells }) => {
    const key = cells.key?.trim() ?? "";
    const cell = cells.default?.trim() ?? "";
    return isInputKey(key) && cell.includes(".") && couldBeThousands(cell) ? [{ cell, declared: defaults[key] }] : [];
  });
  const isWhole = ({ cell, declared }: (typeof written)[number]) => Number(cell.replace(".", "")) === declared;
  return written.some(({ cell, declared }) => Number(cell) === declared) && !written.some(isWhole);
}

/** What the file is of, beside its figures: the currency that it names, else that of the draft. */
function currencyOf(rows: readonly Row[], draft: ModelDraft): string {
  return rows.find(({ cells }) => cells.key?.trim() === "model.currency")?.cells.value?.trim() || draft.currency;
}

/**
 * Reads inputs.csv (lib/export/inputs-csv.ts) on top of a draft. A line that is left out changes nothing of the draft; a line that is there
 * sets the value of its input and, where the file has their columns, its note, source and range, which an empty cell takes away.
 * Own lines are taken all together or not at all. In the file's currency, if it names one.
 *
 * @param isNew whether the draft is of a model to be made: the file's name, description, first month and fiscal year count then
 * @param declaredAtRate whose bounds count: today's, or those of the version that the model keeps to
 */
export function readInputsCsv(
  text: string,
  draft: ModelDraft,
  isNew: boolean,
  declaredAtRate: (rate: number) => DeclaredInputs = declaredAt,
): ReadFigures {
  const unstorable = textFault("The file", text);
  if (unstorable) return { ok: false, faults: [{ key: "file", message: unstorable }] };
  const table = rowsOf(text);
  if (!table.ok) return { ok: false, faults: table.faults.slice(0, mostFaults) };
  const reader = new Reader(table.delimiter, currencyOf(table.rows, draft), hasPointsIn(table.rows, draft));
  for (const row of table.rows) reader.take(row);
  if (table.rows.length === 0) {
    return { ok: false, faults: [{ key: "file", message: "The file has no figures, only names of columns." }] };
  }
  const base = inCurrencyOf(reader, draft);
  checkRate(reader, base, draft);
  const rate = base.currencyRate;
  // Files are written with today's defaults; one of an older installation has those of its version.
  const defaults = [declaredAt(rate).defaults, declaredAtRate(rate).defaults];
  const { head } = reader;
  const given = {
    ...base,
    ...(isNew && head.has("name") && draft.name === "" && { name: head.get("name") }),
    ...(isNew && head.has("description") && { description: head.get("description") }),
    ...(isNew &&
      head.has("startMonth") && { startMonth: reader.date("startMonth", readFileMonth) ?? draft.startMonth }),
    ...(isNew && reader.fiscalYearStart !== undefined && { fiscalYearStart: reader.fiscalYearStart }),
    ...inputsOf(reader, base, defaults, declaredAtRate(rate)),
    customLines: linesOf(reader, base),
  };
  const checked = checkDraft(given, declaredAtRate);
  if (reader.faults.length === 0 && checked.ok) {
    return { ok: true, draft: checked.draft, templateKey: head.get("template")?.trim() || null };
  }
  const found = checked.ok ? [] : checked.faults.map((fault) => placed(fault, reader));
  // A value that was left out because it could not be read has had its fault.
  const faults = reader.faults.length > 0 ? [...reader.faults] : found;
  const more = Math.max(reader.faultCount, faults.length) - mostFaults;
  return {
    ok: false,
    faults: [
      ...faults.slice(0, mostFaults),
      ...(more > 0 ? [{ key: "file", message: `There are ${more} more faults. Mend these first.` }] : []),
    ],
  };
}

function placed(fault: FieldError, reader: Reader): FieldError {
  const own = /^customLines\.\d+/.exec(fault.key);
  const near = own ? `${own[0]}.label` : fault.key.startsWith("currencyRate") ? "currency" : "";
  const place = reader.places.get(fault.key) ?? reader.places.get(near);
  const message = place ? `Line ${place.line}, column ${place.column}: ${fault.message}` : fault.message;
  return { key: fault.key, message: message.replaceAll("you typed", "the file says") };
}
