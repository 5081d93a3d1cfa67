"use client";

import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

/** While it stands, palette.css gives the colours of print: style sheets for print do not yet hold when the browser announces it. */
const printing = "data-printing";

/** Whether the page is being printed. */
export const isPrinting = () => document.documentElement.hasAttribute(printing);

/** Calls back when printing begins, before the browser takes the page as it stands, and when it ends. @returns what ends it */
export function subscribeToPrinting(onChange: () => void): () => void {
  const root = document.documentElement;
  const begin = () => {
    root.setAttribute(printing, "");
    flushSync(onChange);
  };
  const end = () => {
    root.removeAttribute(printing);
    onChange();
  };
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}

/** Whether the page is being put on paper: what only paper needs is drawn no sooner. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(subscribeToPrinting, isPrinting, () => false);
}
