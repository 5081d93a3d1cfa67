import { type Architecture, architectures } from "@/lib/model/architectures";
import { type Comparison, type ComparisonSettings, compare, type LevelsByArchitecture } from "./comparison";

/** How one person weighs. */
export interface WeighedBy {
  readonly name: string;
  readonly swings: Readonly<Record<string, number>>;
}

/** What one person's weights come to. */
export interface PersonalComparison {
  readonly name: string;
  readonly comparison: Comparison;
  /** Who scores highest by them; null where nobody passes the gates. */
  readonly first: Architecture | null;
}

/** The criterion on which people part most, with the least and the greatest share of all weight that one of them gives it. */
export interface Parting {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** Everybody's own weights, by the same criteria, ends and levels; and where they part. */
export function comparePeople(
  people: readonly WeighedBy[],
  settings: ComparisonSettings,
  levels: LevelsByArchitecture,
  among: readonly number[],
): { comparisons: readonly PersonalComparison[]; parting: Parting | null } {
  const comparisons = people.map(({ name, swings }): PersonalComparison => {
    const comparison = compare({ ...settings, swings }, levels, among);
    return { name, comparison, first: architectures[comparison.ranking[0] ?? -1] ?? null };
  });
  let parting: Parting | null = null;
  for (const [k, { criterion }] of (comparisons[0]?.comparison.criteria ?? []).entries()) {
    const weights = comparisons.map(({ comparison }) => comparison.criteria[k]?.weight as number);
    const [least, most] = [Math.min(...weights), Math.max(...weights)];
    if (most - least > (parting ? parting.most - parting.least : 0)) parting = { name: criterion.name, least, most };
  }
  return { comparisons, parting };
}
