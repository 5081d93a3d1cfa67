import { Fragment, memo, type ReactNode } from "react";
import figures from "@/app/_components/ui/figure-table.module.css";
import type { AssumptionSort, ViewSettings } from "@/lib/analysis/view-settings";
import type { InputKey } from "@/lib/model/inputs";
import { AssumptionRow } from "./assumption-row";
import type { Assumption } from "./assumptions";
import styles from "./assumptions.module.css";
import type { AssumptionFacts } from "./sorted-assumptions";

interface Column {
  readonly words: string;
  readonly sort?: AssumptionSort;
  readonly isText?: boolean;
  /** In which direction it is sorted. */
  readonly direction?: "ascending" | "descending";
}

const columns: readonly Column[] = [
  { words: "Input", sort: "name", isText: true, direction: "ascending" },
  { words: "Value" },
  { words: "Range", isText: true },
  { words: "Evidence", sort: "evidence", isText: true, direction: "ascending" },
  { words: "Moves the answer by", sort: "swing", direction: "descending" },
  { words: "Share of the doubt", sort: "share", direction: "descending" },
  { words: "Worth knowing", sort: "worth", direction: "descending" },
  { words: "Last changed", sort: "changed", isText: true, direction: "descending" },
];

interface AssumptionTableProps {
  assumptions: readonly Assumption[];
  facts: AssumptionFacts;
  sort: AssumptionSort;
  open: InputKey | null;
  /** The field of the open one. */
  field: (assumption: Assumption) => ReactNode;
  isChangedHere: (key: InputKey) => boolean;
  onOpen: (key: InputKey) => void;
  onSort: (change: Partial<ViewSettings>) => void;
}

/** The register of assumptions. */
export function AssumptionTable(props: AssumptionTableProps) {
  const { assumptions, facts, sort, open, field, isChangedHere, onOpen, onSort } = props;
  const { swings, influences, changes } = facts;
  const greatest = Math.max(1, ...Object.values(swings ?? {}));
  return (
    <table className={`${figures.table} ${styles.table}`} aria-label="Assumptions">
      <Head sort={sort} onSort={onSort} />
      <tbody>
        {assumptions.map((one) => {
          const { key } = one;
          const influence = influences?.get(key);
          return (
            <Fragment key={key}>
              <AssumptionRow
                assumption={one}
                isOpen={key === open}
                swing={swings === null ? null : swings[key]}
                greatest={greatest}
                share={influences === null ? null : influence?.firstOrder}
                worth={influence?.evppi}
                error={influence?.standardError}
                change={changes[key]}
                isChangedHere={isChangedHere(key)}
                onOpen={onOpen}
              />
              {key === open ? (
                <tr className={styles.editor}>
                  <td colSpan={columns.length}>{field(one)}</td>
                </tr>
              ) : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

/** A column's name sorts by it; pressed again, the order of the inputs comes back. */
const Head = memo(function Head({ sort, onSort }: Pick<AssumptionTableProps, "sort" | "onSort">) {
  return (
    <thead>
      <tr>
        {columns.map(({ words, sort: by, isText, direction }) => (
          <th
            key={words}
            scope="col"
            className={isText ? styles.words : undefined}
            aria-sort={by !== undefined && by === sort ? direction : undefined}
          >
            {by === undefined ? (
              words
            ) : (
              <button
                type="button"
                data-on-paper
                className={styles.sort}
                data-sorted={by === sort}
                onClick={() => onSort({ sort: by === sort ? "group" : by })}
              >
                {words}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
});
