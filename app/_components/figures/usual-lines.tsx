import type { ModelChange } from "@/app/_components/document/model-kind";
import { linesToAdd, usualRow } from "@/lib/draft/figures/begin-with-figures";
import type { OrganisationLine } from "@/lib/draft/figures/organisation-figure";
import type { ModelDraft } from "@/lib/draft/model";
import { rowPlace } from "@/lib/draft/place";
import { isLineTable, type LineTable } from "@/lib/model/rows/line-tables";
import type { RowTable } from "@/lib/model/rows/own-rows";
import { rowName } from "@/lib/value/rows/row-words";
import styles from "./figures.module.css";
import { useFigures } from "./figures-context";

interface UsualLinesProps {
  table: RowTable;
  draft: ModelDraft;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
}

/** The organisation's usual lines of a table that the model does not have yet, each to be added with a click. */
export function UsualLines({ table, draft, readOnly, onChange }: UsualLinesProps) {
  const figures = useFigures();
  const offered = figures === null || !isLineTable(table) ? [] : linesToAdd(draft, figures.lines).filter(isOf(table));
  if (readOnly || offered.length === 0) return null;
  const add = (lines: readonly OrganisationLine[]) => {
    const rows = lines.map((line) => ({ place: rowPlace(table, { id: line.key }), value: usualRow(line, draft) }));
    const label = lines.length === 1 ? "line of the organisation" : `${lines.length} lines of the organisation`;
    onChange({ kind: "rows", label, rows });
  };
  return (
    <p className={styles.usual} data-off-paper>
      <span>From the organisation’s lines:</span>
      {offered.map((line) => (
        <button key={line.id} type="button" className={styles.take} onClick={() => add([line])}>
          Add {rowName(line.content.row)}
        </button>
      ))}
      {offered.length > 1 ? (
        <button type="button" className={styles.take} onClick={() => add(offered)}>
          Add all {offered.length}
        </button>
      ) : null}
    </p>
  );
}

const isOf = (table: LineTable) => (line: OrganisationLine) => line.table === table;
