import { Link } from "@/app/_components/ui/link";
import { type ListPosition, listStart, mostCounted, type Paging, rowsPerPage } from "@/lib/text/list-position";
import { formatWhole } from "@/lib/value/format";
import styles from "./pager.module.css";

interface PagerProps {
  paging: Paging;
  /** How many rows this page has, and how many a full one. */
  shown: number;
  perPage?: number;
  /** What a row is, and many: "model", "models". */
  one: string;
  many: string;
  /** The address of another page. */
  hrefOf: (position: ListPosition) => string;
  /** The part of the page that has the list, where it does not begin the page: its other pages open there. */
  anchor?: string;
  /** Whether it says how many there are where all of them stand on one page. */
  alwaysCounts?: boolean;
}

/** Which part of a list this is, and links to the others. */
export function Pager(props: PagerProps) {
  const { paging, shown, perPage = rowsPerPage, one, many, hrefOf, anchor, alwaysCounts = false } = props;
  const { total, page, pages, next, previous } = paging;
  if (shown === 0 || (pages === 1 && !alwaysCounts)) return null;
  const first = (page - 1) * perPage + 1;
  const last = first + shown - 1;
  const to = (change: Partial<ListPosition>, label: string, isThere: boolean) =>
    isThere ? (
      <Link href={`${hrefOf({ ...listStart, ...change })}${anchor === undefined ? "" : `#${anchor}`}`}>{label}</Link>
    ) : (
      <span className={styles.quiet}>{label}</span>
    );
  return (
    <nav className={styles.pager} aria-label={`Pages of ${many}`}>
      <p>
        {pages === 1 && total !== null
          ? `${formatWhole(total)} ${total === 1 ? one : many}`
          : `${formatWhole(first)} to ${formatWhole(last)} of ${total === null ? `more than ${formatWhole(mostCounted)}` : formatWhole(total)} ${many}`}
      </p>
      {pages === 1 ? null : (
        <ul>
          <li>{to({}, "First", page > 1)}</li>
          <li>{to(page <= 2 ? {} : { page: page - 1, before: previous ?? "" }, "Previous", page > 1)}</li>
          <li>
            Page {formatWhole(page)}
            {pages === null ? "" : ` of ${formatWhole(pages)}`}
          </li>
          <li>{to({ page: page + 1, after: next ?? "" }, "Next", next !== null)}</li>
          {pages === null ? null : <li>{to({ page: pages }, "Last", next !== null)}</li>}
        </ul>
      )}
    </nav>
  );
}
