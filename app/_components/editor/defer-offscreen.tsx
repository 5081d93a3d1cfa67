"use client";

import { type ReactNode, startTransition, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useIsPrinting } from "@/app/_components/ui/printing";
import { holdForFrame } from "@/app/_components/worker/while-drawing";

/** How long figures stand before what is out of sight follows, ms: by then the first trials are on the page as a rule. */
const delay = 400;

interface DeferOffscreenProps<Value> {
  /** From which everything follows that is drawn in here, in one object, so that none of it is of another moment. */
  value: Value;
  children: (value: Value) => ReactNode;
}

/**
 * Follows its value at once while it is in sight, and else once that has stood for a moment: neither a key nor the trials
 * that it asks for wait for figures that nobody sees. Printing does not wait.
 */
export function DeferOffscreen<Value>({ value, children }: DeferOffscreenProps<Value>) {
  const box = useRef<HTMLDivElement>(null);
  const [isInSight, setInSight] = useState(true);
  const drawn = useSettled(value);

  useEffect(() => {
    if (box.current === null) return;
    const observer = new IntersectionObserver((entries) => setInSight(entries.at(-1)?.isIntersecting ?? true));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  return <div ref={box}>{children(isInSight ? value : drawn)}</div>;
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSettled(value)), delay);
    return () => clearTimeout(timer);
  }, [value]);
  // Trials are run meanwhile, by as many workers as there are processors.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each value that is drawn.
  useLayoutEffect(holdForFrame, [settled]);
  return useIsPrinting() ? value : settled;
}
