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

/** Undo, redo, and setting all inputs back; says what it undid. */
export function UndoBar({ state, keys, to, onChange }: UndoBarProps) {
  const [said, setSaid] = useState("");
  const [undoable, redoable] = [state.past.at(-1)?.label, state.future.at(-1)?.label];
  return (
    <div className={styles.undo}>
      <button
        type="button"
        className={styles.link}
        aria-disabled={undoable === undefined}
        aria-keyshortcuts="Control+Z Meta+Z"
        title={undoable === undefined ? "There is nothing to undo" : `Undo: ${undoable} (Ctrl Z)`}
        onClick={() => {
          if (undoable === undefined) return;
          onChange({ kind: "undo" });
          setSaid(`Undid: ${undoable}`);
        }}
      >
        Undo
      </button>
      <button
        type="button"
        className={styles.link}
        aria-disabled={redoable === undefined}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z Control+Y"
        title={redoable === undefined ? "There is nothing to redo" : `Redo: ${redoable} (Ctrl Shift Z)`}
        onClick={() => {
          if (redoable === undefined) return;
          onChange({ kind: "redo" });
          setSaid(`Redid: ${redoable}`);
        }}
      >
        Redo
      </button>
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
