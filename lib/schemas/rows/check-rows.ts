import type { Checked } from "@/lib/draft/inputs";
import { rowRuleFaults, sharesFaults } from "@/lib/draft/row-rules";
import { mostRows } from "@/lib/model/rows/fields";
import { type OwnRows, type ParticipantKind, type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { rowNames, tableNames } from "@/lib/model/rows/table-names";
import type { FieldError, Outcome } from "@/lib/outcome";
import { formatWhole } from "@/lib/value/format";
import type { z } from "../zod";
import { type RowContext, rowSchemas } from "./row-schema";

/** All rows of a model together, bytes of UTF-8; the table has room for their numbers written out. */
const mostBytes = 300_000;

type RowOf<T extends RowTable> = OwnRows[T][number];

/** One fault for each place: a figure may break more than one bound. */
function faultsOf(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const byKey = new Map<string, string>();
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys") {
      for (const name of issue.keys) {
        const key = [...issue.path, name].join(".");
        byKey.set(key, `there is no field "${name.slice(0, 60)}".`);
      }
    } else if (!byKey.has(issue.path.join("."))) byKey.set(issue.path.join("."), issue.message);
  }
  return [...byKey].map(([key, message]) => ({ key, message }));
}

/** Without notes, sources and ranges that say nothing. */
function withoutEmpty<R extends object>(row: R): R {
  const isEmpty = (value: unknown) =>
    value === undefined ||
    value === "" ||
    (typeof value === "object" && value !== null && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(row).filter(([, value]) => !isEmpty(value))) as R;
}

/** Checks one row for itself. Keys of faults are those of its fields: "count", "ranges.price.low". */
export function checkRow<T extends RowTable>(
  table: T,
  given: unknown,
  context: RowContext,
): Outcome<{ row: RowOf<T> }> {
  const parsed = rowSchemas(context)[table].safeParse(given);
  const row = parsed.success ? (withoutEmpty(parsed.data) as unknown as RowOf<T>) : undefined;
  const faults = row === undefined ? faultsOf(parsed.error?.issues ?? []) : rowRuleFaults(table, row, context.currency);
  return row === undefined || faults.length > 0 ? { ok: false, faults } : { ok: true, row };
}

/** What is wrong with rows beside each other. */
function tableFaults(table: RowTable, rows: readonly object[]): FieldError[] {
  const ids = rows.flatMap((row) => ("id" in row && row.id !== undefined ? [row.id] : []));
  const name = tableNames[table];
  if (new Set(ids).size < ids.length)
    return [{ key: table, message: `${name}: two have the same id. Leave the ids out of new ones.` }];
  if (table !== "participantKinds") return [];
  return sharesFaults(rows as readonly ParticipantKind[]);
}

/** Checks the rows of one table. Keys of faults name the row by its place from 0, their words by its place from 1. */
export function checkTable<T extends RowTable>(
  table: T,
  given: unknown,
  context: RowContext,
): Checked<readonly RowOf<T>[], "rows"> {
  const refuse = (message: string) => ({ ok: false as const, faults: [{ key: table, message }] });
  if (!Array.isArray(given)) return refuse(`${tableNames[table]} must be a list.`);
  const most = mostRows[table];
  if (given.length > most)
    return refuse(
      `${tableNames[table]}: a model has at most ${formatWhole(most)}; there are ${formatWhole(given.length)}. Remove some, or join them.`,
    );
  const checked = given.map((row) => checkRow(table, row, context));
  const rows = checked.flatMap((one) => (one.ok ? [one.row] : []));
  const faults = checked.flatMap((one, place) =>
    one.ok
      ? []
      : one.faults.map(({ key, message }) => ({
          key: [table, place, key].filter((part) => part !== "").join("."),
          message: `${rowNames[table]} ${place + 1}: ${message}`,
        })),
  );
  // Shares of what is not understood are not known.
  const together = faults.length > 0 ? faults : tableFaults(table, rows);
  return together.length > 0 ? { ok: false, faults: together } : { ok: true, rows };
}

/** Checks all rows that a model has; a table that is left out has none, own lines excepted. Names every fault at once. */
export function checkRows(
  given: Readonly<Partial<Record<RowTable, unknown>>>,
  context: RowContext,
): Checked<OwnRows, "rows"> {
  const checked = rowTables.map((table) => {
    const rows = given[table] === undefined && table !== "customLines" ? [] : given[table];
    return [table, checkTable(table, rows, context)] as const;
  });
  const faults = checked.flatMap(([, one]) => (one.ok ? [] : one.faults));
  if (faults.length > 0) return { ok: false, faults };
  const rows = Object.fromEntries(checked.map(([table, one]) => [table, one.ok ? one.rows : []])) as unknown as OwnRows;
  if (new TextEncoder().encode(JSON.stringify(rows)).length > mostBytes) {
    const message =
      "All rows of a model together, own lines included, may take 300 kB. Shorten their notes and sources.";
    return { ok: false, faults: [{ key: "register", message }] };
  }
  return { ok: true, rows };
}
