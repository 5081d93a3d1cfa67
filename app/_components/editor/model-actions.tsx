"use client";

import { memo, type Ref } from "react";
import { CommentsWord } from "@/app/_components/comments/comments-word";
import { LinkButton } from "@/app/_components/ui/link-button";
import { MenuButton } from "@/app/_components/ui/menu/menu-button";
import type { MenuEntry } from "@/app/_components/ui/menu/menu-entries";
import type { CostModelFull } from "@/lib/draft/model";
import { routes } from "@/lib/routes";
import styles from "./model-header.module.css";

const files = [
  { name: "years.csv", holds: "cost by year" },
  { name: "projection.csv", holds: "cost by month" },
  { name: "inputs.csv", holds: "all inputs" },
] as const;

interface ModelActionsProps {
  model: CostModelFull;
  /** Asks for a file of figures. */
  onImport: () => void;
  /** The button from which that is asked, to which the focus comes back. */
  menuButton: Ref<HTMLButtonElement>;
}

/** The ways from a model to its other pages, and its files. */
export const ModelActions = memo(function ModelActions({ model, onImport, menuButton }: ModelActionsProps) {
  const exports: MenuEntry[] = files.map(({ name, holds }) => ({
    kind: "link",
    label: `Download ${name}: ${holds}`,
    href: routes.modelExport(model.id, name),
    isDownload: true,
  }));
  if (model.canEdit) exports.push({ kind: "press", label: "Import figures…", onPress: onImport });
  return (
    <div className={styles.actions}>
      <LinkButton href={routes.breakdown(model.id)} variant="default" size="xs">
        Breakdown
      </LinkButton>
      <LinkButton href={routes.scenarios(model.id)} variant="default" size="xs">
        Scenarios
      </LinkButton>
      <LinkButton href={routes.history(model.id)} variant="default" size="xs">
        History
      </LinkButton>
      <LinkButton href={routes.comments(model.id)} variant="default" size="xs">
        <CommentsWord />
      </LinkButton>
      {model.canShare ? (
        <LinkButton href={routes.share(model.id)} variant="default" size="xs">
          Share
        </LinkButton>
      ) : null}
      <MenuButton
        label="Export"
        buttonRef={menuButton}
        button={{ variant: "default", size: "xs", rightSection: <span aria-hidden="true">▾</span> }}
        position="bottom-end"
        width={260}
        entries={exports}
      />
    </div>
  );
});
