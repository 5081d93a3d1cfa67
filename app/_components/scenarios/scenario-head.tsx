"use client";

import { Button } from "@mantine/core";
import { useId } from "react";
import { SaveStatus } from "../model/save-status";
import { Notice } from "../ui/notice";
import styles from "./scenario-columns.module.css";
import type { OpenScenario } from "./use-scenarios";

interface ScenarioHeadProps {
  scenario: OpenScenario;
  canEdit: boolean;
  onRename: (name: string) => void;
  onDuplicate: () => void;
  onDelete: () => void;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** The name of a scenario, whether it is saved, and what can be done with it. */
export function ScenarioHead(props: ScenarioHeadProps) {
  const { scenario, canEdit, onRename, onDuplicate, onDelete, onKeepMine, onTakeTheirs } = props;
  const { name, state, faults } = scenario;
  const id = useId();
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
          value={name}
          onChange={(event) => onRename(event.currentTarget.value)}
        />
      </h2>
      <p id={`${id}-fault`} className={styles.fault} role={fault === undefined ? undefined : "alert"}>
        {fault}
      </p>
      <div className={styles.actions}>
        {state.kind === "stale" ? null : <SaveStatus state={state} />}
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
      {state.kind === "stale" ? (
        <Notice tone="look" title={`${state.current.changedBy} saved this scenario while you were changing it`}>
          <div className={styles.choices}>
            <Button size="compact-xs" variant="default" onClick={onTakeTheirs}>
              Take theirs and drop mine
            </Button>
            <Button size="compact-xs" variant="default" onClick={onKeepMine}>
              Keep mine and save it over theirs
            </Button>
          </div>
        </Notice>
      ) : null}
    </div>
  );
}
