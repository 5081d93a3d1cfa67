import type { NumberFormat } from "@/lib/model/inputs/declaration";
import type { RowChoice, RowField, RowNumber } from "@/lib/model/rows/fields";
import { monthsBetween } from "@/lib/value/calendar";
import { readCellFigure } from "../cell-figure";
import { readFileDay, readFileMonth } from "../file-date";
import type { FigureMarks } from "../file-number";
import type { ReadColumn } from "./columns";

export interface CellsOf {
  readonly marks: FigureMarks;
  readonly currency: string;
  /** First month of the model, "2027-01": what was bought in it has the age 0. */
  readonly startMonth: string;
}

/** What a cell says, or why it says nothing; checkRow says whether that may be. */
export type ReadCell = { readonly value: unknown } | { readonly message: string };

const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The key of a choice by its key or its name; what is neither stays as it is, for the check to name. */
function choiceOf({ choices, names }: RowChoice, word: string): string {
  return choices.find((key) => [key, names?.[key] ?? key].some((one) => plain(one) === plain(word))) ?? word.trim();
}

function choicesOf(field: RowChoice, text: string): string[] {
  const words = text.split(/[\s,;|]+/).filter(Boolean);
  if (words.every((word) => field.choices.includes(word))) return words;
  return text
    .split(/[,;|\n]+/)
    .filter((word) => word.trim() !== "")
    .map((word) => choiceOf(field, word));
}

function figureOf(format: NumberFormat, text: string, cells: CellsOf): ReadCell {
  return readCellFigure(text, { marks: cells.marks, currency: cells.currency, format });
}

function truthOf(text: string, cells: CellsOf): ReadCell {
  const word = text.toLowerCase();
  if (word === "yes" || word === "no") return { value: word === "yes" };
  const read = figureOf("yesNo", text, cells);
  if ("message" in read) return { message: `“${text.slice(0, 40)}” is neither yes nor no.` };
  return { value: read.value === 1 ? true : read.value === 0 ? false : read.value };
}

/** The month that a cell names, or that its day lies in. */
function monthOf(text: string): ReadCell {
  const day = readFileDay(text);
  const month = readFileMonth(text);
  if (month.ok) return { value: month.text };
  return day.ok ? { value: day.text.slice(0, 7) } : { message: month.message };
}

function fieldOf(field: RowField, text: string, cells: CellsOf): ReadCell {
  switch (field.format) {
    case "text":
      return field.isMonth ? monthOf(text) : { value: text };
    case "choice":
      return { value: choiceOf(field, text) };
    case "choices":
      return { value: choicesOf(field, text) };
    case "yesNo":
      return truthOf(text, cells);
    default:
      return figureOf(field.format, text, cells);
  }
}

function rangeOf({ format }: RowNumber, text: string, cells: CellsOf): ReadCell {
  // To a spreadsheet two figures are a text, which keeps the points that it was written with.
  const marks: FigureMarks = text.includes(",") ? cells.marks : { decimals: ["."] };
  const ends = text.split(";").map((part) => figureOf(format, part.trim(), { ...cells, marks }));
  const wrong = ends.find((end) => "message" in end);
  if (wrong) return wrong;
  const [low, high, ...more] = ends.flatMap((end) => ("value" in end ? [end.value] : []));
  if (high === undefined || more.length > 0)
    return { message: `“${text.slice(0, 40)}” is no range. Write its low and its high as 10; 20.` };
  return { value: { low, high } };
}

/** Months from a purchase to the first month of the model. */
function ageOf(text: string, { startMonth }: CellsOf): ReadCell {
  const day = readFileDay(text);
  const bought = day.ok ? day : readFileMonth(text);
  // What names a day could be two of them.
  if (!bought.ok) return { message: day.ok || !/\d[-./ ]\d{1,2}[-./ ]\d/.test(text) ? bought.message : day.message };
  const age = monthsBetween(bought.text, startMonth);
  if (age >= 0) return { value: age };
  return {
    message: `“${text.slice(0, 40)}” is after ${startMonth}, the first month of the model. What stands was bought before.`,
  };
}

/** Reads a cell that is not empty. */
export function readCell(column: ReadColumn, text: string, cells: CellsOf): ReadCell {
  switch (column.kind) {
    case "id":
      return { value: text };
    case "bought":
      return ageOf(text, cells);
    case "range":
      return rangeOf(column.field, text, cells);
    case "field": {
      const read = fieldOf(column.field, text, cells);
      const isShare = "isInPercent" in column && column.isInPercent && "value" in read && !text.includes("%");
      return isShare ? { value: Number(`${Number(read.value)}e-2`) } : read;
    }
  }
}
