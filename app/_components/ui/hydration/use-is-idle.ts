import { useSyncExternalStore } from "react";

const waiting = new Set<() => void>();
let isAtRest = false;

function rest() {
  isAtRest = true;
  for (const tell of waiting) tell();
  waiting.clear();
}

function subscribe(tell: () => void): () => void {
  if (isAtRest) return () => {};
  if (waiting.size === 0) {
    const whenIdle = () => {
      // Safari has no idle callbacks.
      if (typeof requestIdleCallback === "undefined") setTimeout(rest);
      else requestIdleCallback(rest, { timeout: 1000 });
    };
    if (document.readyState === "complete") whenIdle();
    else window.addEventListener("load", whenIdle, { once: true });
  }
  waiting.add(tell);
  return () => waiting.delete(tell);
}

/** Whether the page has loaded and the browser has been idle since. */
export function useIsIdle(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isAtRest,
    () => false,
  );
}
