"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { CostModelFull } from "@/lib/draft/model";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import type { ModelRights, PeopleHere } from "@/lib/live/events";
import type { News } from "./browser-stream";
import { followWhileVisible } from "./follow-while-visible";
import { usePersonId } from "./person-context";

interface ModelEvents {
  /** The model as it stands, after each save. */
  onModel?: (model: CostModelFull) => void;
  /** Its scenarios as they stand, whenever one of them was changed, made or deleted, and at first. */
  onScenarios?: (scenarios: ScenarioFull[]) => void;
  /** Its comments changed, or may have while the stream was down; the page reads them. */
  onComments?: (() => void) | undefined;
  /** The criteria or weights of its decision changed, or may have while the stream was down; the page reads them. */
  onDecision?: (() => void) | undefined;
  /** What its organisation states of its own changed, or may have while the stream was down; the page reads it. */
  onFigures?: (() => void) | undefined;
  /** It is gone, or this person has lost access: no more events come, and every save would be refused. */
  onGone?: (() => void) | undefined;
}

/** The page's present relation to the model. */
export interface ModelNow {
  /** All people who have it open. */
  people: PeopleHere;
  /** What the person may do with it, once the server has sent it: rights may have ended since the page loaded. */
  rights: ModelRights | null;
  /** "gone" for good; "signedOut" until the person is signed in again. */
  ended: "gone" | "signedOut" | null;
  /**
   * Why there are no events for now: too many people follow the model, or the person opened it in too many other
   * browsers.
   */
  paused: "full" | "replaced" | null;
}

const nobody: PeopleHere = { people: [], more: 0 };
/** How long to wait before saying that the person is signed out, ms: signing out on this page leads to another. */
const onTheWay = 1_500;

/**
 * Follows what others do to a model: who else has it open, and what the person may still do.
 *
 * @param known the revision that the page shows at first
 */
export function useModelEvents(modelId: string, known: number, events: ModelEvents): ModelNow {
  const personId = usePersonId();
  const [people, setPeople] = useState(nobody);
  const [rights, setRights] = useState<ModelRights | null>(null);
  const [ended, setEnded] = useState<ModelNow["ended"]>(null);
  const [paused, setPaused] = useState<ModelNow["paused"]>(null);
  const onModel = useEffectEvent((model: CostModelFull) => events.onModel?.(model));
  const onScenarios = useEffectEvent((scenarios: ScenarioFull[]) => events.onScenarios?.(scenarios));
  const onComments = useEffectEvent(() => events.onComments?.());
  const onDecision = useEffectEvent(() => events.onDecision?.());
  const onFigures = useEffectEvent(() => events.onFigures?.());
  const onRights = useEffectEvent((next: ModelRights) => {
    // Whether the person may comment comes with the comments, which are read at first anyway.
    if (rights !== null) events.onComments?.();
    setRights(next);
  });
  const onGone = useEffectEvent(() => {
    setEnded("gone");
    events.onGone?.();
  });
  const withScenarios = events.onScenarios !== undefined;

  useEffect(() => {
    if (personId === null || modelId === "") return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let newest = known;
    let wasOpen = false;
    const request = () => ({ id: modelId, known: newest, scenarios: withScenarios });
    const stop = followWhileVisible(personId, request, { hear, onClose });

    function hear({ event, json }: News) {
      if (event === "model") {
        const model = JSON.parse(json) as CostModelFull;
        // Another window of the browser may have known less.
        if (model.revision <= newest) return;
        newest = model.revision;
        onModel(model);
      } else if (event === "rights") {
        setPaused(null);
        onRights(JSON.parse(json) as ModelRights);
      } else if (event === "people") setPeople(JSON.parse(json) as PeopleHere);
      else if (event === "scenarios") onScenarios(JSON.parse(json) as ScenarioFull[]);
      else if (event === "comments") onComments();
      else if (event === "decision") onDecision();
      else if (event === "figures") onFigures();
      else if (event === "open") {
        clearTimeout(timer);
        setEnded(null);
        setPaused(null);
        onComments();
        if (wasOpen) {
          onDecision();
          onFigures();
        }
        wasOpen = true;
      } else {
        setPeople(nobody);
        if (event === "full" || event === "replaced") setPaused(event);
        else if (event === "signedOut") timer = setTimeout(() => setEnded("signedOut"), onTheWay);
        else if (event === "gone") {
          stop();
          onGone();
        }
      }
    }
    function onClose() {
      clearTimeout(timer);
      setPeople(nobody);
    }
    return stop;
  }, [personId, modelId, known, withScenarios]);
  return { people, rights, ended, paused };
}
