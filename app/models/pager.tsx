import { Link } from "@/app/_components/ui/link";
import { fromStart, type ModelListing, modelListingQuery, modelsPerPage, mostCounted } from "@/lib/draft/model-listing";
import { routes } from "@/lib/routes";
import type { ModelsPage } from "@/lib/server/models/list-models";
import { formatWhole } from "@/lib/value/format";
import styles from "./models.module.css";

interface PagerProps {
  listing: ModelListing;
  list: Pick<ModelsPage, "total" | "pages" | "next" | "previous"> & { models: readonly unknown[] };
}

/** The current part of the list, and links to the others. */
export function Pager({ listing, list }: PagerProps) {
  const { total, pages, next, previous, models } = list;
  if (models.length === 0) return null;
  const { page } = listing;
  const first = (page - 1) * modelsPerPage + 1;
  const last = first + models.length - 1;
  const to = (change: Partial<ModelListing>, label: string, isThere: boolean) =>
    isThere ? (
      <Link href={`${routes.models}${modelListingQuery({ ...fromStart(listing), ...change })}`}>{label}</Link>
    ) : (
      <span className={styles.quiet}>{label}</span>
    );
  return (
    <nav className={styles.pager} aria-label="Pages">
      <p>
        {pages === 1 && total !== null
          ? `${formatWhole(total)} ${total === 1 ? "model" : "models"}`
          : `${formatWhole(first)} to ${formatWhole(last)} of ${total === null ? `more than ${formatWhole(mostCounted)}` : formatWhole(total)} models`}
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
