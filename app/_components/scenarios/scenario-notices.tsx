"use client";

import { Button } from "@mantine/core";
import { NotSavedNotice } from "@/app/_components/document/saving/not-saved-notice";
import type { CostModelFull } from "@/lib/draft/model";
import { inputsOf, type ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { rowsOf } from "@/lib/draft/scenario/scenario-rows";
import { Notice } from "../ui/notice";
import styles from "./scenario-columns.module.css";
import type { OpenScenario } from "./scenario-kind";
import type { Deleted } from "./scenario-list";

interface ScenarioNoticesProps {
  model: CostModelFull;
  /** Why something could not be done. */
  message: string | null;
  documents: readonly OpenScenario[];
  deleted: readonly Deleted[];
  onBringBack: (deleted: Deleted) => void;
  onDismiss: (id: string) => void;
}

/** What went wrong with scenarios, and which were deleted: nothing typed is lost. */
export function ScenarioNotices({ model, message, documents, deleted, onBringBack, onDismiss }: ScenarioNoticesProps) {
  return (
    <>
      {documents.map(({ now: { id, saving, state }, retry }) =>
        saving.kind === "refused" ? (
          <NotSavedNotice
            key={id}
            called={state.draft.name}
            message={saving.message}
            mine={withScenario(model, state.draft)}
            templateKey={model.templateKey}
            onRetry={retry}
          />
        ) : null,
      )}
      {message === null ? null : (
        <Notice tone="wrong">
          <p>{message}</p>
        </Notice>
      )}
      {deleted.map((one) => (
        <Notice key={one.id} tone={one.by === "others meanwhile" ? "look" : "plain"}>
          <div className={styles.deleted}>
            <p>{deletedWords(one)}</p>
            {model.canEdit ? (
              <Button size="compact-xs" variant="default" onClick={() => onBringBack(one)}>
                {one.by === "you" ? "Undo" : "Bring it back"}
              </Button>
            ) : null}
            <Button size="compact-xs" variant="subtle" onClick={() => onDismiss(one.id)}>
              Dismiss
            </Button>
          </div>
        </Notice>
      ))}
    </>
  );
}

function deletedWords({ name, by }: Deleted): string {
  if (by === "you") return `Deleted “${name}”.`;
  const words = `Another person deleted “${name}”`;
  return by === "others" ? `${words}.` : `${words} while you were changing it. What you typed is kept here.`;
}

/** The model as a scenario would have it, to be taken away. */
export const withScenario = (model: CostModelFull, draft: ScenarioDraft): CostModelFull => ({
  ...model,
  name: draft.name,
  inputs: inputsOf(model.inputs, draft),
  ...rowsOf(model, draft),
});
