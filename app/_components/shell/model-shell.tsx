"use client";

import type { ReactNode, Ref } from "react";
import { Link } from "@/app/_components/ui/link";
import { LinkButton } from "@/app/_components/ui/link-button";
import type { MenuEntry } from "@/app/_components/ui/menu/menu-entries";
import { defaultInputs } from "@/lib/model/inputs";
import { todayOf } from "@/lib/model/today-of";
import { routes } from "@/lib/routes";
import type { Description } from "./description-dialog";
import { ExportMenu } from "./export-menu";
import { type ModelActions, ModelMenu, type ShellModel } from "./model-menu";
import styles from "./model-shell.module.css";
import { type ModelPage, ModelTabs } from "./model-tabs";

interface ModelShellProps {
  model: ShellModel;
  /** Which of the model's pages this is. */
  page: ModelPage;
  actions: ModelActions;
  /** In place of the name: a field that changes it. */
  name?: ReactNode;
  /** Beside the name: whose it is, whether it is saved, who else is here. */
  about?: ReactNode;
  /** What the model is about, where this page has it. */
  description?: Description | undefined;
  /** What belongs to this page alone. */
  action?: ReactNode;
  /** Whether something runs today in a scenario that the page knows; in the model itself it is known here. */
  hasToday?: boolean;
  /** Files of what the page shows, for the export menu. */
  shown?: readonly MenuEntry[] | undefined;
  /** Asks for a file of figures, where the page can take one. */
  onImport?: (() => void) | undefined;
  /** What a dialog asked for in the export menu gives the focus back to. */
  menuButton?: Ref<HTMLButtonElement> | undefined;
}

/** The head of every page of a model: where one is, what can be done with the model, and its other pages. */
export function ModelShell({
  model,
  page,
  actions,
  name,
  about,
  description,
  action,
  hasToday = false,
  shown,
  onImport,
  menuButton,
}: ModelShellProps) {
  const { currentArchitecture = defaultInputs.currentArchitecture } = model.inputs;
  return (
    <header className={styles.shell} data-page={page}>
      <div className={styles.row}>
        <div className={styles.identity}>
          <Link href={routes.models} className={styles.models}>
            Models
          </Link>
          <span aria-hidden="true">/</span>
          <h1 className={styles.name} data-name={model.name}>
            {name ?? model.name}
          </h1>
        </div>
        <div className={styles.about}>{about}</div>
        <div className={styles.actions}>
          {action}
          {model.canShare ? (
            <LinkButton
              href={routes.share(model.id)}
              variant="default"
              size="xs"
              aria-current={page === "share" ? "page" : undefined}
            >
              Share
            </LinkButton>
          ) : null}
          <ExportMenu
            modelId={model.id}
            hasToday={hasToday || todayOf({ currentArchitecture }) !== null}
            shown={shown}
            onImport={onImport}
            buttonRef={menuButton}
          />
          <ModelMenu model={model} actions={actions} description={description} />
        </div>
      </div>
      <ModelTabs modelId={model.id} page={page} />
    </header>
  );
}
