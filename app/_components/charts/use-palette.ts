"use client";

import { useMemo, useSyncExternalStore } from "react";
import { architectures } from "@/lib/model/architectures";
import { architectureStyles } from "./architecture-style";

const attribute = "data-mantine-color-scheme";

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: [attribute] });
  return () => observer.disconnect();
}

const schemeNow = () => document.documentElement.getAttribute(attribute) ?? "light";

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
