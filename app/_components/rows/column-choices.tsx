import { fieldColumns } from "@/lib/import/rows/columns";
import type { FoundColumn } from "@/lib/import/rows/read-table";
import type { RowTable } from "@/lib/model/rows/own-rows";
import styles from "./import-rows.module.css";

/** What a person says of each column, by its place: null reads over it, undefined says nothing. */
export type Stated = readonly (string | null | undefined)[];

interface ColumnChoicesProps {
  table: RowTable;
  columns: readonly FoundColumn[];
  hasNames: boolean;
  stated: Stated;
  onStated: (stated: Stated) => void;
  onHasNames: (hasNames: boolean) => void;
}

/** What each column was read as, to be set right. */
export function ColumnChoices({ table, columns, hasNames, stated, onStated, onHasNames }: ColumnChoicesProps) {
  const choices = fieldColumns(table);
  if (columns.length === 0) return null;
  return (
    <>
      <label className={styles.names}>
        <input type="checkbox" checked={hasNames} onChange={(event) => onHasNames(event.currentTarget.checked)} />
        The first row holds the names of the columns
      </label>
      <fieldset className={styles.columns}>
        <legend>What each column is read as</legend>
        {columns.map(({ name, key }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
          <label key={place}>
            <span>{name === "" ? `Column ${place + 1}` : name}</span>
            <select
              value={key ?? ""}
              onChange={(event) => {
                const chosen = event.currentTarget.value === "" ? null : event.currentTarget.value;
                onStated(columns.map((_, at) => (at === place ? chosen : stated[at])));
              }}
            >
              <option value="">Left out</option>
              {key === null || choices.some((choice) => choice.key === key) ? null : <option value={key}>{key}</option>}
              {choices.map((choice) => (
                <option key={choice.key} value={choice.key}>
                  {choice.label}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
      {hasNames ? (
        <p className={styles.remembered}>
          What members of the organisation choose for a column is remembered by its name, for all models.
        </p>
      ) : null}
    </>
  );
}
