"use client";

import { useState } from "react";
import { useComments } from "@/app/_components/comments/comments-context";
import { newestKnown } from "@/app/_components/document/saving/newest-known";
import { type SaveModel, savedModel } from "@/app/_components/document/saving/saved-model";
import { useDocuments } from "@/app/_components/document/use-documents";
import { useUndoKeys } from "@/app/_components/document/use-undo-keys";
import { useModelEvents } from "@/app/_components/live/use-model-events";
import { useModelNow } from "@/app/_components/live/use-model-now";
import { type ModelFigures, type ReadOffered, takenRevisions } from "@/lib/draft/figures/model-figures";
import type { CostModelFull } from "@/lib/draft/model";

const none: ModelFigures = { figures: [], lines: [] };

export interface OfferedFigures {
  /** As they were when the page was loaded. */
  offered: ModelFigures;
  read: ReadOffered;
}

interface Beside {
  /** Called where the criteria or weights of its decision have changed. */
  onDecision?: () => void;
  /** What the organisation offers it, on pages that say so. */
  figures?: OfferedFigures;
}

/** A model that is edited on this page: its state and saving, and what others do with it and with its organisation's figures meanwhile. */
export function useOpenModel(initial: CostModelFull, save: SaveModel, { onDecision, figures }: Beside = {}) {
  const [loaded] = useState(() => newestKnown(initial));
  const [documents] = useState(() => [savedModel(loaded, save)] as const);
  const [opened] = documents;
  const { state, saving } = useDocuments(documents)[0] ?? opened.now;
  const comments = useComments();
  const [offered, setOffered] = useState(figures?.offered ?? none);
  /** Nothing moves by them, so that what could not be read now can be read at the next change. */
  async function readOffered() {
    const read = await figures?.read(loaded.id, takenRevisions(state.draft.notes)).catch(() => null);
    if (read?.ok) setOffered(read.offered);
  }
  const now = useModelEvents(loaded.id, loaded.revision, {
    onModel: opened.heard,
    onComments: comments?.follow,
    onDecision,
    onFigures: figures && readOffered,
    onGone: () => {
      opened.end();
      comments?.end();
    },
  });
  const model = useModelNow(loaded, now);
  useUndoKeys(model.canEdit, documents);
  return { loaded, opened, state, saving, now, model, offered };
}

export type OpenedModel = ReturnType<typeof useOpenModel>;
