import { figureTables, type OwnRows, type RowTable } from "@/lib/model/rows/own-rows";
import { withIds } from "@/lib/model/rows/row-ids";
import type { AnyRow } from "@/lib/value/rows/row-words";

import type { ScenarioDraft } from "./scenario";
import type { ScenarioRows } from "./scenario-rows";

/** A row of the model, or one that scenarios add to it. */
export interface ComparedRow {
  readonly id: string;
  /** Undefined where only scenarios have it. */
  readonly base: AnyRow | undefined;
  /** Whether a scenario that is shown has it otherwise. */
  readonly differs: boolean;
}

export interface ComparedTable {
  readonly table: RowTable;
  readonly rows: readonly ComparedRow[];
}

type OfTable = Readonly<Record<string, AnyRow | null>>;

/** What scenarios say of the rows of a table; nothing of one that they leave as it is. */
function ownOf(rows: ScenarioRows | undefined, table: RowTable): OfTable {
  return rows?.[table] ?? {};
}

/** The model's rows table by table, each with whether a scenario has it otherwise; behind them those that scenarios add. */
export function comparedRows(model: OwnRows, scenarios: readonly Pick<ScenarioDraft, "rows">[]): ComparedTable[] {
  return figureTables.map((table) => {
    const owns = scenarios.map(({ rows }) => ownOf(rows, table));
    const base = withIds<AnyRow>(table, model[table]);
    const known = new Set(base.map(({ id }) => id));
    const added = new Set(owns.flatMap((own) => Object.keys(own).filter((id) => !known.has(id) && own[id] !== null)));
    return {
      table,
      rows: [
        ...base.map((row) => {
          const id = row.id ?? "";
          return { id, base: row, differs: owns.some((own) => Object.hasOwn(own, id)) };
        }),
        ...[...added].map((id) => ({ id, base: undefined, differs: true })),
      ],
    };
  });
}

/** A row that a scenario changes, adds or leaves out: the model's, and the scenario's own, null where it leaves it out. */
export interface OwnRow {
  readonly table: RowTable;
  readonly base: AnyRow | undefined;
  readonly own: AnyRow | null;
}

/** The rows in which a scenario differs from the model. */
export function ownRowsIn(model: OwnRows, scenario: Pick<ScenarioDraft, "rows">): OwnRow[] {
  return comparedRows(model, [scenario]).flatMap(({ table, rows }) =>
    rows
      .filter(({ differs }) => differs)
      .map(({ id, base }) => ({ table, base, own: ownOf(scenario.rows, table)[id] ?? null })),
  );
}
