"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLater } from "./use-later";

interface DeferOffscreenProps<Value> {
  /** From which everything follows that is drawn in here, in one object, so that none of it is of another moment. */
  value: Value;
  children: (value: Value) => ReactNode;
}

/**
 * Follows its value at once while it is in sight, else right after what is: a key does not wait for figures that nobody
 * sees.
 */
export function DeferOffscreen<Value>({ value, children }: DeferOffscreenProps<Value>) {
  const box = useRef<HTMLDivElement>(null);
  const [isInSight, setInSight] = useState(true);
  const drawn = useLater(value);

  useEffect(() => {
    if (box.current === null) return;
    const observer = new IntersectionObserver((entries) => setInSight(entries.at(-1)?.isIntersecting ?? true));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  return <div ref={box}>{children(isInSight ? value : drawn)}</div>;
}
