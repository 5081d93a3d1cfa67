"use client";

import { Button } from "@mantine/core";
import { useId } from "react";
import { ConflictNotice } from "@/app/_components/document/conflict-notice";
import type { ShownDocument } from "@/app/_components/document/open-document";
import { SaveStatus } from "@/app/_components/document/saving/save-status";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import { namePlace } from "@/lib/draft/place";
import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import styles from "./scenario-columns.module.css";
import type { ScenarioChange } from "./scenario-kind";

interface ScenarioHeadProps {
  scenario: ShownDocument<ScenarioDraft>;
  canEdit: boolean;
  currency: string;
  onChange: (change: ScenarioChange) => void;
  /** Sends again what could not be sent. */
  onRetry: () => void;
  onDuplicate: () => void;
  onDelete: () => void;
}

/** The name of a scenario, whether it is saved, and what can be done with it. */
export function ScenarioHead(props: ScenarioHeadProps) {
  const { scenario, canEdit, currency, onChange, onRetry, onDuplicate, onDelete } = props;
  const { faults, conflicts, typed } = scenario.state;
  const { name } = typed;
  const nameConflict = conflicts.get(namePlace);
  const id = useId();
  const isMounted = useIsMounted();
  const fault = faults.find(({ key }) => key === "name")?.message;
  if (!canEdit) return <h2 className={styles.name}>{name}</h2>;
  return (
    <div className={styles.head}>
      <h2 className={styles.heading}>
        <input
          className={styles.nameField}
          data-on-paper
          aria-label={`Name of ${name}`}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-fault`}
          autoComplete="off"
          // What is typed before the page listens would be shown and not kept.
          readOnly={!isMounted}
          value={nameConflict === undefined ? name : String(nameConflict.mine ?? "")}
          onChange={(event) => onChange({ kind: "put", place: namePlace, value: event.currentTarget.value })}
          onBlur={() => onChange({ kind: "leave" })}
        />
      </h2>
      <p id={`${id}-fault`} className={styles.fault} role={fault === undefined ? undefined : "alert"}>
        {fault}
      </p>
      <div className={styles.actions} data-off-paper>
        <Button size="compact-xs" variant="subtle" onClick={onDuplicate} aria-label={`Duplicate ${name}`}>
          Duplicate
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={scenario.saving.kind !== "saved"}
          onClick={onDelete}
          aria-label={`Delete ${name}`}
        >
          Delete
        </Button>
        {/* Last: its words change while one works, and would push a button away from under a finger. */}
        <SaveStatus state={scenario.saving} onRetry={onRetry} />
      </div>
      <ConflictNotice
        conflicts={conflicts}
        currency={currency}
        unset="the model's value"
        onKeepMine={(place) => onChange({ kind: "keepMine", place })}
        onTakeTheirs={(place) => onChange({ kind: "takeTheirs", place })}
      />
    </div>
  );
}
