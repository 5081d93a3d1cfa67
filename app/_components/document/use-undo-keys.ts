"use client";

import { useEffect } from "react";
import type { Draft } from "@/lib/draft/document-parts";
import type { OpenDocument, StoredDocument } from "./open-document";

/**
 * Control or command with Z undoes what was done last in any of the documents, with shift too or with Y redoes what was undone last. A field
 * marked data-own-undo keeps the browser's own.
 */
export function useUndoKeys<D extends Draft, C extends StoredDocument>(
  isOn: boolean,
  documents: readonly OpenDocument<D, C>[],
): void {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest("[data-own-undo]")) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      const kind = key === "y" || event.shiftKey ? "redo" : "undo";
      lastToTake(documents, kind)?.change({ kind });
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [isOn, documents]);
}

/** The document in which something was done last, or undone last. */
export function lastToTake<D extends Draft, C extends StoredDocument>(
  documents: readonly OpenDocument<D, C>[],
  kind: "undo" | "redo",
): OpenDocument<D, C> | undefined {
  const newest = ({ now: { state } }: OpenDocument<D, C>) =>
    (kind === "undo" ? state.past : state.future).at(-1)?.at ?? 0;
  return documents.filter((one) => newest(one) > 0).sort((one, other) => newest(other) - newest(one))[0];
}
