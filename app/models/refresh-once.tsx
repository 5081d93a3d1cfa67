"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";

/** What the trials of a few models take on the server, ms. */
const soon = 6000;

/** Reads the page again once, a moment later: what it lacks is worked out by then. */
export function RefreshOnce() {
  const router = useRouter();
  const refresh = useEffectEvent(() => router.refresh());
  useEffect(() => {
    const timer = setTimeout(refresh, soon);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
