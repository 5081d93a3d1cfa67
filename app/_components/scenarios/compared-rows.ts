import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import type { ScenarioRows } from "@/lib/draft/scenario/scenario-rows";
import { figureTables, type OwnRows, type RowTable } from "@/lib/model/rows/own-rows";
import { withIds } from "@/lib/model/rows/row-ids";
import { rowDifferences } from "@/lib/value/row-differences";
import { rowWords } from "@/lib/value/row-summary";
import type { AnyRow } from "@/lib/value/row-words";

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

/**
 * What a scenario makes of a row, in words that say in what it differs.
 *
 * @param own the scenario's; null where it leaves the row out, undefined where it says nothing of it
 */
export function ownRowWords(
  table: RowTable,
  base: AnyRow | undefined,
  own: AnyRow | null | undefined,
  currency: string,
) {
  if (own === undefined) return base === undefined ? "not in it" : "as the base";
  if (own === null) return "left out";
  if (base === undefined) return `added: ${rowWords(table, own, currency)}`;
  const differences = rowDifferences(table, base, own, currency);
  return differences.length === 0 ? "as the base is now, whatever it becomes" : `changed: ${differences.join(", ")}`;
}
