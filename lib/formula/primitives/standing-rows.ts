import type { Frame, Kernel } from "../kernel";
import type { Primitive } from "../node";
import { parseUnit } from "../unit";
import { call } from "./functions";
import { alike, known, requireUnit } from "./unit-rules";

/**
 * What stands when a model begins, in rows of their own ages. Of an amount and an age each row entered service in month
 * 1 − min(age, life − 1), and is in service for the months of its life: to month max(life − age, 1).
 *
 * Every word of it takes the life, one more month where it has one, and then amount, age, amount, age, and so on: hundreds of rows are
 * one step of the work. Amounts do not change by month.
 */
interface Row {
  readonly amount: number;
  /** The months in which it entered service, 1 or before, and was in service last. */
  readonly from: number;
  readonly last: number;
}

/** Adds one row to the result: its months, or its one value at 0. */
type Work = (row: Row, life: number, extra: number, months: number, result: Float64Array) => void;

function rowsKernel(work: Work, isMonthly: boolean, firstRow: number, finish?: (result: Float64Array) => void): Kernel {
  return ({ cells, samples, months }: Frame, out, at) => {
    const last = isMonthly ? months : 0;
    const result = new Float64Array(last + 1);
    const argument = (i: number, s: number) => cells[(at[i] as number) + s] as number;
    for (let s = 0; s < samples; s++) {
      result.fill(0);
      const life = argument(0, s);
      for (let i = firstRow; i < at.length; i += 2) {
        const from = 1 - Math.min(argument(i + 1, s), life - 1);
        work({ amount: argument(i, s), from, last: from + life - 1 }, life, argument(1, s), months, result);
      }
      finish?.(result);
      for (let t = 0; t <= last; t++) cells[out + t * samples + s] = result[t] as number;
    }
  };
}

const month = parseUnit("month");

function unitOfRows(firstRow: number): Primitive["unit"] {
  return (args, nodes) => {
    for (let i = 0; i < firstRow; i++) requireUnit(args[i] ?? "any", month, i === 0 ? "the life" : "the month");
    const rows = args.slice(firstRow);
    for (const age of rows.filter((_, i) => i % 2 === 1)) requireUnit(age, month, "the age");
    return known(
      alike(
        rows.filter((_, i) => i % 2 === 0),
        nodes,
      ),
    );
  };
}

/** So many rows are written out; the rest are counted. */
const written = 6;

function rowsWord(
  name: string,
  extra: string | undefined,
  isMonthly: boolean,
  work: Work,
  finish?: (result: Float64Array) => void,
): Primitive {
  const firstRow = extra === undefined ? 1 : 2;
  return call(name, [firstRow + 2, 5000], {
    shape: () => (isMonthly ? "monthly" : "one"),
    unit: unitOfRows(firstRow),
    kernel: rowsKernel(work, isMonthly, firstRow, finish),
    print: (args) => {
      const rows: string[] = [];
      for (let i = firstRow; i < args.length; i += 2) rows.push(`${args[i]}, of age ${args[i + 1]}`);
      const rest = rows.length - written;
      const shown = rest > 1 ? [...rows.slice(0, written), `and ${rest} more rows`] : rows;
      return `${extra === undefined ? "rows in service" : `${extra} ${args[1]}`} [life ${args[0]}; ${shown.join("; ")}]`;
    },
    argumentPrecedence: 3,
    // A row's figures are the same in all months.
  });
}

export const standingRowFunctions: readonly Primitive[] = [
  /** The amounts of the rows in service, month 0 included. */
  rowsWord(
    "rowsInService",
    undefined,
    true,
    ({ amount, last }, _life, _extra, months, result) => {
      const at = Math.min(last, months);
      result[at] = (result[at] as number) + amount;
    },
    // Each amount stands at its last month: what is in service is what ends then or later.
    (result) => {
      for (let t = result.length - 2; t >= 0; t--) result[t] = (result[t] as number) + (result[t + 1] as number);
    },
  ),
  /** The amounts of the rows that have been in service for so many months or more, and still are. */
  rowsWord(
    "rowsOlderThan",
    "rows in service for at least",
    true,
    ({ amount, from, last }, _life, wait, months, result) => {
      const end = Math.min(last, months);
      for (let t = Math.max(1, from + wait); t <= end; t++) result[t] = (result[t] as number) + amount;
    },
  ),
  /** What is left of the amounts at the end of a month, each less 1/life for each month of service. */
  rowsWord(
    "rowsBookValue",
    "book value of rows at the end of month",
    false,
    ({ amount, from }, life, t, _months, result) => {
      result[0] = (result[0] as number) + amount * Math.max(0, (life - (t - from + 1)) / life);
    },
  ),
];
