"use client";

import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import type { Draft } from "@/lib/draft/document-parts";
import type { OpenDocument, ShownDocument, StoredDocument } from "./open-document";

/**
 * Documents as they stand now. What waits is sent when the connection is back and when the page is left, and the browser asks before it is
 * closed while something is not saved or decided.
 *
 * @param documents the same array as long as they are the same
 */
export function useDocuments<D extends Draft, C extends StoredDocument>(
  documents: readonly OpenDocument<D, C>[],
): readonly ShownDocument<D>[] {
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = documents.map((one) => one.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [documents],
  );
  const read = useMemo(() => shownOf(documents), [documents]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (documents.some(({ isDirty, isUndecided }) => isDirty || isUndecided)) event.preventDefault();
    };
    const retry = () => {
      for (const one of documents) one.retry();
    };
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", retry);
      retry();
    };
  }, [documents]);

  return useSyncExternalStore(subscribe, read, read);
}

/** Reads what is shown of them; the same array as long as nothing of it has changed. */
function shownOf<D extends Draft, C extends StoredDocument>(documents: readonly OpenDocument<D, C>[]) {
  let known: readonly ShownDocument<D>[] = [];
  return () => {
    const shown = documents.map((one) => one.now);
    if (shown.length !== known.length || shown.some((one, index) => one !== known[index])) known = shown;
    return known;
  };
}
