import { type Architecture, architectures } from "@/lib/model/architectures";
import {
  formatDigits,
  formatMoney,
  formatNumber,
  formatPercent,
  formatShort,
  formatYearlyChance,
  nothing,
} from "@/lib/value/format";
import { toSignificant } from "@/lib/value/rounding";
import { spoken, verb } from "@/lib/value/spoken";
import type { ComparedCriterion, Comparison } from "./comparison";
import type { Criterion } from "./criteria";

const nameAt = (place: number) => spoken[architectures[place] as Architecture].within;

/** A score as pages print it: of 100. */
export const scoreText = (score: number) => formatDigits(100 * score, 0);

/** A level with its unit, short. */
export function levelText({ key, kind }: Criterion, level: number | null, currency: string): string {
  if (level === null) return nothing;
  if (kind === "money") return formatMoney(level, currency);
  if (kind === "judged") return formatNumber(level);
  if (key === "durability") return formatYearlyChance(level);
  const units: Readonly<Record<string, string>> = { availability: "h a year", carbon: "kg", people: "FTE" };
  const short = Math.abs(level) < 1e-3 && level !== 0 ? formatNumber(toSignificant(level, 2)) : formatShort(level);
  return `${short}${units[key] === undefined ? "" : `\u00a0${units[key]}`}`;
}

/** Who scores highest, and by how much. */
export function scoreWords({ ranking, scores }: Comparison): string {
  const [first, second] = ranking;
  if (first === undefined) return "Nobody passes the gates: allowed by law and policy, feasible, on target.";
  const leads = verb(architectures[first] as Architecture, "scores", "score");
  const own = `${leads} highest, ${scoreText(scores[first] as number)} of 100`;
  if (second === undefined) return `${own}; nobody else passes the gates.`;
  return `${own}, before ${nameAt(second)} with ${scoreText(scores[second] as number)}.`;
}

/** What the criteria add between the first and the second, the greatest first: "cost +12, control −5". */
export function betweenWords({ ranking, parts, criteria }: Comparison): string | null {
  const [first, second] = ranking;
  if (first === undefined || second === undefined) return null;
  const differences = criteria
    .map(({ criterion }, k) => ({
      name: criterion.name,
      points: 100 * ((parts[first]?.[k] as number) - (parts[second]?.[k] as number)),
    }))
    .filter(({ points }) => Math.abs(points) >= 0.5)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map(({ name, points }) => `${name.toLowerCase()} ${points > 0 ? "+" : ""}${formatDigits(points, 0)}`);
  return differences.length === 0 ? null : `Between the two: ${differences.join(", ")}.`;
}

/** What the weights say that one unit is worth. */
export function rateWords(of: Pick<ComparedCriterion, "criterion" | "rate">, currency: string): string {
  const { criterion, rate } = of;
  if (criterion.key === "cost") return "";
  if (rate === null) return "no price: cost has no weight";
  if (criterion.kind === "money") return `1 ${currency} counts as ${formatShort(rate)}`;
  return `${criterion.perUnit}: ${formatMoney(rate, currency)}`;
}

/** What the weights price beside money, the weightiest first: "Your weights price a tonne of CO2 at 430 USD." Null where they price nothing. */
export function pricesWords({ criteria }: Comparison, currency: string): string | null {
  const priced = criteria
    .filter(({ criterion, rate }) => criterion.perUnit !== "" && rate !== null && rate > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(
      ({ criterion, rate }) =>
        `${criterion.perUnit}${criterion.kind === "judged" ? ` for ${criterion.name.toLowerCase()}` : ""} at ${formatMoney(rate, currency)}`,
    );
  return priced.length === 0 ? null : `These weights price ${priced.join(", ")}.`;
}

/** The least change of a criterion's weight that changes the first place. */
export function flipWords({ flip, weight }: ComparedCriterion): string {
  if (flip === null) return "no weight";
  const isUp = flip.weight > weight;
  return `${nameAt(flip.overtakes)} ${isUp ? "above" : "below"} ${formatPercent(flip.weight)}`;
}

/** In how many of all weightings each ranks first: "own servers in 62 %, the cloud in 38 %". */
export function sharesWords(shares: readonly number[]): string {
  const some = shares
    .map((share, place) => ({ share, place }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .map(({ share, place }) => `${nameAt(place)} in ${formatPercent(share)}`);
  return some.length === 0 ? "nobody in any" : some.join(", ");
}

/** Those that no weighting puts first, and what beats each in everything. */
export function neverFirstWords(
  { beatenBy }: Comparison,
  shares: readonly number[],
  among: readonly number[],
): string[] {
  return among
    .filter((place) => shares[place] === 0)
    .map((place) => {
      const by = beatenBy[place];
      const own = verb(architectures[place] as Architecture, "comes", "come");
      const why =
        by === null || by === undefined
          ? ""
          : `: ${nameAt(by)} ${spoken[architectures[by] as Architecture].isPlural ? "are" : "is"} as good or better in everything`;
      return `${own} first by none of these weightings${why}.`;
    });
}
