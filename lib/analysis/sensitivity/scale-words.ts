import type { Architecture } from "@/lib/model/architectures";
import { formatNumber, toDigits } from "@/lib/value/format";
import { spoken, verb } from "@/lib/value/spoken";
import { largestFactor, type OrderChange, type ScaleCurve, smallestFactor } from "./scale-curve";

/** A factor as a person reads it: three digits, "3.4", "0.125", "1,200". */
export function factorWords(factor: number): string {
  return formatNumber(toDigits(factor, factor < 1 ? 2 : 3));
}

/** All changes between two architectures, as demand grows: several where they change places again and again. */
interface Pass {
  readonly from: OrderChange;
  readonly to: OrderChange;
  readonly times: number;
}

/** Changes of the same two that follow each other within a few percent are one: whole servers make the lines saw-toothed. */
const together = 1.25;

function passesOf(changes: readonly OrderChange[]): Pass[] {
  const passes: Pass[] = [];
  for (const change of changes) {
    const isSamePair = ({ to }: Pass) =>
      [to.passer, to.passed].sort().join() === [change.passer, change.passed].sort().join();
    const last = passes.findLastIndex(isSamePair);
    const known = passes[last];
    if (known && change.factor / known.to.factor < together) {
      passes[last] = { from: known.from, to: change, times: known.times + 1 };
    } else {
      passes.push({ from: change, to: change, times: 1 });
    }
  }
  return passes;
}

/** Each change of the order in words, from small demand to large. */
export function changeWords(curve: ScaleCurve): string[] {
  return passesOf(curve.changes).map(({ from, to, times }) => {
    const [passer, passed] = [spoken[to.passer], spoken[to.passed]];
    const at = `${factorWords(to.factor)} times the demand`;
    if (times > 1) {
      const between = `Between ${factorWords(from.factor)} and ${at}`;
      return `${between} ${from.passer === to.passer ? passer.within : spoken[from.passer].within} and ${spoken[from.passed].within} change places ${times} times; above, ${passer.within} ${passer.isPlural ? "rank" : "ranks"} before ${passed.within}.`;
    }
    if (to.because === "passer becomes eligible") {
      return `${verb(to.passer, "meets", "meet")} the targets from ${at} on, and so ${passer.isPlural ? "rank" : "ranks"} before ${passed.within}.`;
    }
    if (to.because === "passed is out") {
      return `${verb(to.passed, "misses", "miss")} the targets from ${at} on, and so ${passed.isPlural ? "rank" : "ranks"} after ${passer.within}.`;
    }
    return `${verb(to.passer, "overtakes", "overtake")} ${passed.within} at ${at}.`;
  });
}

/** Where the first place changes hands, for the answer: the nearest above the present demand, and the nearest below. */
export function scaleSentence(curve: ScaleCurve, first: Architecture): string {
  const leads = curve.changes.filter(({ takesTheLead }) => takesTheLead);
  const above = leads.find(({ factor }) => factor > 1);
  const below = leads.findLast(({ factor }) => factor <= 1);
  const times = ({ factor }: OrderChange) => `${factorWords(factor)} times today’s`;
  const sentences: string[] = [];
  if (above) {
    // It may lose the lead again further up.
    const next = leads[leads.indexOf(above) + 1];
    const until = next ? ` (until ${times(next)})` : "";
    sentences.push(`${verb(above.passer, "becomes", "become")} cheapest once demand is ${times(above)}${until}.`);
  }
  if (below) {
    const before = leads[leads.indexOf(below) - 1];
    const until = before ? ` (down to ${times(before)})` : "";
    sentences.push(`${verb(below.passed, "is", "are")} cheapest while demand is below ${times(below)}${until}.`);
  }
  if (sentences.length > 0) return sentences.join(" ");
  const [from, to] = [curve.points[0]?.factor ?? smallestFactor, curve.points.at(-1)?.factor ?? largestFactor];
  return `${verb(first, "stays", "stay")} cheapest from ${factorWords(from)} to ${factorWords(to)} times today’s demand.`;
}
