"use client";

import { useMemo } from "react";
import type { CostModelFull } from "@/lib/draft/model";
import { type ModelRights, rightsOf } from "@/lib/live/events";
import type { ModelNow } from "./use-model-events";

const none: Partial<ModelRights> = { canComment: false, canEdit: false, canShare: false, canUnarchive: false };

/** The model with what may be done with it now; nothing, where it is gone. The same object as long as nothing has changed. */
export function useModelNow(model: CostModelFull, { rights, ended }: ModelNow): CostModelFull {
  return useMemo(() => {
    const told = ended === "gone" ? none : (rights ?? {});
    const known = rightsOf(model);
    const isKnown = (Object.keys(told) as (keyof ModelRights)[]).every((name) => told[name] === known[name]);
    return isKnown ? model : { ...model, ...told };
  }, [model, rights, ended]);
}
