"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { ModelChange } from "@/app/_components/document/model-kind";
import type { OfferedFigure } from "@/lib/draft/figures/follow";
import type { ModelFigures } from "@/lib/draft/figures/model-figures";
import type { ModelDraft } from "@/lib/draft/model";
import type { InputKey } from "@/lib/model/inputs";
import { takeChange } from "./take-change";

interface Figures extends ModelFigures {
  draft: ModelDraft;
  of: (key: InputKey) => OfferedFigure | undefined;
  /** Takes figures into the model at one stroke; null where its reader may not change it. */
  take: ((figures: readonly OfferedFigure[]) => void) | null;
}

const Context = createContext<Figures | null>(null);

/** What the organisation offers the model that is open; null where the reader is no member, as behind a link. */
export const useFigures = () => useContext(Context);

interface FiguresProviderProps {
  /** As they were when the page was loaded. */
  offered: ModelFigures;
  draft: ModelDraft;
  canEdit: boolean;
  onChange: (change: ModelChange) => void;
  children: ReactNode;
}

/** Lets each field of a model know the organisation's figure for its input. */
export function FiguresProvider({ offered, draft, canEdit, onChange, children }: FiguresProviderProps) {
  const byKey = useMemo(() => new Map(offered.figures.map((figure) => [figure.key, figure])), [offered]);
  const value = useMemo((): Figures => {
    const take = (figures: readonly OfferedFigure[]) => onChange(takeChange(draft, figures));
    return { ...offered, draft, of: (key) => byKey.get(key), take: canEdit ? take : null };
  }, [offered, byKey, draft, canEdit, onChange]);
  return <Context value={value}>{children}</Context>;
}
