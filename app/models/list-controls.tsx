"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { SearchField } from "@/app/_components/ui/fields/search-field";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Link } from "@/app/_components/ui/link";
import { WrittenButton } from "@/app/_components/ui/menu/written-button";
import {
  firstPage,
  fromStart,
  type ModelListing,
  type ModelShelf,
  modelListingQuery,
  modelShelves,
} from "@/lib/draft/model-listing";
import { routes } from "@/lib/routes";
import styles from "./models.module.css";

const shelfNames: Record<ModelShelf, string> = { current: "In use", archived: "Archived", deleted: "Deleted" };

/** The choice of shelf, and the search within it; both are in the address. */
export function ListControls({ listing }: { listing: ModelListing }) {
  const router = useRouter();
  const [search, setSearch] = useState(listing.search);
  const find = (text: string) =>
    router.push(`${routes.models}${modelListingQuery(fromStart({ ...listing, search: text.trim() }))}`);
  return (
    <div className={styles.controls}>
      <nav className={styles.shelves} aria-label="Which models">
        {modelShelves.map((shelf) => (
          <Link
            key={shelf}
            href={`${routes.models}${modelListingQuery({ ...firstPage, sort: listing.sort, shelf })}`}
            aria-current={shelf === listing.shelf ? "page" : undefined}
            className={styles.shelf}
          >
            {shelfNames[shelf]}
          </Link>
        ))}
      </nav>
      <search>
        <form
          className={styles.search}
          onSubmit={(event) => {
            event.preventDefault();
            find(search);
          }}
        >
          <DisabledUntilHydrated>
            <SearchField label="Search names" value={search} maxLength={200} onChange={setSearch} />
          </DisabledUntilHydrated>
          <WrittenButton type="submit" look={{ variant: "default", size: "xs" }}>
            Search
          </WrittenButton>
          {listing.search === "" ? null : (
            <Button size="xs" variant="subtle" onClick={() => find("")}>
              Show all
            </Button>
          )}
        </form>
      </search>
    </div>
  );
}
