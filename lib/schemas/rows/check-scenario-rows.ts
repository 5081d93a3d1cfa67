import type { Checked } from "@/lib/draft/inputs";
import { checkScenario, type ScenarioBase, type ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { rowsOf, type ScenarioRows, statedRows } from "@/lib/draft/scenario/scenario-rows";
import { declaredBy } from "@/lib/model/released/as-released";
import { figureTables, type OwnRows, type RowTable } from "@/lib/model/rows/own-rows";
import { rowNames, tableNames } from "@/lib/model/rows/table-names";
import type { FieldError } from "@/lib/outcome";
import { isObject } from "@/lib/value/is-object";
import { text } from "../text";
import { checkRow, checkRows } from "./check-rows";
import type { RowContext } from "./row-schema";

const idSchema = text("Id").regex(/^[\w-]{1,60}$/, "Id must be 1 to 60 letters, digits, - or _.");

interface CheckedTable {
  readonly rows: Record<string, unknown>;
  readonly faults: readonly FieldError[];
}

function checkTable(table: RowTable, given: unknown, context: RowContext): CheckedTable {
  if (!isObject(given)) {
    const message = `${tableNames[table]} of a scenario must be given by the ids of rows.`;
    return { rows: {}, faults: [{ key: `rows.${table}`, message }] };
  }
  // An id may be any name of a field, "__proto__" too.
  const rows: Record<string, unknown> = Object.create(null);
  const faults: FieldError[] = [];
  for (const [id, row] of Object.entries(given)) {
    const name = idSchema.safeParse(id);
    const checked = row === null ? null : checkRow(table, isObject(row) ? { ...row, id } : row, context);
    const key = `rows.${table}.${id.slice(0, 60)}`;
    const named = `${rowNames[table]} “${id.slice(0, 60)}”: `;
    if (!name.success) faults.push({ key, message: named + (name.error.issues[0]?.message ?? "") });
    else if (checked === null || checked.ok) rows[id] = checked?.row ?? null;
    else
      faults.push(
        ...checked.faults.map((one) => ({
          key: one.key === "" ? key : `${key}.${one.key}`,
          message: named + one.message,
        })),
      );
  }
  return { rows, faults };
}

/** Checks the rows of a scenario each for itself; whether they fit together depends on the model. */
export function checkScenarioRows(given: unknown, context: RowContext): Checked<ScenarioRows, "rows"> {
  if (given === undefined) return { ok: true, rows: {} };
  if (!isObject(given))
    return { ok: false, faults: [{ key: "rows", message: "Rows must be given by the names of tables." }] };
  const faults: FieldError[] = Object.keys(given)
    .filter((key) => !figureTables.some((table) => table === key))
    .map((key) => ({ key: `rows.${key.slice(0, 60)}`, message: `There is no table of rows "${key.slice(0, 60)}".` }));
  const rows: Partial<Record<RowTable, unknown>> = {};
  for (const table of figureTables) {
    if (given[table] === undefined) continue;
    const checked = checkTable(table, given[table], context);
    faults.push(...checked.faults);
    if (Object.keys(checked.rows).length > 0) rows[table] = { ...checked.rows };
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rows: rows as ScenarioRows };
}

/** What is wrong with the rows of a scenario beside those of its model: too many, or shares that do not sum to 1. */
function togetherFaults(rows: ScenarioRows, base: OwnRows, context: RowContext): FieldError[] {
  if (Object.keys(rows).length === 0) return [];
  const checked = checkRows(rowsOf(base, { rows }), context);
  return checked.ok ? [] : checked.faults.map(({ key, message }) => ({ key: `rows.${key.split(".")[0]}`, message }));
}

/** The whole check of a scenario beside its model: its name, inputs and rows, with every fault at once. */
export function checkWholeScenario(given: unknown, base: ScenarioBase & OwnRows): Checked<ScenarioDraft, "draft"> {
  const context: RowContext = { currency: base.currency, declared: declaredBy(base.released, base.currencyRate) };
  const checked = checkScenario(given, base);
  const rows = checkScenarioRows(isObject(given) ? given.rows : undefined, context);
  const faults = [
    ...(checked.ok ? [] : checked.faults),
    ...(rows.ok ? togetherFaults(rows.rows, base, context) : rows.faults),
  ];
  if (!checked.ok || !rows.ok || faults.length > 0) return { ok: false, faults };
  const { rows: _, ...draft } = checked.draft;
  return { ok: true, draft: { ...draft, ...statedRows(rows.rows) } };
}
