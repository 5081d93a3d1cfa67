"use client";

import { useEffect, useRef } from "react";

/** Tells the server that a browser shows this page: not while it is prefetched, or in a tab that was never visible. */
export function CountOpening({ count }: { count: () => Promise<unknown> }) {
  const isCounted = useRef(false);
  useEffect(() => {
    const countOnce = () => {
      if (isCounted.current || document.visibilityState !== "visible") return;
      isCounted.current = true;
      // The reader does not need it: a failure changes nothing on the page.
      count().catch(() => {});
    };
    countOnce();
    document.addEventListener("visibilitychange", countOnce);
    return () => document.removeEventListener("visibilitychange", countOnce);
  }, [count]);
  return null;
}
