import { createContext, useMemo, useState } from "react";
import type { Sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import type { InputKey } from "@/lib/model/inputs";
import { greatestSwings } from "./greatest-swings";

type Swings = Sensitivity["swings"];

/** The inputs that move an answer most. */
export interface KeyInputs {
  /** The greatest first, as they were when the page was opened; null until that is known. */
  readonly keys: readonly InputKey[] | null;
  /** The newest known, money. */
  readonly swings: Swings;
  /** Whether those are of the figures on the page. */
  readonly isFresh: boolean;
}

/** Of the page, null where nothing can tell them. What shows them reads them here: nothing else of the panel changes with them. */
export const KeyInputsContext = createContext<KeyInputs | null>(null);

const most = 10;

/** @param swings of the figures on the page; null until they are known. Typing changes no order: no field moves under one's hands. */
export function useKeyInputs(swings: Swings | null): KeyInputs {
  const [known, setKnown] = useState<{ keys: readonly InputKey[] | null; swings: Swings }>({ keys: null, swings: {} });
  if (swings !== null && swings !== known.swings) {
    const keys = greatestSwings(swings, most);
    setKnown({ keys: known.keys ?? (keys.length === 0 ? null : keys), swings });
  }
  const isFresh = swings !== null;
  return useMemo(() => ({ ...known, isFresh }), [known, isFresh]);
}
