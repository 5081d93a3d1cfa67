"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { CostModelFull, ModelDraft, SaveOutcome } from "@/lib/schemas/model";
import { draftOf } from "./model-state";
import { rememberSaved } from "./newest-known";
import { SaveQueue, type SaveState } from "./save-queue";

interface AutosaveOptions {
  model: CostModelFull;
  /** Saved when it becomes another object. */
  draft: ModelDraft;
  save: (revision: number, draft: ModelDraft) => Promise<SaveOutcome>;
  onTheirs: (theirs: ModelDraft) => void;
}

export interface Autosave {
  state: SaveState;
  keepMine: () => void;
  takeTheirs: () => void;
  /** Sends what could not be saved again, at once. */
  retry: () => void;
}

/** What is no longer there, or no longer shared, answers 404: trying again would not help. @throws any other error */
function refusedWhereGone(error: unknown): SaveOutcome {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  if (!digest.endsWith(";404")) throw error;
  const message = "this model is gone or no longer shared with you.";
  return { kind: "refused", message };
}

/** Saves a draft as it changes, and asks before the page is left while something is not saved. */
export function useAutosave({ model, draft, save, onTheirs }: AutosaveOptions): Autosave {
  const [state, setState] = useState<SaveState>({ kind: "saved", at: model.changedAt });
  const [queue] = useState(
    () =>
      new SaveQueue({
        revision: model.revision,
        save: (revision, changed) => save(revision, changed).catch(refusedWhereGone),
        onState: setState,
        onSaved: (saved) => rememberSaved({ ...model, ...saved }),
      }),
  );
  const known = useRef(draft);

  useEffect(() => {
    if (draft === known.current) return;
    known.current = draft;
    queue.change(draft);
  }, [draft, queue]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.isDirty) event.preventDefault();
    };
    const flush = () => queue.flush();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", flush);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", flush);
      queue.flush();
    };
  }, [queue]);

  const keepMine = useCallback(() => queue.keepMine(), [queue]);
  const takeTheirs = useCallback(() => {
    const current = queue.takeTheirs();
    if (current === null) return;
    const theirs = draftOf(current);
    // It is what is stored: not to be saved again.
    known.current = theirs;
    onTheirs(theirs);
  }, [queue, onTheirs]);
  const retry = useCallback(() => queue.flush(), [queue]);
  return { state, keepMine, takeTheirs, retry };
}
