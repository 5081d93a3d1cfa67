"use client";

import { useState } from "react";
import { useComments } from "@/app/_components/comments/comments-context";
import { newestKnown } from "@/app/_components/document/saving/newest-known";
import { type SaveModel, savedModel } from "@/app/_components/document/saving/saved-model";
import { useDocuments } from "@/app/_components/document/use-documents";
import { useUndoKeys } from "@/app/_components/document/use-undo-keys";
import { useModelEvents } from "@/app/_components/live/use-model-events";
import { useModelNow } from "@/app/_components/live/use-model-now";
import type { CostModelFull } from "@/lib/draft/model";

/**
 * A model that is edited on this page: its state and saving, and what others do with it meanwhile.
 *
 * @param onDecision called where the criteria or weights of its decision have changed
 */
export function useOpenModel(initial: CostModelFull, save: SaveModel, onDecision?: () => void) {
  const [loaded] = useState(() => newestKnown(initial));
  const [documents] = useState(() => [savedModel(loaded, save)] as const);
  const [opened] = documents;
  const { state, saving } = useDocuments(documents)[0] ?? opened.now;
  const comments = useComments();
  const now = useModelEvents(loaded.id, loaded.revision, {
    onModel: opened.heard,
    onComments: comments?.follow,
    onDecision,
    onGone: () => {
      opened.end();
      comments?.end();
    },
  });
  const model = useModelNow(loaded, now);
  useUndoKeys(model.canEdit, documents);
  return { loaded, opened, state, saving, now, model };
}

export type OpenedModel = ReturnType<typeof useOpenModel>;
