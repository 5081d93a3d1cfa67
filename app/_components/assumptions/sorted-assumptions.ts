import { isFound } from "@/app/_components/inputs/input-search";
import type { Influence } from "@/lib/analysis/uncertainty/document";
import type { AssumptionFilter, AssumptionSort } from "@/lib/analysis/view-settings";
import type { LastChanges } from "@/lib/draft/history";
import type { InputKey } from "@/lib/model/inputs";
import { evidenceKinds } from "@/lib/model/spread/own-range";
import { inputNameInGroup } from "@/lib/value/input-name";
import type { Assumption } from "./assumptions";

/** What is known of the assumptions of a model beside what is typed. */
export interface AssumptionFacts {
  /** How much each moves the answer alone, money; null until that is worked out for these very figures. */
  readonly swings: Readonly<Partial<Record<InputKey, number>>> | null;
  /** What trials of these very figures tell of each; null until they are in. */
  readonly influences: ReadonlyMap<string, Influence> | null;
  readonly changes: LastChanges;
}

/** Those that a search finds and a filter lets through; the one that is edited stays. */
export function foundAssumptions(
  assumptions: readonly Assumption[],
  query: string,
  filter: AssumptionFilter,
  open: InputKey | null,
): readonly Assumption[] {
  const isLetThrough = ({ evidence, isUntouched }: Assumption) =>
    filter === "any" || (filter === "untouched" ? isUntouched : evidence === filter);
  return assumptions.filter(
    (one) =>
      one.key === open ||
      (isLetThrough(one) &&
        (query.trim() === "" || isFound(query, one.declared, one.group, `${one.note} ${one.source}`))),
  );
}

/** From the least that is known to the most. */
const evidenceOrder: readonly Assumption["evidence"][] = ["default", ...[...evidenceKinds].reverse()];

/** Whether what a table is sorted by is known. */
export function isSortKnown(sort: AssumptionSort, { swings, influences }: AssumptionFacts): boolean {
  if (sort === "swing") return swings !== null;
  return sort === "share" || sort === "worth" ? influences !== null : true;
}

/**
 * The keys in the order of a sort: by name, by evidence the least first, by figures the greatest first, by change the newest first. What
 * has no figure stands last, and equals keep the order of the inputs.
 */
export function sortedKeys(
  assumptions: readonly Assumption[],
  sort: AssumptionSort,
  { swings, influences, changes }: AssumptionFacts,
): InputKey[] {
  const rank: Record<AssumptionSort, (one: Assumption) => number> = {
    group: () => 0,
    name: () => 0,
    evidence: ({ evidence }) => evidenceOrder.indexOf(evidence),
    swing: ({ key }) => -(swings?.[key] ?? -1),
    share: ({ key }) => -(influences?.get(key)?.firstOrder ?? -1),
    worth: ({ key }) => -(influences?.get(key)?.evppi ?? -1),
    changed: ({ key }) => -Date.parse(changes[key]?.at ?? "1970-01-01"),
  };
  const of = rank[sort];
  return [...assumptions]
    .sort((a, b) => (sort === "name" ? compareText(inputNameInGroup(a.key), inputNameInGroup(b.key)) : of(a) - of(b)))
    .map(({ key }) => key);
}

const compareText = (a: string, b: string) => a.localeCompare(b, "en");

/** Assumptions in an order of keys; those that are not in it stand last. */
export function inOrder(assumptions: readonly Assumption[], keys: readonly InputKey[]): Assumption[] {
  const place = new Map(keys.map((key, index) => [key, index]));
  const placeOf = ({ key }: Assumption) => place.get(key) ?? keys.length;
  return [...assumptions].sort((a, b) => placeOf(a) - placeOf(b));
}
