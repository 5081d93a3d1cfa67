import type { NumberFormat } from "@/lib/model/inputs/declaration";
import { type Evidence, evidenceKinds, type OwnRange, type RangeKind, rangeKinds } from "@/lib/model/spread/own-range";
import { quoted } from "../cell-figure";
import { lostPresent } from "../lost-point";
import type { Reader } from "./reader";
import type { Column, Row } from "./rows";

const rangeColumns = ["low", "high", "kind", "figures", "weights"] as const satisfies Column[];

/**
 * The own range that a row states: `low` and `high`, or another kind with its figures in one cell, ";" between them. Where the file has none
 * of these columns, that of the draft.
 */
export function readRange(
  reader: Reader,
  row: Row,
  format: NumberFormat,
  present: OwnRange | undefined,
): OwnRange | undefined {
  const { cells } = row;
  if (rangeColumns.every((column) => cells[column] === undefined)) return present;
  const kind = cells.kind?.trim() ?? "";
  const isEmpty = (column: Column) => (cells[column]?.trim() ?? "") === "";
  if (kind === "" && isEmpty("low") && isEmpty("high") && isEmpty("figures")) {
    // Files of before there were kinds have no column for them.
    return cells.kind === undefined && present?.kind !== "range" ? present : undefined;
  }
  if (kind === "" && !isEmpty("figures")) return refuse(reader, row, "kind", kindsMessage);
  if (kind === "" || kind === "range") return readEnds(reader, row, format, present);
  if (!rangeKinds.some((one) => one === kind)) return refuse(reader, row, "kind", `${quoted(kind)}: ${kindsMessage}`);
  const figures = reader.numbers(row, "figures", format);
  if (figures === undefined) return undefined;
  return readFigures(reader, row, kind as Exclude<RangeKind, "range">, figures);
}

const kindsMessage = `a kind of range is one of ${rangeKinds.join(", ")}. Correct it, or empty the cells of the range.`;

function refuse(reader: Reader, row: Row, column: Column, message: string): undefined {
  reader.fault(row, column, message);
}

function readEnds(reader: Reader, row: Row, format: NumberFormat, present: OwnRange | undefined): OwnRange | undefined {
  const low = reader.number(row, "low", format);
  const high = reader.number(row, "high", format);
  const before = present?.kind === "range" ? present : undefined;
  for (const [column, end] of [
    ["low", low],
    ["high", high],
  ] as const) {
    const lost = lostPresent(`the ${column} of ${row.cells.key}`, end, before?.[column]);
    if (lost !== undefined) reader.fault(row, column, lost);
  }
  if (low !== undefined && high !== undefined) return { kind: "range", low, high };
  const missing = (["low", "high"] as const).find((column) => (row.cells[column]?.trim() ?? "") === "");
  return missing && refuse(reader, row, missing, "a range needs its low and its high. Give both, or neither.");
}

function readFigures(
  reader: Reader,
  row: Row,
  kind: Exclude<RangeKind, "range">,
  figures: readonly number[],
): OwnRange | undefined {
  const [least, second, third] = figures as [number, number, number];
  switch (kind) {
    case "uniform":
      if (figures.length === 2) return { kind, least, greatest: second };
      return refuse(reader, row, "figures", `least and greatest are two figures; there are ${figures.length}.`);
    case "triangular":
      if (figures.length === 3) return { kind, least, likeliest: second, greatest: third };
      return refuse(
        reader,
        row,
        "figures",
        `least, likeliest and greatest are three figures; there are ${figures.length}.`,
      );
    case "samples":
      return { kind, values: figures };
    case "choices": {
      const weights = reader.numbers(row, "weights", "number");
      return weights && { kind, values: figures, weights };
    }
  }
}

/** What is known of the figure, as the row says; as the draft says where the file has no such column. */
export function readEvidence(reader: Reader, row: Row, present: Evidence | undefined): Evidence | undefined {
  const cell = row.cells.evidence;
  if (cell === undefined) return present;
  const word = cell.trim().toLowerCase();
  if (word === "") return undefined;
  const known = evidenceKinds.find((kind) => kind === word || (kind === "certain" && word === "contracted"));
  return (
    known ?? refuse(reader, row, "evidence", `${quoted(cell)} is none of ${evidenceKinds.join(", ")}. Correct it.`)
  );
}
