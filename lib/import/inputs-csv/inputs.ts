import { changedInputs } from "@/lib/draft/inputs";
import type { InputNote, ModelDraft, Notes } from "@/lib/draft/model";
import type { DeclaredInputs } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import { unitInCurrency } from "@/lib/value/unit-label";
import { lostPointFault } from "../lost-point";
import { readEvidence, readRange } from "./ranges";
import type { Reader } from "./reader";

/** The inputs of the file with what is noted beside them, on top of those of the draft. */
export function readInputs(
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
    if (!isChoice) reader.checkUnit(row, unitInCurrency(declared.unit, currency), declared.label);
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
    const { range: before, evidence: known, ...texts } = stated;
    const range = readRange(reader, row, isChoice ? "number" : declared.format, before);
    const evidence = readEvidence(reader, row, known);
    notes[key] = { ...texts, ...(range && { range }), ...(evidence && { evidence }) };
    reader.places.set(key, { line: row.line, column: "value" });
    for (const column of ["note", "source", "evidence"] as const) {
      reader.places.set(`notes.${key}.${column}`, { line: row.line, column });
    }
    const column = range === undefined || range.kind === "range" ? "low" : "figures";
    reader.places.set(`notes.${key}.range`, { line: row.line, column });
  }
  return { inputs: changedInputs(inputs as Partial<Inputs>, currencyRate), notes };
}
