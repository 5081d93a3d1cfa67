import Link from "next/link";
import { formatWhole } from "@/lib/format";
import { routes } from "@/lib/routes";
import { type ModelListing, modelListingQuery, modelsPerPage } from "@/lib/schemas/model-listing";
import styles from "./models.module.css";

interface PagerProps {
  listing: ModelListing;
  total: number;
  pages: number;
}

/** Which part of the list this is, and the way to the others. */
export function Pager({ listing, total, pages }: PagerProps) {
  if (total === 0) return null;
  const { page } = listing;
  const first = (page - 1) * modelsPerPage + 1;
  const last = Math.min(page * modelsPerPage, total);
  const to = (wanted: number, label: string, isThere: boolean) =>
    isThere ? (
      <Link href={`${routes.models}${modelListingQuery({ ...listing, page: wanted })}`}>{label}</Link>
    ) : (
      <span className={styles.quiet}>{label}</span>
    );
  return (
    <nav className={styles.pager} aria-label="Pages">
      <p>
        {pages === 1
          ? `${formatWhole(total)} ${total === 1 ? "model" : "models"}`
          : `${formatWhole(first)} to ${formatWhole(last)} of ${formatWhole(total)} models`}
      </p>
      {pages === 1 ? null : (
        <ul>
          <li>{to(1, "First", page > 1)}</li>
          <li>{to(page - 1, "Previous", page > 1)}</li>
          <li>
            Page {formatWhole(page)} of {formatWhole(pages)}
          </li>
          <li>{to(page + 1, "Next", page < pages)}</li>
          <li>{to(pages, "Last", page < pages)}</li>
        </ul>
      )}
    </nav>
  );
}
