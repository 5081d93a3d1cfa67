import { isMoney } from "@/lib/model/currency";
import { type InputKey, input } from "@/lib/model/inputs";
import { textCell } from "@/lib/text/csv-cell";
import { type CsvCell, type CsvFormat, figure, usualFormat } from "@/lib/value/csv-format";
import { inputName } from "@/lib/value/input-name";
import { unitInCurrency } from "@/lib/value/unit-label";
import { csvLines } from "./csv";

/** A figure of an organisation as it is written. */
export interface ExportedFigure {
  readonly key: InputKey;
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
  readonly content: {
    readonly value: number | string;
    readonly low?: number;
    readonly high?: number;
    readonly evidence?: string;
    readonly note?: string;
    readonly source?: string;
    readonly owner?: string;
    readonly validFrom?: string;
    readonly reviewBy?: string;
    readonly currency?: string;
  };
}

/** The columns of an organisation's figures. What reads them again: lib/import/figures-csv.ts. */
export const figuresHeader = [
  "key",
  "label",
  "value",
  "unit",
  "low",
  "high",
  "evidence",
  "note",
  "source",
  "owner",
  "validFrom",
  "reviewBy",
  "currency",
  "revision",
  "changed",
] as const;

/** An organisation's figures as CSV: values exact and in the unit of their row, a share as 0.05. */
export function figuresCsv(figures: readonly ExportedFigure[], format: CsvFormat = usualFormat): string {
  const number = (value: number | string | undefined) => figure(String(value ?? ""));
  const rows = figures.map(({ key, revision, content, changedAt }): CsvCell[] => {
    const declared = input[key];
    const { value, low, high, evidence = "", note = "", source = "", owner = "", currency = "" } = content;
    return [
      key,
      textCell(inputName(declared)),
      number(value),
      declared.format === "choice" ? "" : unitInCurrency(declared.unit, currency),
      ...[number(low), number(high)],
      evidence,
      ...[note, source, owner].map(textCell),
      ...[content.validFrom ?? "", content.reviewBy ?? ""],
      isMoney(declared) ? currency : "",
      number(revision),
      changedAt.slice(0, 10),
    ];
  });
  return csvLines([figuresHeader, ...rows], format);
}
