import type { ModelDraft, ReadFigures } from "@/lib/draft/model";
import { type DeclaredInputs, declaredAt } from "@/lib/model/currency";
import type { FieldError } from "@/lib/outcome";
import { checkDraft } from "@/lib/schemas/draft";
import { textFault } from "@/lib/text/text-fault";
import { readFileMonth } from "./file-date";
import { checkRate, currencyOf, hasDecimalsAfter, inCurrencyOf } from "./inputs-csv/currency";
import { readInputs } from "./inputs-csv/inputs";
import { readLines } from "./inputs-csv/own-lines";
import { Reader } from "./inputs-csv/reader";
import { readBlocks } from "./inputs-csv/row-blocks";
import { mostFaults, readRows } from "./inputs-csv/rows";
import { readSettings } from "./inputs-csv/settings";

/**
 * Reads inputs.csv (lib/export/inputs-csv.ts) on top of a draft. A line that is left out changes nothing of the draft; a line that is there
 * sets the value of its input and, where the file has their columns, its note, source, range and evidence, which an empty cell takes
 * away.
 * The rows of a table, such as own lines, are taken all together or not at all. In the file's currency, if it names one.
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
  const table = readRows(text);
  if (!table.ok) return { ok: false, faults: table.faults.slice(0, mostFaults) };
  const reader = new Reader(
    table.delimiter,
    currencyOf(table.rows, draft),
    ([".", ","] as const).filter((mark) => hasDecimalsAfter(mark, table.rows, draft)),
  );
  for (const row of table.rows) reader.take(row);
  if (table.rows.length === 0 && table.blocks.length === 0) {
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
    ...readSettings(reader, base),
    ...readInputs(reader, base, defaults, declaredAtRate(rate)),
    customLines: readLines(reader, base),
    ...readBlocks(reader, table.blocks, base),
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

/** What stands nearest to a part of a draft that has no row of its own. */
function nearOf(key: string): string {
  const line = /^customLines\.\d+/.exec(key);
  if (line) return `${line[0]}.label`;
  const range = /^\w+\.\d+\.ranges\.\w+/.exec(key);
  if (range) return range[0];
  const row = /^\w+\.\d+/.exec(key);
  if (row) return row[0];
  const note = /^notes\.\w+\.\w+/.exec(key);
  if (note) return note[0];
  return key.startsWith("currencyRate") ? "currency" : "";
}

function placed(fault: FieldError, reader: Reader): FieldError {
  const place = reader.places.get(fault.key) ?? reader.places.get(nearOf(fault.key));
  const message = place ? `Line ${place.line}, column ${place.column}: ${fault.message}` : fault.message;
  return { key: fault.key, message: message.replaceAll("you typed", "the file says") };
}
