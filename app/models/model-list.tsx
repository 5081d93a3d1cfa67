"use client";

import { useState } from "react";
import { useTitledDelete } from "@/app/_components/shell/titled-delete";
import { useAction } from "@/app/_components/ui/action/use-action";
import { Pager } from "@/app/_components/ui/records/pager";
import type { CostModelCard } from "@/lib/draft/model";
import { type ModelListing, modelListingQuery, modelsPerPage } from "@/lib/draft/model-listing";
import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import type { ModelsPage } from "@/lib/server/models/list-models";
import { ListControls } from "./list-controls";
import styles from "./models.module.css";
import { ModelsTable } from "./models-table";
import { type ListEvent, WhatHappened } from "./what-happened";

type RowAction = (id: string) => Promise<Outcome>;

export interface ModelActions {
  duplicate: (id: string) => Promise<Outcome<{ id: string }>>;
  archive: RowAction;
  unarchive: RowAction;
  delete: (id: string, title?: string) => Promise<Outcome>;
  restore: RowAction;
}

interface ModelListProps {
  list: Omit<ModelsPage, "hasAny" | "untried">;
  listing: ModelListing;
  actions: ModelActions;
}

const emptyWords = {
  current: "No model is in use. Others may be under Archived and Deleted.",
  archived: "No model is archived. An archived model can be read and leaves this list.",
  deleted: "No model was deleted in the last 30 days.",
};

/** The models on one shelf with their actions, and a way to undo the last one. */
export function ModelList({ list, listing, actions }: ModelListProps) {
  const { run, isPending } = useAction();
  const { run: remove, dialog } = useTitledDelete(actions.delete);
  const [event, setEvent] = useState<ListEvent | null>(null);

  async function act(work: () => Promise<Outcome>, tell: ListEvent) {
    const outcome = await run(work);
    if (outcome?.ok) setEvent(tell);
    else if (outcome !== null)
      setEvent({ words: outcome.faults.map(({ message }) => message).join(" "), isFault: true });
  }

  function back(work: RowAction, { id, name }: CostModelCard, words: string) {
    return { label: `Undo: ${words}`, run: () => act(() => work(id), { words: `“${name}” is back.` }) };
  }

  const rowActions = {
    duplicate: (model: CostModelCard) =>
      act(() => actions.duplicate(model.id), { words: `“Copy of ${model.name}” is made.` }),
    archive: (model: CostModelCard) =>
      act(() => actions.archive(model.id), {
        words: `“${model.name}” is archived.`,
        undo: back(actions.unarchive, model, "unarchive it"),
      }),
    unarchive: (model: CostModelCard) =>
      act(() => actions.unarchive(model.id), {
        words: `“${model.name}” is out of the archive.`,
        undo: back(actions.archive, model, "archive it"),
      }),
    delete: (model: CostModelCard) =>
      act(() => remove(model.id), {
        words: `“${model.name}” is deleted. It can be restored for 30 days.`,
        undo: back(actions.restore, model, "restore it"),
      }),
    restore: (model: CostModelCard) => act(() => actions.restore(model.id), { words: `“${model.name}” is restored.` }),
  };

  return (
    <div className={styles.list}>
      <ListControls key={`${listing.shelf} ${listing.search}`} listing={listing} />
      {listing.shelf === "deleted" ? (
        <p className={styles.note}>A deleted model can be restored for 30 days. Then it is removed for good.</p>
      ) : null}
      {list.models.length === 0 ? (
        <p className={styles.none}>
          {listing.search === "" ? emptyWords[listing.shelf] : `No name here has “${listing.search}” in it.`}
        </p>
      ) : (
        <ModelsTable models={list.models} listing={listing} run={rowActions} isBusy={isPending} />
      )}
      <Pager
        paging={list}
        shown={list.models.length}
        perPage={modelsPerPage}
        alwaysCounts
        one="model"
        many="models"
        hrefOf={(position) => `${routes.models}${modelListingQuery({ ...listing, ...position })}`}
      />
      {dialog}
      <WhatHappened event={event} onClose={() => setEvent(null)} />
    </div>
  );
}
