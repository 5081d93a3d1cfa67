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

/** What people give one criterion, as shares of all weight. */
export interface WeightSpread {
  readonly name: string;
  /** In the order of the people. */
  readonly weights: readonly number[];
  readonly least: number;
  readonly most: number;
}

/**
 * Everybody's own weights, by the same criteria, ends and levels; and what they give each criterion that has any weight, that on which
 * they part most first.
 */
export function comparePeople(
  people: readonly WeighedBy[],
  settings: ComparisonSettings,
  levels: LevelsByArchitecture,
  among: readonly number[],
): { comparisons: readonly PersonalComparison[]; spreads: readonly WeightSpread[] } {
  const comparisons = people.map(({ name, swings }): PersonalComparison => {
    const comparison = compare({ ...settings, swings }, levels, among);
    return { name, comparison, first: architectures[comparison.ranking[0] ?? -1] ?? null };
  });
  const spreads = (comparisons[0]?.comparison.criteria ?? []).map(({ criterion }, k): WeightSpread => {
    const weights = comparisons.map(({ comparison }) => comparison.criteria[k]?.weight as number);
    return { name: criterion.name, weights, least: Math.min(...weights), most: Math.max(...weights) };
  });
  const apart = ({ least, most }: WeightSpread) => most - least;
  return {
    comparisons,
    spreads: spreads.filter(({ most }) => most > 0).sort((one, other) => apart(other) - apart(one)),
  };
}
