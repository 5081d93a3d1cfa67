"use client";

import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { type InputKey, isInputKey } from "@/lib/model/inputs";
import { bringToPart } from "../ui/bring-to-part";

interface AskedScenarioInput {
  scenarioId: string;
  key: InputKey;
}

/**
 * The input of a scenario that the address asks for (`?scenario=…&input=…`), as explanations link to it: its field is brought into
 * view and takes the focus. Null where the address asks for none.
 */
export function useAskedScenarioInput(): AskedScenarioInput | null {
  const given = useSearchParams();
  const [scenarioId, key] = [given.get("scenario"), given.get("input")];
  const asked = scenarioId !== null && key !== null && isInputKey(key) ? { scenarioId, key } : null;
  const place = asked === null ? null : `${asked.scenarioId} ${asked.key}`;
  useEffect(() => {
    if (place === null) return;
    return bringToPart(() => document.querySelector<HTMLElement>(`[data-scenario-input="${CSS.escape(place)}"]`));
  }, [place]);
  return asked;
}
