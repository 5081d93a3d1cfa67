"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { bringToPart } from "@/app/_components/ui/bring-to-part";

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
    return bringToPart(() => findField(asked));
  }, [asked]);
  return asked;
}
