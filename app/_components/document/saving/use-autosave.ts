"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { KeptMoney } from "@/app/_components/document/kept-money";
import type { ModelChange, ModelState } from "@/app/_components/document/model-document";
import { conflictsOf } from "@/app/_components/document/model-merge";
import { draftOf } from "@/app/_components/document/model-state";
import { mergeDrafts } from "@/lib/draft/merge-drafts";
import type { CostModelFull, ModelDraft, SaveOutcome } from "@/lib/draft/model";
import { currencyPart, isSameValue } from "@/lib/draft/parts";
import { withoutRefused } from "@/lib/draft/without-refused";
import { rememberConflicts, rememberedConflicts, rememberSaved } from "./newest-known";
import { refusedWhereGone } from "./refused-where-gone";
import { SaveQueue, type SaveState } from "./save-queue";

interface AutosaveOptions {
  model: CostModelFull;
  /** Saved when its draft becomes another object. */
  state: ModelState;
  /** @param kept of the change of the rate since that revision, the part over which typed money kept its figures */
  save: (revision: number, draft: ModelDraft, kept: number) => Promise<SaveOutcome>;
  onChange: (change: ModelChange) => void;
}

export interface Autosave {
  state: SaveState;
  /** Tells of what somebody else saved. */
  heard: (current: CostModelFull) => void;
  /** Sends what could not be saved again, at once. */
  retry: () => void;
  /** Sends nothing any more: the model is gone. */
  end: () => void;
}

/** Saves a draft as it changes, merges what others save meanwhile, and asks before the page is left while something is not saved or decided. */
export function useAutosave({ model, state: given, save, onChange }: AutosaveOptions): Autosave {
  const { draft, merges, conflicts, kept } = given;
  // What each draft on its way carries beside its figures, and what the last that was saved carried.
  const [keeping] = useState(() => new KeptMoney());
  const [state, setState] = useState<SaveState>({ kind: "saved", at: model.changedAt });
  const [queue] = useState(
    () =>
      new SaveQueue<ModelDraft, CostModelFull>({
        revision: model.revision,
        save: (revision, changed) => save(revision, changed, keeping.sinceSaved(changed)).catch(refusedWhereGone),
        onState: setState,
        onSaved: (saved, changed) => {
          keeping.landed(changed);
          rememberSaved({ ...model, ...saved });
        },
        merging: {
          base: draftOf(model),
          draftOf,
          onTheirs: (theirs, base, count) => {
            rememberSaved(theirs);
            onChange({
              kind: "merge",
              base,
              theirs: draftOf(theirs),
              by: theirs.changedBy,
              merges: count,
              kept: keeping.saved,
            });
          },
          merge: (base, mine, theirs) => {
            rememberSaved(theirs);
            const there = draftOf(theirs);
            rememberConflicts(model.id, {
              ...rememberedConflicts(model.id),
              ...conflictsOf(base, mine, there, theirs.changedBy),
            });
            const merged = mergeDrafts(base, mine, there).draft;
            const isTheirCurrency = !isSameValue(currencyPart(base), currencyPart(there));
            keeping.note(merged, isTheirCurrency ? keeping.saved : keeping.of(mine));
            return merged;
          },
          without: (mine, base, faults) => {
            const rest = withoutRefused(mine, base, faults);
            if (rest !== null) keeping.note(rest, keeping.of(mine));
            return rest;
          },
        },
      }),
  );
  const known = useRef({ draft, merges });
  const isUndecided = Object.keys(conflicts).length > 0;

  useEffect(() => {
    if (draft === known.current.draft && merges === known.current.merges) return;
    known.current = { draft, merges };
    keeping.note(draft, kept);
    queue.change(draft, merges);
  }, [draft, merges, kept, keeping, queue]);

  useEffect(() => rememberConflicts(model.id, conflicts), [model.id, conflicts]);

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
  const end = useCallback(() => queue.end(), [queue]);
  return { state, heard, retry, end };
}
