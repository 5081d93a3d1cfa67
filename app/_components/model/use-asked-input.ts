"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent } from "react";

/** How long a panel may take to be drawn before it is no longer waited for, ms. */
const patience = 3_000;

/** The part of the inputs panel that holds an input, or the own line that a figure belongs to. */
function findField(key: string): HTMLElement | undefined {
  const [line] = /^customLines\.\d+/.exec(key) ?? [key];
  const found = [...document.querySelectorAll<HTMLElement>("[data-input]")];
  // The panel stands at the side and in the sheet; one of them is shown.
  return found.find(
    (element) => (element.dataset.input === line || element.dataset.line === key) && element.offsetParent !== null,
  );
}

/**
 * The input that the address asks for (`?input=`), as explanations link to it: its field is brought into view and takes the focus.
 *
 * @param openSheet shows the inputs where they do not stand at the side
 */
export function useAskedInput(openSheet: () => void): string | null {
  const asked = useSearchParams().get("input");
  const open = useEffectEvent(openSheet);
  useEffect(() => {
    if (asked === null) return;
    if (window.matchMedia("(max-width: 64em)").matches) open();
    const since = performance.now();
    let frame = requestAnimationFrame(function look(now: number) {
      const field = findField(asked);
      if (field === undefined) {
        if (now - since < patience) frame = requestAnimationFrame(look);
        return;
      }
      field.scrollIntoView({ block: "center" });
      const control = field.querySelector<HTMLElement>("input, select") ?? field.querySelector<HTMLElement>("button");
      control?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [asked]);
  return asked;
}
