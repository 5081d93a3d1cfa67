"use client";

import { useRouter } from "next/navigation";
import { memo, useMemo, useState } from "react";
import { MenuButton } from "@/app/_components/ui/menu/menu-button";
import type { MenuEntry } from "@/app/_components/ui/menu/menu-entries";
import { whatFailed } from "@/app/_components/ui/what-failed";
import type { CostModelFull } from "@/lib/draft/model";
import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import styles from "./model-shell.module.css";
import { useTitledDelete } from "./titled-delete";

/** What the head of a page knows of its model. */
export type ShellModel = Pick<CostModelFull, "id" | "name" | "canShare" | "isArchived" | "canUnarchive">;

/** What can be done with a model as a whole. */
export interface ModelActions {
  duplicate: (id: string) => Promise<Outcome<{ id: string }>>;
  archive: (id: string) => Promise<Outcome>;
  unarchive: (id: string) => Promise<Outcome>;
  /** @param title of the approved decision that rests on it, where one does */
  remove: (id: string, title?: string) => Promise<Outcome>;
}

/** Duplicating, archiving and deleting. What is deleted can be restored for 30 days, from the list that this leads to. */
export const ModelMenu = memo(function ModelMenu({ model, actions }: { model: ShellModel; actions: ModelActions }) {
  const router = useRouter();
  // No transition: one that waits for a dialog would hold back the dialog's own.
  const [isPending, setPending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { id, isArchived } = model;
  const { run: remove, dialog } = useTitledDelete(actions.remove);
  const canManage = model.canShare || model.canUnarchive;
  const entries = useMemo((): MenuEntry[] => {
    function press<T>(label: string, act: (id: string) => Promise<Outcome<T>>, done: (outcome: T) => void): MenuEntry {
      const run = async () => {
        setPending(true);
        setFault(null);
        const outcome = await act(id).catch((error: unknown) => whatFailed(error, "Nothing was changed"));
        if (typeof outcome === "string") setFault(outcome);
        else if (outcome.ok) done(outcome);
        else setFault(outcome.faults.map(({ message }) => message).join(" "));
        setPending(false);
      };
      return { kind: "press", label, onPress: () => void run() };
    }
    const duplicate = press("Duplicate", actions.duplicate, (made) => router.push(routes.model(made.id)));
    if (!canManage) return [duplicate];
    return [
      duplicate,
      isArchived
        ? press("Unarchive", actions.unarchive, () => router.refresh())
        : press("Archive", actions.archive, () => router.refresh()),
      { kind: "divider" },
      press("Delete", remove, () => router.push(`${routes.models}?shelf=deleted`)),
    ];
  }, [id, isArchived, canManage, actions, remove, router]);
  return (
    <>
      <MenuButton
        label="⋯"
        button={{ variant: "default", size: "xs", "aria-label": "More about this model", loading: isPending }}
        position="bottom-end"
        width={180}
        entries={entries}
      />
      {dialog}
      {fault === null ? null : (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </>
  );
});
