"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { mergeDrafts } from "@/lib/schemas/merge-drafts";
import type { CostModelFull, ModelDraft, SaveOutcome } from "@/lib/schemas/model";
import { clashesOf } from "./model-merge";
import { draftOf, type ModelChange, type ModelState } from "./model-state";
import { rememberClashes, rememberedClashes, rememberSaved } from "./newest-known";
import { refusedWhereGone } from "./refused-where-gone";
import { SaveQueue, type SaveState } from "./save-queue";

interface AutosaveOptions {
  model: CostModelFull;
  /** Saved when its draft becomes another object. */
  state: ModelState;
  save: (revision: number, draft: ModelDraft) => Promise<SaveOutcome>;
  onChange: (change: ModelChange) => void;
}

export interface Autosave {
  state: SaveState;
  /** Tells of what somebody else saved. */
  heard: (current: CostModelFull) => void;
  /** Sends what could not be saved again, at once. */
  retry: () => void;
}

/** Saves a draft as it changes, merges what others save meanwhile, and asks before the page is left while something is not saved or decided. */
export function useAutosave({ model, state: { draft, merges, clashes }, save, onChange }: AutosaveOptions): Autosave {
  const [state, setState] = useState<SaveState>({ kind: "saved", at: model.changedAt });
  const [queue] = useState(
    () =>
      new SaveQueue<ModelDraft, CostModelFull>({
        revision: model.revision,
        save: (revision, changed) => save(revision, changed).catch(refusedWhereGone),
        onState: setState,
        onSaved: (saved) => rememberSaved({ ...model, ...saved }),
        merging: {
          base: draftOf(model),
          draftOf,
          onTheirs: (theirs, base, count) => {
            rememberSaved(theirs);
            onChange({ kind: "merge", base, theirs: draftOf(theirs), by: theirs.changedBy, merges: count });
          },
          merge: (base, mine, theirs) => {
            rememberSaved(theirs);
            const there = draftOf(theirs);
            rememberClashes(model.id, {
              ...rememberedClashes(model.id),
              ...clashesOf(base, mine, there, theirs.changedBy),
            });
            return mergeDrafts(base, mine, there).draft;
          },
        },
      }),
  );
  const known = useRef({ draft, merges });
  const isUndecided = Object.keys(clashes).length > 0;

  useEffect(() => {
    if (draft === known.current.draft && merges === known.current.merges) return;
    known.current = { draft, merges };
    queue.change(draft, merges);
  }, [draft, merges, queue]);

  useEffect(() => rememberClashes(model.id, clashes), [model.id, clashes]);

  useEffect(() => {
    if (!isUndecided) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUndecided]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.isDirty) event.preventDefault();
    };
    const flush = () => queue.flush();
    queue.enter();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", flush);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", flush);
      queue.leave();
    };
  }, [queue]);

  const heard = useCallback((current: CostModelFull) => queue.heard(current), [queue]);
  const retry = useCallback(() => queue.flush(), [queue]);
  return { state, heard, retry };
}
