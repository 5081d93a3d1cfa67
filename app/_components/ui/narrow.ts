"use client";

import { useSyncExternalStore } from "react";

/** As style sheets have it, where tables become cards (card-table.module.css). */
const narrow = "screen and (max-width: 48em)";

function subscribe(onChange: () => void): () => void {
  const list = window.matchMedia(narrow);
  list.addEventListener("change", onChange);
  return () => list.removeEventListener("change", onChange);
}

/** Whether the window is as narrow as a phone's; the server draws as if it were not. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(narrow).matches,
    () => false,
  );
}
