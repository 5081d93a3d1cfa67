"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { routes } from "@/lib/routes";
import { liveEvents, type PersonHere } from "@/lib/schemas/live";
import type { CostModelFull } from "@/lib/schemas/model";
import type { ScenarioFull } from "@/lib/schemas/scenario";

interface ModelEvents {
  /** The model as it stands, whenever somebody has saved it or what one may do with it has changed. */
  onModel?: (model: CostModelFull) => void;
  /** Its scenarios as they stand, whenever one of them was changed, made or deleted, and at first. */
  onScenarios?: (scenarios: ScenarioFull[]) => void;
  /** Its comments changed, or may have while nobody listened; what they are is for the page to ask. */
  onComments?: (() => void) | undefined;
  /** It is gone, or no longer to be seen by this person. */
  onGone?: () => void;
}

/** A window that nobody sees holds no connection after so long, ms: a browser opens only six to one site. */
const hiddenFor = 10_000;
/** When to try again after a refusal, ms. */
const again = 5_000;

/**
 * Follows what others do to a model, and says who else has it open.
 *
 * @param known the revision that the page shows at first
 */
export function useModelEvents(modelId: string, known: number, events: ModelEvents): PersonHere[] {
  const [people, setPeople] = useState<PersonHere[]>([]);
  const onModel = useEffectEvent((model: CostModelFull) => events.onModel?.(model));
  const onScenarios = useEffectEvent((scenarios: ScenarioFull[]) => events.onScenarios?.(scenarios));
  const onComments = useEffectEvent(() => events.onComments?.());
  const onGone = useEffectEvent(() => events.onGone?.());
  const withScenarios = events.onScenarios !== undefined;

  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let newest = known;
    let isOver = false;

    function open() {
      clearTimeout(timer);
      if (source !== null || isOver || document.visibilityState === "hidden") return;
      const opened = new EventSource(routes.modelEvents(modelId, newest, withScenarios));
      source = opened;
      opened.addEventListener(liveEvents.model, ({ data }) => {
        const model = JSON.parse(data) as CostModelFull;
        newest = Math.max(newest, model.revision);
        onModel(model);
      });
      opened.addEventListener(liveEvents.people, ({ data }) => setPeople(JSON.parse(data) as PersonHere[]));
      opened.addEventListener(liveEvents.scenarios, ({ data }) => onScenarios(JSON.parse(data) as ScenarioFull[]));
      opened.addEventListener("open", () => onComments());
      opened.addEventListener(liveEvents.comments, () => onComments());
      opened.addEventListener(liveEvents.gone, () => {
        isOver = true;
        close();
        onGone();
      });
      opened.addEventListener("error", () => {
        setPeople([]);
        // A connection that was lost comes back by itself; what was refused does not.
        if (opened.readyState !== EventSource.CLOSED) return;
        close();
        timer = setTimeout(open, again);
      });
    }
    function close() {
      clearTimeout(timer);
      source?.close();
      source = null;
      setPeople([]);
    }
    function look() {
      clearTimeout(timer);
      if (document.visibilityState === "hidden") timer = setTimeout(close, hiddenFor);
      else open();
    }
    open();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", open);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", open);
      close();
    };
  }, [modelId, known, withScenarios]);
  return people;
}
