import type { Conflicts } from "@/app/_components/document/model-document";
import type { SaveState } from "@/app/_components/document/saving/save-queue";
import { atRate, mergeScenarios, partsOfScenario, scenarioOfParts } from "@/lib/draft/merge-scenarios";
import type { CostModelFull } from "@/lib/draft/model";
import { inputPlace, isSameValue, type Place } from "@/lib/draft/parts";
import { checkScenario, nameTaken, type ScenarioDraft, type ScenarioFull } from "@/lib/draft/scenario";
import { convertInputs } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { FieldError } from "@/lib/outcome";
import { cleanName } from "@/lib/text/clean-name";

/** What a scenario stands beside: its model, and the names of the others. */
export type Beside = Pick<CostModelFull, "inputs" | "currency" | "currencyRate"> & { otherNames?: ReadonlySet<string> };

/** A scenario while somebody works on it. */
export interface OpenScenario {
  id: string;
  /** As typed. */
  name: string;
  /** As typed, each value in its bounds. */
  typed: Partial<Inputs>;
  /** The newest name and values that can be saved; its inputs are what is worked out. */
  draft: ScenarioDraft;
  /** What keeps the name or the inputs from being saved. */
  faults: readonly FieldError[];
  /** Where somebody is typing at this moment, or has typed what could not be taken yet. */
  busy: ReadonlySet<Place>;
  /** What somebody else set while it was being changed here; theirs is in use until it is decided. */
  conflicts: Conflicts;
  /** How many saves of others are in the draft. */
  merges: number;
  /** Goes up where a value changes by other than typing. */
  followed: Readonly<Record<Place, number>>;
  revision: number;
  state: SaveState;
}

export const draftOf = ({ name, inputs, currencyRate }: ScenarioDraft): ScenarioDraft => ({
  name,
  inputs,
  currencyRate,
});

export function opened(scenario: ScenarioFull, conflicts: Conflicts = {}): OpenScenario {
  const { id, name, inputs, revision, changedAt } = scenario;
  return {
    id,
    name,
    typed: inputs,
    draft: draftOf(scenario),
    faults: [],
    busy: new Set(),
    conflicts,
    merges: 0,
    followed: {},
    revision,
    state: { kind: "saved", at: changedAt },
  };
}

/**
 * With another name or other inputs. Of what cannot be saved the last that could stays in the draft.
 *
 * @param last what the draft falls back on
 */
function settled(scenario: OpenScenario, view: ScenarioDraft, last: ScenarioDraft, model: Beside): OpenScenario {
  const checked = checkScenario(view, model);
  const faults = checked.ok ? [] : [...checked.faults];
  if (model.otherNames?.has(cleanName(view.name))) faults.push(nameTaken);
  const name = faults.some(({ key }) => key === "name") ? last.name : cleanName(view.name);
  const inputs = faults.some(({ key }) => key !== "name") ? last.inputs : view.inputs;
  const draft = { name, inputs: isSameValue(inputs, scenario.draft.inputs) ? scenario.draft.inputs : inputs };
  return {
    ...scenario,
    name: view.name,
    typed: view.inputs,
    faults,
    draft: isSameValue({ ...draft, currencyRate: view.currencyRate }, scenario.draft)
      ? scenario.draft
      : { ...draft, currencyRate: view.currencyRate },
  };
}

export const viewOf = ({ name, typed, draft }: OpenScenario): ScenarioDraft => ({
  name,
  inputs: typed,
  currencyRate: draft.currencyRate,
});

/** Typed: whatever was asked about what changes is thereby decided. */
export function edited(
  scenario: OpenScenario,
  change: { name?: string; inputs?: Partial<Inputs> },
  model: Beside,
): OpenScenario {
  const { name = scenario.name, inputs = scenario.typed } = change;
  const view = { name, inputs, currencyRate: scenario.draft.currencyRate };
  const [before, after] = [partsOfScenario(viewOf(scenario)), partsOfScenario(view)];
  const conflicts = Object.fromEntries(
    Object.entries(scenario.conflicts).filter(([place]) => isSameValue(before.get(place), after.get(place))),
  );
  return settled({ ...scenario, conflicts }, view, scenario.draft, model);
}

/** Takes in what somebody else saved. Nothing of what was typed here is lost: a part that both changed keeps theirs and asks. */
export function mergeTheirs(
  scenario: OpenScenario,
  base: ScenarioDraft,
  theirs: ScenarioFull,
  merges: number,
  model: Beside,
): OpenScenario {
  const there = atRate(draftOf(theirs), model.currencyRate);
  const before = inRate(scenario, model);
  const { draft, conflicts } = mergeScenarios(base, viewOf(before), there, before.busy);
  const [was, now] = [partsOfScenario(viewOf(before)), partsOfScenario(draft)];
  // Questions from before, with what they set since; answered by themselves where both now agree.
  const open: Record<Place, Conflicts[Place]> = {};
  for (const [place, conflict] of Object.entries(before.conflicts)) {
    const value = now.get(place);
    if (isSameValue(value, conflict.mine)) continue;
    open[place] = isSameValue(value, conflict.theirs) ? conflict : { ...conflict, theirs: value, by: theirs.changedBy };
  }
  for (const { place, mine, theirs: other } of conflicts)
    if (!(place in before.conflicts)) open[place] = { mine, theirs: other, by: theirs.changedBy };
  const followed = { ...before.followed };
  for (const place of new Set([...was.keys(), ...now.keys()]))
    if (!(place in open) && !isSameValue(was.get(place), now.get(place))) followed[place] = (followed[place] ?? 0) + 1;
  return { ...settled(before, draft, there, model), revision: theirs.revision, conflicts: open, followed, merges };
}

/** Puts in place what was typed here instead of what somebody else set. */
export function keepMine(scenario: OpenScenario, place: Place, model: Beside): OpenScenario {
  const conflict = scenario.conflicts[place];
  if (conflict === undefined) return scenario;
  const parts = partsOfScenario(viewOf(scenario));
  if (conflict.mine === undefined) parts.delete(place);
  else parts.set(place, conflict.mine);
  const view = scenarioOfParts(parts, scenario.draft.currencyRate);
  return settled(takeTheirs(scenario, place), view, scenario.draft, model);
}

/** What they set stands already; the field forgets what was typed. */
export function takeTheirs(scenario: OpenScenario, place: Place): OpenScenario {
  const { [place]: _, ...conflicts } = scenario.conflicts;
  return {
    ...withBusy(scenario, place, false),
    conflicts,
    followed: { ...scenario.followed, [place]: (scenario.followed[place] ?? 0) + 1 },
  };
}

export function withBusy(scenario: OpenScenario, place: Place, isBusy: boolean): OpenScenario {
  if (scenario.busy.has(place) === isBusy) return scenario;
  const busy = new Set(scenario.busy);
  if (isBusy) busy.add(place);
  else busy.delete(place);
  return { ...scenario, busy };
}

/** With its money in the currency that the model has now. */
export function inRate(scenario: OpenScenario, model: Beside): OpenScenario {
  const from = scenario.draft.currencyRate;
  const to = model.currencyRate;
  if (from === to) return scenario;
  const converted = settled(
    { ...scenario, draft: atRate(scenario.draft, to), conflicts: conflictsAt(scenario.conflicts, from, to) },
    { ...atRate(viewOf(scenario), to) },
    atRate(scenario.draft, to),
    model,
  );
  const followed = { ...scenario.followed };
  for (const key of Object.keys(converted.typed)) {
    const place = inputPlace(key);
    if (converted.typed[key as InputKey] !== scenario.typed[key as InputKey])
      followed[place] = (followed[place] ?? 0) + 1;
  }
  return { ...converted, followed };
}

/** Open questions with their money at another rate. */
export function conflictsAt(conflicts: Conflicts, from: number, to: number): Conflicts {
  const at = (place: Place, value: unknown) => {
    const key = place.split(" ")[1];
    return key === undefined || value === undefined
      ? value
      : Object.values(convertInputs({ [key]: value } as Partial<Inputs>, from, to))[0];
  };
  return Object.fromEntries(
    Object.entries(conflicts).map(([place, { mine, theirs, by }]) => [
      place,
      { mine: at(place, mine), theirs: at(place, theirs), by },
    ]),
  );
}
