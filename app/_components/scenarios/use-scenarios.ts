"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { refusedWhereGone } from "@/app/_components/document/saving/refused-where-gone";
import { SaveQueue } from "@/app/_components/document/saving/save-queue";
import { atRate, mergeScenarios } from "@/lib/draft/merge-scenarios";
import type { CostModelFull } from "@/lib/draft/model";
import { isSameValue, type Place } from "@/lib/draft/parts";
import type { CreateScenarioOutcome, ScenarioDraft, ScenarioFull, ScenarioOutcome } from "@/lib/draft/scenario";
import type { Inputs } from "@/lib/model/inputs";
import { whatFailed } from "../ui/what-failed";
import {
  draftOf,
  edited,
  inRate,
  keepMine,
  mergeTheirs,
  type OpenScenario,
  opened,
  takeTheirs,
} from "./scenario-state";
import { rememberUndecided, undecidedOf } from "./undecided";

export interface ScenarioActions {
  create: (modelId: string, draft: ScenarioDraft) => Promise<CreateScenarioOutcome>;
  save: (
    modelId: string,
    scenarioId: string,
    change: { revision: number; draft: ScenarioDraft },
  ) => Promise<ScenarioOutcome>;
  remove: (modelId: string, scenarioId: string, revision: number) => Promise<ScenarioOutcome>;
}

/** A scenario that is there no more, as it last stood here. */
export interface Deleted {
  id: string;
  name: string;
  inputs: Partial<Inputs>;
  /** Somebody else deleted it, and perhaps while it was being changed here. */
  by: "you" | "others" | "others meanwhile";
}

type Queue = SaveQueue<ScenarioDraft, ScenarioFull>;

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * The scenarios of a model as they are worked on; each saves itself as it changes, apart from the model and from the others, and merges
 * what others save meanwhile.
 */
export function useScenarios(model: CostModelFull, given: readonly ScenarioFull[], actions: ScenarioActions) {
  const [scenarios, setScenarios] = useState<readonly OpenScenario[]>(() =>
    given.map((one) => inRate(opened(one, undecidedOf(one.id, one.currencyRate)), model)),
  );
  const [message, setMessage] = useState<string | null>(null);
  const [deleted, setDeleted] = useState<readonly Deleted[]>([]);
  const queues = useRef(new Map<string, Queue>());
  const sent = useRef(new Map<string, Pick<OpenScenario, "draft" | "merges">>());
  /** Those that the server is known to have had: where one is missing in a list, it was deleted. Ids never come back. */
  const confirmed = useRef(new Set(given.map(({ id }) => id)));
  const removed = useRef(new Set<string>());

  const update = (id: string, change: (scenario: OpenScenario) => OpenScenario) =>
    setScenarios((all) => all.map((one) => (one.id === id ? change(one) : one)));
  const save = useEffectEvent(async (id: string, revision: number, draft: ScenarioDraft) => {
    const outcome = await actions
      .save(model.id, id, { revision, draft })
      .catch((error: unknown) => refusedWhereGone(error));
    if (outcome.kind !== "gone") return outcome;
    forget(id);
    return { kind: "refused", message: "somebody has deleted this scenario." } as const;
  });
  const merged = useEffectEvent((id: string, base: ScenarioDraft, theirs: ScenarioFull, merges: number) =>
    update(id, (one) => mergeTheirs(one, base, theirs, merges, model)),
  );

  function queueOf(scenario: Pick<OpenScenario, "id" | "revision" | "draft">): Queue {
    const { id } = scenario;
    const known = queues.current.get(id);
    if (known) return known;
    const queue: Queue = new SaveQueue<ScenarioDraft, ScenarioFull>({
      revision: scenario.revision,
      save: (revision, draft) => save(id, revision, draft),
      onState: (state) => update(id, (one) => ({ ...one, state })),
      onSaved: ({ revision }) => update(id, (one) => ({ ...one, revision })),
      merging: {
        base: scenario.draft,
        draftOf,
        onTheirs: (theirs, base, merges) => merged(id, base, theirs, merges),
        merge: (base, mine, theirs) => {
          const { draft, conflicts } = mergeScenarios(base, mine, draftOf(theirs));
          const asked = Object.fromEntries(
            conflicts.map(({ place, ...both }) => [place, { ...both, by: theirs.changedBy }]),
          );
          rememberUndecided(id, { ...undecidedOf(id, draft.currencyRate), ...asked }, draft.currencyRate);
          return draft;
        },
        // A name that is taken keeps no figure from being saved.
        without: (mine, base, faults) =>
          faults.every(({ key }) => key === "name") && !isSameValue({ ...mine, name: base.name }, base)
            ? { ...mine, name: base.name }
            : null,
      },
    });
    queues.current.set(id, queue);
    return queue;
  }

  // Whatever is new in a draft is sent; what others saved is in it by then.
  const send = useEffectEvent(() => {
    for (const scenario of scenarios) {
      const { id, draft, merges } = scenario;
      const before = sent.current.get(id);
      sent.current.set(id, { draft, merges });
      const queue = queueOf(scenario);
      if (before === undefined) continue;
      // Another currency for everybody is nothing to be saved.
      let known = before.draft;
      if (known.currencyRate !== draft.currencyRate && before.merges === merges) {
        queue.convert((held) => atRate(held, draft.currencyRate));
        if (isSameValue(atRate(known, draft.currencyRate), draft)) known = draft;
      }
      if (known !== draft || before.merges !== merges) queue.change(draft, merges);
    }
    for (const { id, conflicts, draft } of scenarios) rememberUndecided(id, conflicts, draft.currencyRate);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is sent when the scenarios change, and only then
  useEffect(() => send(), [scenarios]);

  const { currencyRate } = model;
  const convert = useEffectEvent(() => setScenarios((all) => all.map((one) => inRate(one, model))));
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above, when the currency changes
  useEffect(() => convert(), [currencyRate]);

  const isUndecided = scenarios.some(({ conflicts }) => Object.keys(conflicts).length > 0);
  useEffect(() => {
    const all = queues.current;
    const warn = (event: BeforeUnloadEvent) => {
      if (isUndecided || [...all.values()].some((queue) => queue.isDirty)) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUndecided]);

  useEffect(() => {
    const all = queues.current;
    const flush = () => {
      for (const queue of all.values()) queue.flush();
    };
    for (const queue of all.values()) queue.enter();
    window.addEventListener("online", flush);
    return () => {
      window.removeEventListener("online", flush);
      for (const queue of all.values()) queue.leave();
    };
  }, []);

  /** Somebody else deleted it: what was typed here stays in hand, and can be brought back. */
  function forget(id: string) {
    if (removed.current.has(id)) return;
    removed.current.add(id);
    const scenario = scenarios.find((one) => one.id === id);
    const wasDirty = queues.current.get(id)?.isDirty === true || Object.keys(scenario?.conflicts ?? {}).length > 0;
    drop(id);
    if (scenario === undefined) return;
    // What is still asked about was typed here, and theirs is gone.
    const mine = Object.keys(scenario.conflicts).reduce((one, place) => keepMine(one, place, model), scenario);
    const { name, inputs } = mine.draft;
    setDeleted((all) => [...all, { id, name, inputs, by: wasDirty ? "others meanwhile" : "others" }]);
  }

  function drop(id: string) {
    queues.current.get(id)?.stop();
    queues.current.delete(id);
    sent.current.delete(id);
    rememberUndecided(id, {}, 1);
    setScenarios((all) => all.filter((one) => one.id !== id));
  }

  /** Takes in the scenarios as they stand on the server. */
  function heard(list: readonly ScenarioFull[]) {
    const listed = new Set(list.map(({ id }) => id));
    for (const { id } of scenarios) if (!listed.has(id) && confirmed.current.has(id)) forget(id);
    for (const current of list) {
      confirmed.current.add(current.id);
      if (removed.current.has(current.id)) continue;
      queues.current.get(current.id)?.heard(current);
    }
    const fresh = list.filter(({ id }) => !removed.current.has(id));
    setScenarios((all) => {
      const known = new Set(all.map(({ id }) => id));
      const added = fresh.filter(({ id }) => !known.has(id));
      return added.length === 0 ? all : [...all, ...added.map((one) => inRate(opened(one), model))];
    });
  }

  function edit(scenario: OpenScenario, change: { name?: string; inputs?: Partial<Inputs> }) {
    const otherNames = new Set(scenarios.filter(({ id }) => id !== scenario.id).map(({ draft }) => draft.name));
    update(scenario.id, (one) => edited(one, change, { ...model, otherNames }));
  }

  async function create(name: string, inputs: Partial<Inputs>): Promise<string | null> {
    setMessage(null);
    const outcome = await actions
      .create(model.id, { name, inputs, currencyRate })
      .catch((error: unknown) => void setMessage(whatFailed(error, "No scenario was made")));
    if (outcome === undefined) return null;
    if (!outcome.ok) setMessage(sentence(outcome.faults.map((fault) => fault.message).join(" ")));
    else {
      const { scenario } = outcome;
      // The list may have told of it already.
      setScenarios((all) => (all.some(({ id }) => id === scenario.id) ? all : [...all, opened(scenario)]));
      return scenario.id;
    }
    return null;
  }

  async function remove(scenario: OpenScenario): Promise<void> {
    setMessage(null);
    removed.current.add(scenario.id);
    const outcome = await actions
      .remove(model.id, scenario.id, scenario.revision)
      .catch((error: unknown) => void setMessage(whatFailed(error, "The scenario was not deleted")));
    if (outcome?.kind === "saved" || outcome?.kind === "gone") {
      const { id, draft } = scenario;
      drop(id);
      setDeleted((all) => [...all.filter(({ by }) => by !== "you"), { id, ...draft, by: "you" }]);
      return;
    }
    removed.current.delete(scenario.id);
    if (outcome === undefined) return;
    if (outcome.kind === "stale") {
      queueOf(scenario).heard(outcome.current);
      setMessage(
        `${outcome.current.changedBy} changed “${outcome.current.name}” meanwhile; it is shown as it stands now. Delete it again if you still want to.`,
      );
    } else if (outcome.kind === "invalid") setMessage(outcome.faults.map((fault) => fault.message).join(" "));
    else setMessage(sentence(outcome.message));
  }

  /** The model is gone, and its scenarios with it: nothing is sent any more. */
  function end() {
    for (const queue of queues.current.values()) queue.end();
  }

  const dismiss = (id: string) => setDeleted((all) => all.filter((one) => one.id !== id));

  return {
    scenarios,
    message,
    deleted,
    heard,
    edit,
    create,
    remove,
    dismiss,
    end,
    busy: (id: string, change: (scenario: OpenScenario) => OpenScenario) => update(id, change),
    keepMine: (id: string, place: Place) => update(id, (one) => keepMine(one, place, model)),
    takeTheirs: (id: string, place: Place) => update(id, (one) => takeTheirs(one, place)),
  };
}
