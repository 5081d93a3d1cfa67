import { binomialBelow } from "@/lib/formula/primitives/binomial";
import { exp } from "@/lib/math/exp";
import { expm1 } from "@/lib/math/expm1";
import { type Argument, type Form, type Place, tightly } from "./form";

/**
 * Tails of the binomial by the beta distribution: P[B(n, p) < k] is I(1 − p; n − k + 1, k). Spreadsheets work it out as a small number, while
 * their cumulative binomial distribution takes the difference from 1 of a number near 1.
 */
const tailText = (n: string, p: string, absent: string, k: string) =>
  `IF(${k}<=0,0,IF(${k}>${n},1,IF(${p}<=0,1,IF(${p}>=1,0,BETADIST(${absent},${n}-${k}+1,${k})))))`;

const binomial: Form = (args) => {
  const [n, p, k] = args.map((arg) => arg.repeated()) as [string, string, string];
  return tightly(tailText(`ROUND(${n},0)`, p, `1-${p}`, `ROUND(${k},0)`));
};

/** The chance of one period in a cell of its own, where it is the same in all months. */
function ownCell(args: readonly Argument[], place: Place, tail: string): string {
  const quantities = args.map(({ node }) => place.read(node));
  return place.working(tail, () => ({
    label: "Chance of the loss in one period",
    unit: "share",
    single: tail,
    values: (read) => {
      const [few = 0, all = 0, hazard = 0] = quantities.map((quantity) => read.values(quantity)[0]);
      return [binomialBelow(all, exp(-hazard), -expm1(-hazard), few)];
    },
  })).single;
}

const yearlyLoss: Form = (args, place) => {
  const [k, n, hazard, periods] = args.map((arg) => arg.repeated()) as [string, string, string, string];
  const tail = tailText(n, `EXP(-${hazard})`, `1-EXP(-${hazard})`, k);
  const chance = args.some(({ isMonthly }) => isMonthly) ? tail : ownCell(args, place, tail);
  // One less a power of nearly one has no digits left where the loss is rare; three terms of the series have all of them.
  const series = `${periods}*${chance}*(1-(${periods}-1)/2*${chance}*(1-(${periods}-2)/3*${chance}))`;
  return tightly(`IF(${periods}*${chance}<0.00001,${series},1-(1-${chance})^${periods})`);
};

export const chanceForms: Readonly<Record<string, Form>> = { binomialBelow: binomial, yearlyLoss };
