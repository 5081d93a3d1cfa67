"use client";

import { useEffect } from "react";

const focusable =
  'a[href], button:not([disabled]), input:not([disabled], [type="hidden"]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex="0"]';

interface Held {
  element: HTMLElement;
  /** What surrounded it, from the inside out, within the page's main part or a dialog. */
  around: Element[];
  /** What could take the focus then, in order. */
  others: HTMLElement[];
}

function hold(element: HTMLElement): Held | null {
  const root = element.closest("main, [role=dialog]");
  if (root === null) return null;
  const around: Element[] = [];
  // Where all of the main part changes, it is another page, with a beginning of its own.
  for (let at = element.parentElement; at !== null && at !== root; at = at.parentElement) around.push(at);
  return { element, around, others: [...root.querySelectorAll<HTMLElement>(focusable)] };
}

/** Who takes the focus of what is gone: what took its place, else what followed it, else what stood before it. */
function heir({ element, around, others }: Held): HTMLElement | undefined {
  const place = others.indexOf(element);
  const inOrder = [...others.slice(place + 1), ...others.slice(0, Math.max(0, place)).reverse()];
  for (const surrounding of around.filter(({ isConnected }) => isConnected)) {
    const there = [...surrounding.querySelectorAll<HTMLElement>(focusable)].filter((each) => each.checkVisibility());
    const target =
      there.find((each) => !others.includes(each)) ?? inOrder.find((each) => there.includes(each)) ?? there[0];
    if (target !== undefined) return target;
  }
}

/**
 * Keeps the focus in its place where what has it is taken away by what it does, or is out of use for a moment: a row
 * that is removed, a button that gives way to a form, a choice that is being saved. Where the person leaves it, it is
 * left.
 */
export function FocusKeeper() {
  useEffect(() => {
    let held: Held | null = null;
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const isLost = () => document.activeElement === null || document.activeElement === document.body;
    const isUsable = ({ element }: Held) => element.isConnected && !element.matches(":disabled");
    const take = ({ target }: FocusEvent) => {
      // A pointer needs no focus, and on a phone it would open the keyboard.
      held = target instanceof HTMLElement && target.matches(":focus-visible") ? hold(target) : null;
    };
    const keep = () => {
      // Between the end of one focus and the beginning of the next nothing has it: to take it then would undo the move.
      if (held === null || leaving !== undefined || !isLost()) return;
      if (isUsable(held)) held.element.focus();
      else if (!held.element.isConnected) heir(held)?.focus();
    };
    const leave = () => {
      clearTimeout(leaving);
      leaving = setTimeout(() => {
        leaving = undefined;
        // What is taken away is gone after this turn; what is still there was left.
        if (held !== null && isLost() && isUsable(held)) held = null;
        keep();
      });
    };
    const point = () => {
      held = null;
    };
    const observer = new MutationObserver(keep);
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled"] });
    document.addEventListener("focusin", take);
    document.addEventListener("focusout", leave);
    document.addEventListener("pointerdown", point, { capture: true });
    return () => {
      clearTimeout(leaving);
      observer.disconnect();
      document.removeEventListener("focusin", take);
      document.removeEventListener("focusout", leave);
      document.removeEventListener("pointerdown", point, { capture: true });
    };
  }, []);
  return null;
}
