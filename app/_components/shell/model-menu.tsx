"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { memo, useEffect, useMemo, useState } from "react";
import { whatFailed } from "@/app/_components/ui/action/what-failed";
import { MenuButton } from "@/app/_components/ui/menu/menu-button";
import type { MenuEntry } from "@/app/_components/ui/menu/menu-entries";
import type { CostModelFull } from "@/lib/draft/model";
import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import type { Description } from "./description-dialog";
import styles from "./model-shell.module.css";
import { useTitledDelete } from "./titled-delete";

/** Only people who look for it need it. */
const DescriptionDialog = dynamic(() => import("./description-dialog").then((module) => module.DescriptionDialog));

/** What the head of a page knows of its model. */
export interface ShellModel extends Pick<CostModelFull, "id" | "name" | "canShare" | "isArchived" | "canUnarchive"> {
  inputs: Pick<CostModelFull["inputs"], "currentArchitecture">;
}

/** What can be done with a model as a whole. */
export interface ModelActions {
  duplicate: (id: string) => Promise<Outcome<{ id: string }>>;
  archive: (id: string) => Promise<Outcome>;
  unarchive: (id: string) => Promise<Outcome>;
  /** @param title of the approved decision that rests on it, where one does */
  remove: (id: string, title?: string) => Promise<Outcome>;
}

/** In the address of the page that a model is edited on: opens its description. */
const asked = "#description";

interface ModelMenuProps {
  model: ShellModel;
  actions: ModelActions;
  /** Where the page has none, the menu leads to the page that has. */
  description: Description | undefined;
}

/** Description, duplicating, archiving and deleting. What is deleted can be restored for 30 days, from the list that this leads to. */
export const ModelMenu = memo(function ModelMenu({ model, actions, description }: ModelMenuProps) {
  const router = useRouter();
  // No transition: one that waits for a dialog would hold back the dialog's own.
  const [isPending, setPending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [isDescribing, setDescribing] = useState(false);
  const hasDescription = description !== undefined;
  useEffect(() => {
    if (hasDescription && window.location.hash === asked) setDescribing(true);
  }, [hasDescription]);
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
    const describe: MenuEntry = hasDescription
      ? { kind: "press", label: "Description", onPress: () => setDescribing(true) }
      : { kind: "link", label: "Description", href: `${routes.model(id)}${asked}` };
    if (!canManage) return [describe, duplicate];
    return [
      describe,
      duplicate,
      isArchived
        ? press("Unarchive", actions.unarchive, () => router.refresh())
        : press("Archive", actions.archive, () => router.refresh()),
      { kind: "divider" },
      press("Delete", remove, () => router.push(`${routes.models}?shelf=deleted`)),
    ];
  }, [id, isArchived, canManage, hasDescription, actions, remove, router]);
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
      {description !== undefined && isDescribing ? (
        <DescriptionDialog {...description} onClose={() => setDescribing(false)} />
      ) : null}
      {fault === null ? null : (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </>
  );
});
