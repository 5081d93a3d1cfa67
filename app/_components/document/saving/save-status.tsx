"use client";

import styles from "@/app/_components/editor/model-header.module.css";
import { failureWords } from "@/app/_components/ui/action/what-failed";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import { formatTime } from "@/lib/value/calendar";
import type { SaveState } from "./save-queue";

interface SaveStatusProps {
  state: SaveState;
  /** Sends again what could not be sent. */
  onRetry?: (() => void) | undefined;
}

/** The state of saving in a few words; a change of it is read out, politely. */
export function SaveStatus({ state, onRetry }: SaveStatusProps) {
  const isMounted = useIsMounted();
  const isWrong = state.kind === "failing" || state.kind === "refused";
  return (
    <>
      <span role="status" className={isWrong ? styles.notSaved : styles.saved}>
        {wordsOf(state, isMounted)}
      </span>
      {state.kind === "failing" && onRetry !== undefined ? (
        <button type="button" className={styles.retry} onClick={onRetry}>
          Try again
        </button>
      ) : null}
    </>
  );
}

function wordsOf(state: SaveState, isMounted: boolean): string {
  switch (state.kind) {
    case "saved":
      // The server does not know the reader's clock.
      return isMounted ? `Saved ${formatTime(new Date(state.at))}` : "Saved";
    case "waiting":
    case "saving":
      return "Saving…";
    case "failing":
      return `Not saved: ${failureWords(state.why, "It is tried again; keep this page open.")}`;
    case "resting":
      return `Not saved yet: ${state.message}`;
    case "refused":
      return `Not saved: ${state.message}`;
    case "ended":
      return "Nothing more is saved";
  }
}
