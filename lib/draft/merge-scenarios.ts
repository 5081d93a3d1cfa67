import { convertInputs } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import { type Conflict, mergeParts } from "./merge-drafts";
import { inputPlace, type Place } from "./parts";
import type { ScenarioDraft } from "./scenario";

export interface MergedScenario {
  /** Both people's changes; where they conflict, theirs. */
  draft: ScenarioDraft;
  conflicts: Conflict[];
}

/**
 * Merges two drafts of a scenario that were made from the same one, by its name and its inputs. An input that is not there has the
 * value of the model. All is brought to the rate of theirs first: the model's currency may have changed meanwhile.
 *
 * @param busy parts that are being typed in just now: they conflict also where what was typed is saved already
 */
export function mergeScenarios(
  base: ScenarioDraft,
  mine: ScenarioDraft,
  theirs: ScenarioDraft,
  busy: ReadonlySet<Place> = new Set(),
): MergedScenario {
  const { currencyRate } = theirs;
  const [was, here, there] = [base, mine, theirs].map((draft) => partsOfScenario(atRate(draft, currencyRate))) as [
    Map<Place, unknown>,
    Map<Place, unknown>,
    Map<Place, unknown>,
  ];
  const { parts, conflicts } = mergeParts(was, here, there, busy);
  return { draft: scenarioOfParts(parts, currencyRate), conflicts };
}

/** The draft with its money at another rate to the dollar. */
export function atRate(draft: ScenarioDraft, rate: number): ScenarioDraft {
  if (draft.currencyRate === rate) return draft;
  return { ...draft, inputs: convertInputs(draft.inputs, draft.currencyRate, rate), currencyRate: rate };
}

export function partsOfScenario({ name, inputs }: Pick<ScenarioDraft, "name" | "inputs">): Map<Place, unknown> {
  return new Map<Place, unknown>([
    ["name", name],
    ...Object.entries(inputs).map(([key, value]): [Place, unknown] => [inputPlace(key), value]),
  ]);
}

export function scenarioOfParts(parts: ReadonlyMap<Place, unknown>, currencyRate: number): ScenarioDraft {
  const inputs = [...parts].flatMap(([place, value]) => (place === "name" ? [] : [[place.split(" ")[1], value]]));
  return { name: String(parts.get("name") ?? ""), inputs: Object.fromEntries(inputs) as Partial<Inputs>, currencyRate };
}
