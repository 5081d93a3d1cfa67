"use client";

import { useEffect, useEffectEvent } from "react";
import type { News } from "./browser-stream";
import { followWhileVisible } from "./follow-while-visible";
import { usePersonId } from "./person-context";

/** Changes in a row are one, and one's own has its page anew by then, ms. */
const settling = 1_000;

/** Hears that an organisation's figures changed, or may have while the stream was down. */
export function useFigureEvents(organisationId: string, onChange: () => void): void {
  const personId = usePersonId();
  const change = useEffectEvent(onChange);
  useEffect(() => {
    if (personId === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasOpen = false;
    const request = () => ({ id: organisationId, known: 0, scenarios: false, isFigures: true });
    const stop = followWhileVisible(personId, request, { hear });
    function hear({ event }: News) {
      if (event === "gone") stop();
      else if (event === "figures" || (event === "open" && wasOpen)) {
        clearTimeout(timer);
        timer = setTimeout(change, settling);
      }
      if (event === "open") wasOpen = true;
    }
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [personId, organisationId]);
}
