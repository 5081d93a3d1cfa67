import { reaches } from "@/lib/analysis/sensitivity/dependents";
import { architectures, type Category, categoryNames } from "@/lib/model/architectures";
import { spoken } from "@/lib/value/spoken";

/** What an input has a part in beside cost, as pages call it; the first that it reaches is named where it reaches no cost. */
const besideCost: Readonly<Record<string, string>> = {
  unavailability: "availability",
  annualLoss: "the chance of loss",
  eligible: "who may be chosen",
  carbonKg: "carbon",
  netPresentCost: "net present cost",
};

/** What follows from other cost: paying for two while a move lasts, and the reserve. */
const following: readonly Category[] = ["transition", "contingency"];

/** With more categories than these, an input has a part in nearly all cost. */
const few = 4;

/** "Feeds: hardware and energy of own servers and hybrid; staff of the cloud." Empty where it reaches nothing by itself. */
export function feedsWords(key: string): string {
  const places = new Map<string, string[]>();
  const reached = reaches(key);
  const isItsOwn = (category: Category) => !following.includes(category);
  const isDirect = reached.some(({ categories }) => categories.some(isItsOwn));
  for (const { architecture, categories, results } of reached) {
    const costs = categories
      .filter((category) => !isDirect || isItsOwn(category))
      .map((category) => categoryNames[category].toLowerCase());
    const other = Object.keys(besideCost).find((name) => results.includes(name));
    const beside = isDirect ? undefined : besideCost[other ?? ""];
    const parts = costs.length > few ? "nearly all cost" : costs.length > 0 ? listed(costs) : beside;
    if (parts === undefined) continue;
    places.set(parts, [...(places.get(parts) ?? []), spoken[architecture].within]);
  }
  const all = [...places].map(
    ([parts, of]) => `${parts} of ${of.length === architectures.length ? "all four" : listed(of)}`,
  );
  return all.length === 0 ? "" : `Feeds: ${all.join("; ")}.`;
}

/** "a, b and c" */
function listed(words: readonly string[]): string {
  const [last, ...before] = words.toReversed();
  return before.length === 0 ? (last ?? "") : `${before.toReversed().join(", ")} and ${last}`;
}
