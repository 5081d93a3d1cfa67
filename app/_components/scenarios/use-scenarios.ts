"use client";

import { useEffect, useRef, useState } from "react";
import type { Inputs } from "@/lib/model/inputs";
import type { CostModelFull, Fault } from "@/lib/schemas/model";
import {
  type CreateScenarioOutcome,
  checkScenario,
  type ScenarioDraft,
  type ScenarioFull,
  type ScenarioOutcome,
} from "@/lib/schemas/scenario";
import { SaveQueue, type SaveState } from "../model/save-queue";

export interface ScenarioActions {
  create: (modelId: string, draft: ScenarioDraft) => Promise<CreateScenarioOutcome>;
  save: (
    modelId: string,
    scenarioId: string,
    change: { revision: number; draft: ScenarioDraft },
  ) => Promise<ScenarioOutcome>;
  remove: (modelId: string, scenarioId: string, revision: number) => Promise<ScenarioOutcome>;
}

/** A scenario while somebody works on it. */
export interface OpenScenario {
  id: string;
  /** As typed. */
  name: string;
  /** As typed, each value in its bounds. */
  typed: Partial<Inputs>;
  /** The newest values that fit together: what is worked out. */
  good: Partial<Inputs>;
  /** What keeps the name or the inputs from being saved. */
  faults: readonly Fault[];
  revision: number;
  state: SaveState<ScenarioFull>;
}

function opened(scenario: ScenarioFull): OpenScenario {
  const { id, name, inputs, revision, changedAt } = scenario;
  return { id, name, typed: inputs, good: inputs, faults: [], revision, state: { kind: "saved", at: changedAt } };
}

const connectionLost = "That did not reach the server. Try again.";

/** The scenarios of a model as they are worked on; each saves itself as it changes, apart from the model and from the others. */
export function useScenarios(model: CostModelFull, given: readonly ScenarioFull[], actions: ScenarioActions) {
  const [scenarios, setScenarios] = useState<OpenScenario[]>(() => given.map(opened));
  const [message, setMessage] = useState<string | null>(null);
  const [deleted, setDeleted] = useState<OpenScenario | null>(null);
  const queues = useRef(new Map<string, SaveQueue<ScenarioDraft, ScenarioFull>>());
  const { currencyRate } = model;

  useEffect(() => {
    const all = queues.current;
    const warn = (event: BeforeUnloadEvent) => {
      if ([...all.values()].some((queue) => queue.isDirty)) event.preventDefault();
    };
    const flush = () => {
      for (const queue of all.values()) queue.flush();
    };
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", flush);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", flush);
      flush();
    };
  }, []);

  const update = (id: string, change: Partial<OpenScenario>) =>
    setScenarios((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));

  function queueOf({ id, revision }: OpenScenario): SaveQueue<ScenarioDraft, ScenarioFull> {
    const known = queues.current.get(id);
    if (known) return known;
    const queue = new SaveQueue<ScenarioDraft, ScenarioFull>({
      revision,
      save: (at, draft) => actions.save(model.id, id, { revision: at, draft }),
      onState: (state) => update(id, { state }),
      onSaved: (saved) => update(id, { revision: saved.revision }),
    });
    queues.current.set(id, queue);
    return queue;
  }

  function edit(scenario: OpenScenario, change: { name?: string; inputs?: Partial<Inputs> }) {
    const { name = scenario.name, inputs = scenario.typed } = change;
    const checked = checkScenario({ name, inputs, currencyRate }, model);
    const isTaken = scenarios.some((other) => other.id !== scenario.id && other.name === name.trim());
    const faults = [
      ...(checked.ok ? [] : checked.faults),
      ...(isTaken ? [{ key: "name", message: "This model has a scenario of that name. Choose another name." }] : []),
    ];
    const isGood = faults.every(({ key }) => key === "name");
    update(scenario.id, { name, typed: inputs, faults, ...(isGood && { good: inputs }) });
    if (checked.ok && !isTaken) queueOf(scenario).change(checked.draft);
  }

  async function create(name: string, inputs: Partial<Inputs>): Promise<string | null> {
    setMessage(null);
    const outcome = await actions.create(model.id, { name, inputs, currencyRate }).catch(() => null);
    if (outcome === null) setMessage(connectionLost);
    else if (!outcome.ok) setMessage(outcome.faults.map((fault) => fault.message).join(" "));
    else {
      setScenarios((all) => [...all, opened(outcome.scenario)]);
      return outcome.scenario.id;
    }
    return null;
  }

  async function remove(scenario: OpenScenario): Promise<void> {
    setMessage(null);
    const outcome = await actions.remove(model.id, scenario.id, scenario.revision).catch(() => null);
    if (outcome === null) setMessage(connectionLost);
    else if (outcome.kind === "saved") {
      queues.current.get(scenario.id)?.stop();
      queues.current.delete(scenario.id);
      setScenarios((all) => all.filter(({ id }) => id !== scenario.id));
      setDeleted(scenario);
    } else if (outcome.kind === "stale") {
      queues.current.delete(scenario.id);
      update(scenario.id, opened(outcome.current));
      setMessage(
        `${outcome.current.changedBy} changed “${outcome.current.name}” meanwhile; it is shown as it stands now. Delete it again if you still want to.`,
      );
    } else if (outcome.kind === "refused") setMessage(outcome.message);
  }

  async function undoDelete(): Promise<void> {
    if (deleted === null) return;
    const id = await create(deleted.name, deleted.good);
    if (id !== null) setDeleted(null);
  }

  function keepMine(scenario: OpenScenario) {
    queueOf(scenario).keepMine();
  }

  function takeTheirs(scenario: OpenScenario) {
    const theirs = queueOf(scenario).takeTheirs();
    if (theirs !== null) update(scenario.id, { ...opened(theirs) });
  }

  return { scenarios, message, deleted, edit, create, remove, undoDelete, keepMine, takeTheirs };
}
