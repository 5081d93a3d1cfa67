"use client";

import { useEffect, useRef } from "react";

/** Tells the server that a browser shows this page: not while it is fetched ahead of a click, or stands in a tab that nobody has looked at. */
export function CountOpening({ count }: { count: () => Promise<unknown> }) {
  const isCounted = useRef(false);
  useEffect(() => {
    const countOnce = () => {
      if (isCounted.current || document.visibilityState !== "visible") return;
      isCounted.current = true;
      // The reader has nothing of it: where it fails, the page stays as it is.
      count().catch(() => {});
    };
    countOnce();
    document.addEventListener("visibilitychange", countOnce);
    return () => document.removeEventListener("visibilitychange", countOnce);
  }, [count]);
  return null;
}
