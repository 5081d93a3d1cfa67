"use client";

import { useLayoutEffect, useState } from "react";
import { modelVersion } from "@/lib/model/version";

/** Whether the reader chose in this browser to leave the model as it is: the notice is small until the next version. */
export function useStays(id: string): [boolean, (stays: boolean) => void] {
  const [stays, setStays] = useState(false);
  const key = `stays ${id} ${modelVersion}`;
  useLayoutEffect(() => {
    try {
      setStays(localStorage.getItem(key) !== null);
    } catch {
      // Where a browser stores nothing, the notice is whole again at the next visit.
    }
  }, [key]);
  function tell(now: boolean) {
    setStays(now);
    try {
      if (now) localStorage.setItem(key, "");
      else localStorage.removeItem(key);
    } catch {
      // As above.
    }
  }
  return [stays, tell];
}
