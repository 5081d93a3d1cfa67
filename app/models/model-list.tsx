"use client";

import { useState } from "react";
import { useAction } from "@/app/_components/ui/use-action";
import type { CostModelCard } from "@/lib/draft/model";
import type { ModelListing } from "@/lib/draft/model-listing";
import type { Outcome } from "@/lib/outcome";
import type { ModelsPage } from "@/lib/server/models/list-models";
import { ListControls } from "./list-controls";
import styles from "./models.module.css";
import { ModelsTable } from "./models-table";
import { Pager } from "./pager";
import { type Told, WhatHappened } from "./what-happened";

type RowAction = (id: string) => Promise<Outcome>;

export interface ModelActions {
  duplicate: (id: string) => Promise<Outcome<{ id: string }>>;
  archive: RowAction;
  unarchive: RowAction;
  delete: RowAction;
  restore: RowAction;
}

interface ModelListProps {
  found: Omit<ModelsPage, "page" | "hasAny">;
  listing: ModelListing;
  actions: ModelActions;
}

const emptyWords = {
  current: "There is no model in use. Those put away are under Archived and Deleted.",
  archived: "No model is archived. Archiving a model keeps it to read and takes it off this list.",
  deleted: "No model was deleted in the last 30 days.",
};

/** The models on one shelf, with what can be done with each, and a way back from what was done last. */
export function ModelList({ found, listing, actions }: ModelListProps) {
  const { run, isPending } = useAction();
  const [told, setTold] = useState<Told | null>(null);

  async function act(work: () => Promise<Outcome>, tell: Told) {
    const outcome = await run(work);
    if (outcome?.ok) setTold(tell);
    else if (outcome !== null)
      setTold({ words: outcome.faults.map(({ message }) => message).join(" "), isFault: true });
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
      act(() => actions.delete(model.id), {
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
      {found.models.length === 0 ? (
        <p className={styles.none}>
          {listing.search === "" ? emptyWords[listing.shelf] : `No name here has “${listing.search}” in it.`}
        </p>
      ) : (
        <ModelsTable models={found.models} listing={listing} run={rowActions} isBusy={isPending} />
      )}
      <Pager listing={listing} found={found} />
      <WhatHappened told={told} onClose={() => setTold(null)} />
    </div>
  );
}
