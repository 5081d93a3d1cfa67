"use client";

import { use } from "react";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import type { WorthKnowing } from "@/lib/analysis/verdict/measure-first";
import { isChangedSince } from "@/lib/draft/changed-since";
import type { LastChanges } from "@/lib/draft/history";
import type { ModelDraft } from "@/lib/draft/model";
import { isUntouched } from "@/lib/draft/uncertainty/untouched-draws";
import { type InputKey, type Inputs, isInputKey } from "@/lib/model/inputs";
import { ageWords } from "@/lib/value/age-words";
import { formatDay, localDay } from "@/lib/value/calendar";
import { evidenceWords } from "@/lib/value/range-words";

/** What says where a model's figures come from, and since when. */
export interface EvidenceFacts {
  readonly draft: ModelDraft;
  /** As the page was loaded. */
  readonly loaded: ModelDraft;
  /** The template's figures in the model's currency. */
  readonly starting: Partial<Inputs>;
  /** As they were when the page was loaded. */
  readonly changes: Promise<LastChanges>;
}

interface MeasureEvidenceProps {
  of: WorthKnowing;
  facts: EvidenceFacts;
}

const day = 86_400_000;

/** What evidence a figure has, and how old it is; of a group, how much of it nobody has looked at. */
export function MeasureEvidence({
  of: { key, group },
  facts: { draft, loaded, starting, changes },
}: MeasureEvidenceProps) {
  const dated = use(changes);
  const isMounted = useIsMounted();
  if (group !== undefined) {
    const { members } = group;
    const untouched = members.filter((key) => isInputKey(key) && isUntouched(key, draft, starting)).length;
    return untouched === 0 ? null : `Evidence: default for ${untouched} of ${members.length}.`;
  }
  if (!isInputKey(key)) return null;
  if (isUntouched(key, draft, starting)) return "Evidence: default; nobody here has looked at it.";
  const { evidence } = draft.notes[key] ?? {};
  const words = evidence === undefined ? "none stated" : evidenceWords[evidence];
  const at = isChangedSince(loaded, draft, key) ? new Date() : dateOf(dated, key);
  // The server does not know the reader's day.
  if (!isMounted || at === null) return `Evidence: ${words}.`;
  const days = Math.round((Date.parse(localDay(new Date())) - Date.parse(localDay(at))) / day);
  return (
    <>
      Evidence: {words}, <time title={formatDay(localDay(at))}>{ageWords(Math.max(0, days))}</time>.
    </>
  );
}

function dateOf(changes: LastChanges, key: InputKey): Date | null {
  const change = changes[key];
  return change === undefined ? null : new Date(change.at);
}
