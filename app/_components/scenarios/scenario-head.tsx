"use client";

import { Button } from "@mantine/core";
import { useId } from "react";
import { ConflictNotice } from "@/app/_components/document/conflict-notice";
import { SaveStatus } from "@/app/_components/document/saving/save-status";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import type { Place } from "@/lib/draft/parts";
import styles from "./scenario-columns.module.css";
import type { OpenScenario } from "./scenario-state";

interface ScenarioHeadProps {
  scenario: OpenScenario;
  canEdit: boolean;
  currency: string;
  onRename: (name: string) => void;
  /** The name is being typed, or no longer. */
  onBusy: (isBusy: boolean) => void;
  onDuplicate: () => void;
  onDelete: () => void;
  onKeepMine: (place: Place) => void;
  onTakeTheirs: (place: Place) => void;
}

/** The name of a scenario, whether it is saved, and what can be done with it. */
export function ScenarioHead(props: ScenarioHeadProps) {
  const { scenario, canEdit, currency, onRename, onBusy, onDuplicate, onDelete, onKeepMine, onTakeTheirs } = props;
  const { name, state, faults, conflicts } = scenario;
  const nameConflict = conflicts.name;
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
          onChange={(event) => {
            onBusy(true);
            onRename(event.currentTarget.value);
          }}
          onBlur={() => onBusy(false)}
        />
      </h2>
      <p id={`${id}-fault`} className={styles.fault} role={fault === undefined ? undefined : "alert"}>
        {fault}
      </p>
      <div className={styles.actions}>
        <SaveStatus state={state} />
        <Button size="compact-xs" variant="subtle" onClick={onDuplicate} aria-label={`Duplicate ${name}`}>
          Duplicate
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={state.kind !== "saved"}
          onClick={onDelete}
          aria-label={`Delete ${name}`}
        >
          Delete
        </Button>
      </div>
      <ConflictNotice
        conflicts={conflicts}
        currency={currency}
        unset="the model's value"
        onKeepMine={onKeepMine}
        onTakeTheirs={onTakeTheirs}
      />
    </div>
  );
}
