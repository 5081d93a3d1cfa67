"use client";

import { useState } from "react";
import type { InputKey } from "@/lib/model/inputs";
import styles from "./inputs-panel.module.css";
import type { ModelChange, ModelState } from "./model-state";

interface UndoBarProps {
  state: ModelState;
  /** Every input that has not its default. */
  changed: readonly InputKey[];
  onChange: (change: ModelChange) => void;
}

/** Undo, redo, and setting all inputs back; says what it undid. */
export function UndoBar({ state, changed, onChange }: UndoBarProps) {
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
        aria-disabled={changed.length === 0}
        title={
          changed.length === 0
            ? "Every input has its default"
            : "Sets every input to its default; Undo brings them back"
        }
        onClick={() => {
          if (changed.length === 0) return;
          onChange({ kind: "reset", keys: changed });
          setSaid(changed.length === 1 ? "Reset 1 input" : `Reset ${changed.length} inputs`);
        }}
      >
        Reset all
      </button>
    </div>
  );
}
