import type { Steps } from "@/lib/analysis/steps";
import { log } from "@/lib/math/log";
import { fillRandom, uniformOf } from "@/lib/math/random-stream";
import { normalised, scoreOf, type Values } from "./scores";

export const weightings = 10_000;
/** Weightings between two pauses. */
const block = 500;

/** Weights drawn evenly from all that sum to 1 (exponentials, normalised), one at a time and 10,000 at most; or from those that keep an order of importance. */
export function weightingsFrom(seed: number, count: number, keeping: readonly number[] | null): () => number[] {
  const words = new Uint32Array(2 * weightings * count);
  fillRandom(`${seed}/weights`, words);
  let next = 0;
  const uniform = () => {
    next += 2;
    return uniformOf(words[next - 2] as number, words[next - 1] as number);
  };
  const drawn = () => normalised(Array.from({ length: count }, () => -log(uniform())));
  return keeping === null ? drawn : () => inOrder(drawn(), keeping);
}

/** The same weights handed out anew: the greatest to what is stated as most important; equally important ones keep the order drawn. */
export function inOrder(drawn: readonly number[], stated: readonly number[]): number[] {
  const places = drawn.map((_, k) => k);
  const byImportance = [...places].sort(
    (a, b) => (stated[b] as number) - (stated[a] as number) || (drawn[b] as number) - (drawn[a] as number) || a - b,
  );
  const sorted = [...drawn].sort((a, b) => b - a);
  const kept = new Array<number>(drawn.length);
  for (const [rank, k] of byImportance.entries()) kept[k] = sorted[rank] as number;
  return kept;
}

/** What each option is worth in a trial, and which of them may rank. */
export interface TrialValues {
  readonly values: Values;
  readonly among: readonly number[];
}

/**
 * The share of weightings in which each option ranks first (stochastic multicriteria acceptability, Lahdelma and Salminen 2001); equal scores: the
 * first of the list. With trials, weighting i meets trial i.
 *
 * @param of the values that weighting i meets; null where there are none
 */
export function* firstShares(
  of: (i: number) => TrialValues | null,
  {
    seed,
    options,
    criteria,
    keeping,
  }: { seed: number; options: number; criteria: number; keeping: readonly number[] | null },
): Steps<number[]> {
  const draw = weightingsFrom(seed, criteria, keeping);
  const firsts = new Array<number>(options).fill(0);
  let counted = 0;
  for (let i = 0; i < weightings; i++) {
    const weights = draw();
    const met = of(i);
    if (met !== null) {
      counted++;
      let [first, best] = [-1, Number.NEGATIVE_INFINITY];
      for (const a of met.among) {
        const score = scoreOf(met.values[a] as number[], weights);
        if (score > best) [first, best] = [a, score];
      }
      if (first >= 0) firsts[first] = (firsts[first] as number) + 1;
    }
    if (i % block === block - 1) yield;
  }
  return firsts.map((count) => (counted === 0 ? 0 : count / counted));
}
