"use client";

import { useMemo, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { architectures } from "@/lib/model/architectures";
import { architectureStyles } from "./architecture-style";

const attribute = "data-mantine-color-scheme";
/** While it stands, palette.css gives the colours of print: style sheets for print do not yet hold when the browser announces it. */
const printing = "data-printing";

function subscribe(onChange: () => void): () => void {
  const root = document.documentElement;
  const observer = new MutationObserver(onChange);
  observer.observe(root, { attributes: true, attributeFilter: [attribute] });
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
    observer.disconnect();
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}

/** Whether the colours are those of paper at present. */
export const isPrinting = () => document.documentElement.hasAttribute(printing);

function schemeNow(): string {
  return isPrinting() ? "print" : (document.documentElement.getAttribute(attribute) ?? "light");
}

export type Palette = ReturnType<typeof readPalette>;

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: colour("--paper"),
    raised: colour("--paper-raised"),
    ink: colour("--ink"),
    secondary: colour("--ink-secondary"),
    rule: colour("--rule"),
    architecture: Object.fromEntries(architectures.map((name) => [name, colour(architectureStyles[name].colour)])),
  };
}

/** The palette's colours as a canvas needs them, read anew when the colour scheme changes. Only in the browser. */
export function usePalette(): Palette {
  const scheme = useSyncExternalStore(subscribe, schemeNow, () => "light");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme is what changes the colours that are read.
  return useMemo(readPalette, [scheme]);
}
