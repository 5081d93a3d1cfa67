"use client";

import { useEffect } from "react";
import type { ModelChange } from "./model-document";

/** Control or command with Z undoes, with shift too or with Y redoes. A field marked data-own-undo keeps the browser's own. */
export function useUndoKeys(isOn: boolean, onChange: (change: ModelChange) => void): void {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest("[data-own-undo]")) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      onChange({ kind: key === "y" || event.shiftKey ? "redo" : "undo" });
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [isOn, onChange]);
}
