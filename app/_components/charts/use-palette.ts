"use client";

import { useMemo, useSyncExternalStore } from "react";
import { isPrinting, subscribeToPrinting } from "@/app/_components/ui/printing";
import { architectureStyles } from "@/lib/export/charts/architecture-style";
import { architectures } from "@/lib/model/architectures";

const attribute = "data-mantine-color-scheme";
function subscribe(onChange: () => void): () => void {
  const root = document.documentElement;
  const observer = new MutationObserver(onChange);
  observer.observe(root, { attributes: true, attributeFilter: [attribute] });
  const stopPrinting = subscribeToPrinting(onChange);
  return () => {
    observer.disconnect();
    stopPrinting();
  };
}

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
