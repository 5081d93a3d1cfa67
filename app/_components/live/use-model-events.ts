"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { routes } from "@/lib/routes";
import { liveEvents, type ModelRights, type PersonHere } from "@/lib/schemas/live";
import type { CostModelFull } from "@/lib/schemas/model";
import type { ScenarioFull } from "@/lib/schemas/scenario";

interface ModelEvents {
  /** The model as it stands, whenever somebody has saved it. */
  onModel?: (model: CostModelFull) => void;
  /** Its scenarios as they stand, whenever one of them was changed, made or deleted, and at first. */
  onScenarios?: (scenarios: ScenarioFull[]) => void;
  /** Its comments changed, or may have while nobody listened; what they are is for the page to ask. */
  onComments?: (() => void) | undefined;
  /** It is gone, or no longer to be seen by this person: nothing more comes, and whatever is sent to it would be refused. */
  onGone?: (() => void) | undefined;
}

/** How the page stands to the model, as far as has been heard. */
export interface ModelNow {
  /** Everybody who has it open. */
  people: PersonHere[];
  /** What may be done with it, once that has been told: what the page was loaded with may be over. */
  rights: ModelRights | null;
  /** "gone" for good; "signedOut" until the person is signed in again. */
  ended: "gone" | "signedOut" | null;
}

/** A window that nobody sees holds no connection after so long, ms: a browser opens only six to one site. */
const hiddenFor = 10_000;
/** When to try again after a refusal, ms. */
const again = 5_000;
/** Whoever signs out on this page is on their way to another, and need not be told, ms. */
const onTheWay = 1_500;

/**
 * Follows what others do to a model, and says who else has it open, and what may still be done with it.
 *
 * @param known the revision that the page shows at first
 */
export function useModelEvents(modelId: string, known: number, events: ModelEvents): ModelNow {
  const [people, setPeople] = useState<PersonHere[]>([]);
  const [rights, setRights] = useState<ModelRights | null>(null);
  const [ended, setEnded] = useState<ModelNow["ended"]>(null);
  const onModel = useEffectEvent((model: CostModelFull) => events.onModel?.(model));
  const onScenarios = useEffectEvent((scenarios: ScenarioFull[]) => events.onScenarios?.(scenarios));
  const onComments = useEffectEvent(() => events.onComments?.());
  const onRights = useEffectEvent((told: ModelRights) => {
    // Whether one may comment is told with the comments, which are read at first anyway.
    if (rights !== null) events.onComments?.();
    setRights(told);
  });
  const onGone = useEffectEvent(() => {
    setEnded("gone");
    events.onGone?.();
  });
  const withScenarios = events.onScenarios !== undefined;

  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let newest = known;
    let isOver = false;

    function open() {
      clearTimeout(timer);
      if (source !== null || isOver || document.visibilityState === "hidden") return;
      const address = routes.modelEvents(modelId, newest, withScenarios);
      const opened = new EventSource(address);
      source = opened;
      opened.addEventListener(liveEvents.model, ({ data }) => {
        const model = JSON.parse(data) as CostModelFull;
        newest = Math.max(newest, model.revision);
        onModel(model);
      });
      opened.addEventListener(liveEvents.rights, ({ data }) => onRights(JSON.parse(data) as ModelRights));
      opened.addEventListener(liveEvents.people, ({ data }) => setPeople(JSON.parse(data) as PersonHere[]));
      opened.addEventListener(liveEvents.scenarios, ({ data }) => onScenarios(JSON.parse(data) as ScenarioFull[]));
      opened.addEventListener("open", () => {
        setEnded(null);
        onComments();
      });
      opened.addEventListener(liveEvents.comments, () => onComments());
      opened.addEventListener(liveEvents.gone, leave);
      opened.addEventListener(liveEvents.signedOut, () => {
        close();
        timer = setTimeout(() => setEnded("signedOut"), onTheWay);
      });
      opened.addEventListener("error", () => {
        setPeople([]);
        // A connection that was lost comes back by itself; what was refused does not.
        if (opened.readyState !== EventSource.CLOSED) return;
        close();
        void askWhy(address);
      });
    }
    /** An EventSource does not tell with what it was refused. */
    async function askWhy(address: string) {
      const asking = new AbortController();
      const status = await fetch(address, { signal: asking.signal }).then(
        (answer) => answer.status,
        () => null,
      );
      asking.abort();
      if (isOver || source !== null) return;
      if (status === 404) leave();
      else if (status === 401) setEnded("signedOut");
      else timer = setTimeout(open, again);
    }
    function leave() {
      isOver = true;
      close();
      onGone();
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
    // Whoever was signed out has perhaps signed in again in another window.
    window.addEventListener("focus", open);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", open);
      window.removeEventListener("focus", open);
      close();
    };
  }, [modelId, known, withScenarios]);
  return { people, rights, ended };
}
