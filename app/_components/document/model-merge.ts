import { inCurrencyOf, mergeDrafts } from "@/lib/draft/merge-drafts";
import type { ModelDraft } from "@/lib/draft/model";
import {
  type CurrencyPart,
  currencyPart,
  differingPlaces,
  draftOfParts,
  inputPlace,
  isSameValue,
  notePlace,
  type Place,
  partsOf,
} from "@/lib/draft/parts";
import { declaredAt } from "@/lib/model/currency";
import type { CustomLine } from "@/lib/model/custom-lines";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { CheckInputs, Conflicts, ModelChange, ModelState, OpenConflict, Snapshot, Step } from "./model-document";
import { convertConflicts, inCurrency, without, withTyped } from "./model-inputs";

/**
 * Takes in what somebody else saved. Nothing of what was typed here is lost: a part that both changed keeps theirs and asks.
 * Undo and redo reach only what was done here: in each step, whatever they changed stands as they left it.
 */
export function mergeTheirs(
  state: ModelState,
  { base, theirs, by, merges, kept: savedKept }: Extract<ModelChange, { kind: "merge" }>,
  check: CheckInputs,
): ModelState {
  const mine = withInputs(state.draft, state.typed);
  const { draft, conflicts } = mergeDrafts(base, mine, theirs, busyPlaces(state));
  const merged = settled(state, draft, theirs, check);
  const open = stillOpen(state, draft, by);
  for (const { place, mine: own, theirs: other } of conflicts) {
    if (!(place in state.conflicts)) open[place] = { mine: own, theirs: other, by };
  }
  const changed = differingPlaces(partsOf(mine), partsOf(draft)).filter((place) => !(place in open));
  const followed = { ...state.followed };
  for (const place of changed) followed[place] = (followed[place] ?? 0) + 1;
  // Where they changed the currency, theirs is in use, in every step; how scenarios follow was theirs to say.
  const isTheirCurrency = !isSameValue(currencyPart(base), currencyPart(theirs));
  const keptIn = ({ kept }: Snapshot) => (isTheirCurrency ? savedKept : kept);
  const rebase = (step: Step): Step => ({
    ...step,
    other: { ...rebased(step.other, base, theirs, check), kept: keptIn(step.other) },
  });
  const future = withoutEmptySteps(state.future.map(rebase), merged);
  return {
    ...merged,
    kept: keptIn(state),
    past: withoutEmptySteps(state.past.map(rebase), merged),
    future,
    conflicts: open,
    followed,
    merges,
  };
}

function withInputs(draft: ModelDraft, inputs: Partial<Inputs>): ModelDraft {
  return { ...draft, inputs };
}

/** A merged draft, with what breaks a rule between inputs left as it was typed and out of what is saved. */
function settled<S extends Snapshot>(state: S, draft: ModelDraft, theirs: ModelDraft, check: CheckInputs): S {
  const lastGood = inCurrencyOf(theirs, draft).inputs;
  const {
    typed,
    rules,
    draft: good,
  } = withTyped({ ...(state as unknown as ModelState), draft: withInputs(draft, lastGood) }, draft.inputs, check);
  return { ...state, typed, rules, draft: good };
}

function rebased(snapshot: Snapshot, base: ModelDraft, theirs: ModelDraft, check: CheckInputs): Snapshot {
  const { draft } = mergeDrafts(base, withInputs(snapshot.draft, snapshot.typed), theirs);
  return settled(snapshot, draft, theirs, check);
}

const alike = (a: Snapshot, b: Snapshot) =>
  isSameValue(a.draft, b.draft) && isSameValue(a.typed, b.typed) && isSameValue(a.refused, b.refused);

/** Steps whose whole effect somebody else has overwritten since are steps no more. */
function withoutEmptySteps(steps: readonly Step[], now: Snapshot): Step[] {
  return steps.filter((step, index) => !alike(step.other, steps[index + 1]?.other ?? now));
}

/** Questions from before, with what they set since; answered by themselves where they now agree. */
function stillOpen(state: ModelState, draft: ModelDraft, by: string): Record<Place, OpenConflict> {
  const parts = partsOf(draft);
  return Object.fromEntries(
    Object.entries(convertConflicts(state.conflicts, state.draft.currencyRate, draft.currencyRate)).flatMap(
      ([place, conflict]) => {
        const theirs = parts.get(place);
        if (isSameValue(theirs, conflict.mine)) return [];
        return [[place, isSameValue(theirs, conflict.theirs) ? conflict : { ...conflict, theirs, by }]];
      },
    ),
  );
}

/** Where somebody is typing at this moment, or has typed what could not be taken yet. */
function busyPlaces({ field, draft, refused }: ModelState): ReadonlySet<Place> {
  const places = new Set(Object.keys(refused).map(inputPlace));
  const [kind = "", key = ""] = field?.split(" ") ?? [];
  if (kind === "line") places.add(`line ${draft.customLines[Number(key)]?.id}`);
  else if (key === "" || kind === "input") places.add(field ?? "");
  else places.add(notePlace(key, kind));
  return places;
}

/** Puts in place what was typed here instead of what somebody else set. */
export function keepMine(state: ModelState, place: Place, check: CheckInputs): ModelState {
  const conflict = state.conflicts[place];
  if (conflict === undefined) return state;
  const left = takeTheirs(state, place);
  const [kind, key = ""] = place.split(" ");
  if (place === "currency") {
    const { currency, currencyRate: rate, currencyRateDate: rateDate } = conflict.mine as CurrencyPart;
    return inCurrency(left, { kind: "currency", currency, rate, rateDate, isConverted: true }, check);
  }
  if (kind === "input") {
    const { [key as InputKey]: _, ...others } = left.typed;
    const isDefault =
      conflict.mine === undefined || conflict.mine === declaredAt(left.draft.currencyRate).defaults[key as InputKey];
    return withTyped(left, isDefault ? others : { ...others, [key]: conflict.mine }, check);
  }
  const parts = partsOf(left.draft);
  if (conflict.mine === undefined) parts.delete(place);
  else parts.set(place, conflict.mine);
  const order = [...left.draft.customLines, ...(kind === "line" ? [(conflict.mine ?? {}) as CustomLine] : [])];
  const draft = draftOfParts(parts, [...new Set(order.flatMap(({ id }) => id ?? []))]);
  return { ...left, draft: withInputs(draft, left.draft.inputs) };
}

/** What they set stands already; the field forgets what was typed. */
export function takeTheirs(state: ModelState, place: Place): ModelState {
  if (state.conflicts[place] === undefined) return state;
  const [kind, key = ""] = place.split(" ");
  return {
    ...state,
    refused: kind === "input" ? without(state.refused, [key]) : state.refused,
    conflicts: without(state.conflicts, [place]),
    followed: { ...state.followed, [place]: (state.followed[place] ?? 0) + 1 },
    field: null,
  };
}

/** The conflicts that a merge leaves, as they are kept for the next time the model is opened. */
export function conflictsOf(base: ModelDraft, mine: ModelDraft, theirs: ModelDraft, by: string): Conflicts {
  return Object.fromEntries(
    mergeDrafts(base, mine, theirs).conflicts.map(({ place, mine: own, theirs: other }) => [
      place,
      { mine: own, theirs: other, by },
    ]),
  );
}
