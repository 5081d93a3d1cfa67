"use client";

import { useMemo } from "react";
import type { CostModelFull } from "@/lib/draft/model";
import { type ModelRights, rightsOf } from "@/lib/live/events";
import type { ModelNow } from "./use-model-events";

const none: Partial<ModelRights> = { canComment: false, canEdit: false, canShare: false, canUnarchive: false };

/**
 * The model with the person's present rights; none where it is gone. The same object as long as nothing has changed.
 */
export function useModelNow(model: CostModelFull, { rights, ended }: ModelNow): CostModelFull {
  return useMemo(() => {
    const latest = ended === "gone" ? none : (rights ?? {});
    const known = rightsOf(model);
    const isKnown = (Object.keys(latest) as (keyof ModelRights)[]).every((name) => latest[name] === known[name]);
    return isKnown ? model : { ...model, ...latest };
  }, [model, rights, ended]);
}
