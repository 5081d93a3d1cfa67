import { log10 } from "@/lib/math/log10";
import { pow } from "@/lib/math/pow";
import type { Criterion } from "./criteria";

/** The levels that are worth nothing and all. They stay until people change them, so that no comparison moves them. */
export interface Ends {
  readonly worst: number;
  readonly best: number;
}

/** Proposed for what is judged: the whole of its scale. */
export const judgedEnds: Ends = { worst: 0, best: 10 };

/** How far ends lie beyond the present levels, as a share of their spread. */
const beyond = 0.25;
/** A spread below this share of the level is none. */
const dust = 1e-9;
/** Of a spread of nothing, this share of the level. */
const ofNothing = 0.25;
/** Nor is one of money below one unit of its currency: nobody weighs a cent. */
const leastMoney = 1;

/** Rounded away from the levels, to two significant digits. */
function rounded(x: number, isUp: boolean): number {
  if (x === 0) return 0;
  const step = pow(10, Math.floor(log10(Math.abs(x))) - 1);
  // A figure that has two digits already stays, whatever dust a double leaves.
  const steps = Number((x / step).toPrecision(12));
  return Number(((isUp ? Math.ceil(steps) : Math.floor(steps)) * step).toPrecision(12));
}

/**
 * Ends for a criterion of which less is better, from the present levels: a quarter of their spread beyond them on both sides, on a logarithmic scale
 * of the spread of logarithms; never below 0 where no level is.
 *
 * @returns null where no level says anything
 */
export function proposedEnds(
  { kind, isLog }: Pick<Criterion, "kind" | "isLog">,
  levels: readonly (number | null)[],
): Ends | null {
  if (kind === "judged") return judgedEnds;
  const known = levels.filter(
    (level): level is number => level !== null && Number.isFinite(level) && (!isLog || level > 0),
  );
  if (known.length === 0) return null;
  const [low, most] = [Math.min(...known), Math.max(...known)];
  // Dust of floating point is no spread.
  const smallest = kind === "money" ? leastMoney : 0;
  const least = most - low <= Math.max(dust * Math.abs(most), smallest) ? most : low;
  if (isLog) {
    const spread = most > least ? most / least : 10;
    const factor = pow(spread, beyond);
    return { worst: rounded(most * factor, true), best: rounded(least / factor, false) };
  }
  const room = most > least ? beyond * (most - least) : Math.max(ofNothing * Math.abs(most), smallest) || 1;
  const best = least - room;
  return { worst: rounded(most + room, true), best: rounded(least >= 0 ? Math.max(0, best) : best, false) };
}

const minusInfinity = Number.NEGATIVE_INFINITY;
const onScale = (isLog: boolean, x: number) => (isLog ? (x > 0 ? log10(x) : minusInfinity) : x);

/** How far apart the ends are: in units, or in tenfolds on a logarithmic scale. */
export function swingOf({ isLog }: Pick<Criterion, "isLog">, { worst, best }: Ends): number {
  return Math.abs(onScale(isLog, best) - onScale(isLog, worst));
}

/** What a level is worth, 0 to 1; one that could not be worked out is worth nothing. */
export function worthOf({ isLog }: Pick<Criterion, "isLog">, { worst, best }: Ends, level: number | null): number {
  if (level === null || worst === best) return 0;
  const [from, to, at] = [worst, best, level].map((x) => onScale(isLog, x)) as [number, number, number];
  return Math.min(Math.max((at - from) / (to - from), 0), 1);
}

/** Why ends cannot be; null where they can. */
export function endsFault({ isLog, kind }: Pick<Criterion, "isLog" | "kind">, { worst, best }: Ends): string | null {
  if (!Number.isFinite(worst) || !Number.isFinite(best)) return "Both ends must be numbers.";
  if (kind === "judged" && [worst, best].some((end) => end < judgedEnds.worst || end > judgedEnds.best))
    return `Levels are judged from ${judgedEnds.worst} to ${judgedEnds.best}: both ends lie there.`;
  if (worst === best) return "The worst and the best must differ.";
  if (isLog && (worst <= 0 || best <= 0)) return "Both ends must be above 0: equal factors count alike here.";
  return null;
}
