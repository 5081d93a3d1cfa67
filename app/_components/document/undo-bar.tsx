"use client";

import { useState } from "react";
import styles from "@/app/_components/inputs/inputs-panel.module.css";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { ModelChange, ModelState } from "./model-kind";

interface UndoBarProps {
  state: ModelState;
  /** Every input that has another value than the model began with, */
  keys: readonly InputKey[];
  /** and what that was: the template's value, else the default. */
  to: Readonly<Inputs>;
  onChange: (change: ModelChange) => void;
}

const steps = [
  { kind: "undo", name: "Undo", past: "Undid", keys: "Ctrl Z", shortcuts: "Control+Z Meta+Z" },
  {
    kind: "redo",
    name: "Redo",
    past: "Redid",
    keys: "Ctrl Shift Z",
    shortcuts: "Control+Shift+Z Meta+Shift+Z Control+Y",
  },
] as const;

/** Undo, redo, and setting all inputs back; says what it undid. */
export function UndoBar({ state, keys, to, onChange }: UndoBarProps) {
  const [said, setSaid] = useState("");
  const next = { undo: state.past.at(-1)?.label, redo: state.future.at(-1)?.label };
  return (
    <div className={styles.undo}>
      {steps.map(({ kind, name, past, keys, shortcuts }) => (
        <button
          key={kind}
          type="button"
          className={styles.link}
          aria-disabled={next[kind] === undefined}
          aria-keyshortcuts={shortcuts}
          title={next[kind] === undefined ? `There is nothing to ${kind}` : `${name}: ${next[kind]} (${keys})`}
          onClick={() => {
            if (next[kind] === undefined) return;
            onChange({ kind });
            setSaid(`${past}: ${next[kind]}`);
          }}
        >
          {name}
        </button>
      ))}
      <span role="status" className={styles.said}>
        {said}
      </span>
      <button
        type="button"
        className={styles.link}
        aria-disabled={keys.length === 0}
        title={
          keys.length === 0
            ? "Every input has what the model began with"
            : "Sets every input to the template's value, else to its default; Undo brings them back"
        }
        onClick={() => {
          if (keys.length === 0) return;
          onChange({ kind: "reset", keys, to });
          setSaid(keys.length === 1 ? "Reset 1 input" : `Reset ${keys.length} inputs`);
        }}
      >
        Reset all
      </button>
    </div>
  );
}
