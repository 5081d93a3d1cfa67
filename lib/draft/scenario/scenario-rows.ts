import { convertRow, scaleRow } from "@/lib/model/rows/convert-rows";
import { type OwnRows, ownRowsOf, type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { withIds } from "@/lib/model/rows/row-ids";

/** The rows that a scenario has of its own, by table and id: one that it adds or changes; null for one that it leaves out. */
export type ScenarioRows = { readonly [T in RowTable]?: Readonly<Record<string, OwnRows[T][number] | null>> };

type AnyRow = OwnRows[RowTable][number];
type OfTable = Readonly<Record<string, AnyRow | null>>;

function tableOf(table: RowTable, base: readonly AnyRow[], own: OfTable | undefined): readonly AnyRow[] {
  if (own === undefined || Object.keys(own).length === 0) return base;
  const rows = withIds<AnyRow>(table, base);
  const ids = new Set(rows.map(({ id }) => id));
  const changed = rows.flatMap((row) => {
    const other = Object.hasOwn(own, row.id ?? "") ? own[row.id ?? ""] : row;
    return other ? [other] : [];
  });
  const added = Object.entries(own).flatMap(([id, row]) => (row === null || ids.has(id) ? [] : [row]));
  return [...changed, ...added];
}

/** The rows with which a scenario is worked out: the model's, as it changes them, and behind them those that it adds. */
export function rowsOf(model: OwnRows, { rows = {} }: { readonly rows?: ScenarioRows }): OwnRows {
  if (Object.keys(rows).length === 0) return ownRowsOf(model);
  return Object.fromEntries(
    rowTables.map((table) => [table, tableOf(table, model[table], rows[table])]),
  ) as unknown as OwnRows;
}

/** Each row of a scenario made another; a table that is left empty is left out. */
function mapScenarioRows(rows: ScenarioRows, change: (table: RowTable, row: AnyRow) => AnyRow): ScenarioRows {
  return Object.fromEntries(
    rowTables.flatMap((table) => {
      const entries = Object.entries((rows[table] ?? {}) as OfTable);
      if (entries.length === 0) return [];
      return [[table, Object.fromEntries(entries.map(([id, row]) => [id, row && change(table, row)]))]];
    }),
  ) as ScenarioRows;
}

/** The rows of a scenario at one rate in the currency of another. */
export function convertScenarioRows(rows: ScenarioRows, from: number, to: number): ScenarioRows {
  return mapScenarioRows(rows, (table, row) => convertRow(table, row, from, to));
}

/** The rows of a scenario with their money times a ratio, whatever bounds that leaves. */
export function scaleScenarioRows(rows: ScenarioRows, ratio: number): ScenarioRows {
  return mapScenarioRows(rows, (table, row) => scaleRow(table, row, ratio));
}

/** The rows as they are stated: nothing where there are none. */
export function statedRows(rows: ScenarioRows | undefined): { rows?: ScenarioRows } {
  return rows !== undefined && Object.keys(rows).length > 0 ? { rows } : {};
}
