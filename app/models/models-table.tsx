"use client";

import { Button } from "@mantine/core";
import { DecidedLine } from "@/app/_components/decisions/decided-line";
import { Link } from "@/app/_components/ui/link";
import { LocalTime } from "@/app/_components/ui/local-time";
import { MenuButton } from "@/app/_components/ui/menu/menu-button";
import type { MenuEntry } from "@/app/_components/ui/menu/menu-entries";
import type { CostModelCard } from "@/lib/draft/model";
import { fromStart, type ModelListing, type ModelSort, modelListingQuery } from "@/lib/draft/model-listing";
import { routes } from "@/lib/routes";
import { inReadersMarks } from "@/lib/value/number-marks";
import styles from "./models.module.css";

const accessWords: Record<CostModelCard["access"], string> = {
  yours: "",
  viewer: "shared with you to read",
  commenter: "shared with you to comment on",
  editor: "shared with you to change",
};

type Run = Record<"duplicate" | "archive" | "unarchive" | "delete" | "restore", (model: CostModelCard) => void>;

interface ModelsTableProps {
  models: readonly CostModelCard[];
  listing: ModelListing;
  run: Run;
  isBusy: boolean;
}

export function ModelsTable({ models, listing, run, isBusy }: ModelsTableProps) {
  // Where nothing was decided yet, there is no column for it.
  const hasDecided = models.some(({ decided }) => decided !== null);
  return (
    <table className={styles.table} aria-busy={isBusy}>
      <thead>
        <tr>
          <SortedHeader listing={listing} column="name" label="Name" first="name" />
          <th scope="col" className={styles.headline}>
            Answer
          </th>
          {hasDecided ? (
            <th scope="col" className={styles.decided}>
              Decided
            </th>
          ) : null}
          <th scope="col" className={styles.owner}>
            Organisation
          </th>
          <SortedHeader listing={listing} column="changed" label="Changed" first="-changed" />
          <th scope="col" className={styles.actions}>
            <span className={styles.unseen}>Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <tr key={model.id}>
            <th scope="row">
              {model.deletedAt === null ? <Link href={routes.model(model.id)}>{model.name}</Link> : model.name}
              {model.isPrivate ? <span className={styles.quiet}>Private</span> : null}
            </th>
            <td className={styles.headline}>{inReadersMarks(model.verdict ?? model.headline)}</td>
            {hasDecided ? (
              <td className={styles.decided}>
                {model.decided === null || model.deletedAt !== null ? null : (
                  <DecidedLine modelId={model.id} decided={model.decided} isBrief />
                )}
              </td>
            ) : null}
            <td className={styles.owner}>
              {model.organisationName}
              {model.access === "yours" ? null : <span className={styles.quiet}>{accessWords[model.access]}</span>}
            </td>
            <td className={styles.when}>
              {model.deletedAt === null ? (
                <LocalTime at={model.changedAt} />
              ) : (
                <>
                  deleted <LocalTime at={model.deletedAt} />
                </>
              )}
              {model.deletedAt === null ? <span className={styles.quiet}>by {model.changedBy}</span> : null}
            </td>
            <td className={styles.actions}>
              {model.deletedAt === null ? (
                <RowMenu model={model} listing={listing} run={run} />
              ) : (
                <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => run.restore(model)}>
                  Restore<span className={styles.unseen}> {model.name}</span>
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowMenu({ model, listing, run }: { model: CostModelCard; listing: ModelListing; run: Run }) {
  const isArchived = listing.shelf === "archived";
  const entries: MenuEntry[] = [{ kind: "press", label: "Duplicate", onPress: () => run.duplicate(model) }];
  if (model.canManage)
    entries.push(
      isArchived
        ? { kind: "press", label: "Unarchive", onPress: () => run.unarchive(model) }
        : { kind: "press", label: "Archive", onPress: () => run.archive(model) },
      { kind: "press", label: "Delete", onPress: () => run.delete(model) },
    );
  return (
    <MenuButton
      label="Actions"
      button={{
        variant: "default",
        size: "compact-sm",
        rightSection: <span aria-hidden="true">▾</span>,
        "aria-label": `Actions for ${model.name}`,
      }}
      position="bottom-end"
      width={220}
      entries={entries}
    />
  );
}

interface SortedHeaderProps {
  listing: ModelListing;
  column: "name" | "changed";
  label: string;
  /** The order that a first click gives. */
  first: ModelSort;
}

function SortedHeader({ listing, column, label, first }: SortedHeaderProps) {
  const isSorted = listing.sort.replace("-", "") === column;
  const isDescending = listing.sort.startsWith("-");
  const other: ModelSort = isDescending ? column : `-${column}`;
  const next = isSorted ? other : first;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isDescending ? "descending" : "ascending") : "none"}
      className={column === "changed" ? styles.when : undefined}
    >
      <Link
        href={`${routes.models}${modelListingQuery(fromStart({ ...listing, sort: next }))}`}
        className={styles.sort}
      >
        {label}
        <span aria-hidden="true">{isSorted ? (isDescending ? " ↓" : " ↑") : ""}</span>
      </Link>
    </th>
  );
}
