"use client";

import { useEffect } from "react";

declare global {
  interface Window {
    /** Ends the keeping. @returns what was pressed, each once */
    endEarlyPresses?: () => Iterable<HTMLElement>;
  }
}

/** As text: it runs before any module. Buttons that send a form are left to the browser, or disabled meanwhile. */
const keepPresses = `(() => {
  const pressed = new Set();
  const keep = (event) => {
    const button = event.target instanceof Element && event.target.closest("button[type=button]");
    if (!button) return;
    // Part of the page may listen already, and would act on it too.
    event.stopImmediatePropagation();
    pressed.add(button);
  };
  addEventListener("click", keep, true);
  window.endEarlyPresses = () => {
    removeEventListener("click", keep, true);
    return pressed;
  };
})()`;

/** In the head: keeps which buttons are pressed before the page listens, where a press would be forgotten. */
export function EarlyPressScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script
      nonce={nonce}
      // The browser hides the nonce from scripts.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a text of ours, in which nothing is put.
      dangerouslySetInnerHTML={{ __html: keepPresses }}
    />
  );
}

/** Draws nothing. Once the page listens, it presses what was pressed before. */
export function EarlyPresses() {
  useEffect(() => {
    const pressed = window.endEarlyPresses?.() ?? [];
    delete window.endEarlyPresses;
    for (const button of pressed) button.click();
  }, []);
  return null;
}
