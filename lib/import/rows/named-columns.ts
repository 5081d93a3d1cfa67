import type { RowTable } from "@/lib/model/rows/own-rows";

/** What an organisation has said of a column, by its name without capitals, spaces and marks. */
export interface NamedColumn {
  name: string;
  /** What it is read as; null where it is left out. */
  key: string | null;
  /** ISO 8601, UTC. */
  changedAt: string;
  changedBy: string;
}

/** The columns that an organisation has named of one kind of table. */
export interface NamedColumns {
  table: RowTable;
  columns: readonly NamedColumn[];
}
