import { replicateSize } from "@/lib/math/hypercube";
import { quantilesOf } from "@/lib/math/quantile";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { tryEvaluate } from "@/lib/model/evaluate";
import { refusalFault } from "@/lib/model/refusal";
import type { Outcome } from "@/lib/outcome";
import type { Steps } from "../steps";
import { type CashQuantiles, cashQuantiles } from "./cash-by-month";
import type { ArchitectureUncertainty, UncertaintyDocument } from "./document";
import { DifferenceFigure, HeldFigure, MarkedFigure, type PickedFigure } from "./influence/figure";
import { ranks } from "./influence/first-order";
import { influences, type Targets } from "./influence/influence";
import { regretOf } from "./influence/worth";
import { inQuestionOf, leastCostByTrial, leastOf } from "./leaders";
import { byArchitecture, type JoinedOutcomes, joinOutcomes, type Outcomes, summedFigures } from "./outcomes";
import { pairsOf } from "./pairs";
import { planOf } from "./plan";
import type { UncertaintyRequest } from "./request";
import { type Kept, keptOf, mean, meanEstimate, shareOf, standardDeviation } from "./sample";
import { simulate, usualWidth } from "./simulate";
import { byPercentile, percentiles, type Summary, summaryOf } from "./summary";
import { summaryOfParts } from "./summed-figure";

/** The share of trials that may be left out. */
const mostLeftOut = 0.01;
/** A difference that varies less, by the cost of the first, does not vary. */
const dust = 1e-9;

function refusal(trials: number, { leftOut }: JoinedOutcomes): Outcome<never> {
  const words = [...leftOut].map(([rule, count]) =>
    rule === "count" ? `${count} grow too large to mean anything` : `${count} break ${rule}`,
  );
  const message = `More than 1 % of ${trials} trials have no result: ${words.join("; ")}. Narrow the ranges of these inputs.`;
  return { ok: false, faults: [{ key: "ranges", message }] };
}

/** The comparison of the first with its rival in each trial, ranked; 0 throughout where nothing moves it. */
function comparison(outcomes: JoinedOutcomes, first: Architecture, rival: Architecture): PickedFigure {
  const costs = outcomes.architectures[first].netPresentCost;
  const difference = outcomes.architectures[rival].netPresentCost.map((x, i) => x - (costs[i] as number));
  const isStill = standardDeviation(difference) < dust * Math.abs(mean(costs));
  return new HeldFigure(isStill ? difference.fill(0) : ranks(difference));
}

type Sums = Readonly<Record<Architecture, Pick<ArchitectureUncertainty, (typeof summedFigures)[number]>>>;

interface Found {
  readonly outcomes: JoinedOutcomes;
  readonly kept: Kept;
  readonly cash: CashQuantiles;
  readonly sums: Sums;
  readonly inQuestion: readonly Architecture[];
  /** Who ranks first, and who costs least of those in question, in each trial, as places in the list. */
  readonly cheapest: Int8Array;
  readonly leastCost: Int8Array;
  /** Of those in question. */
  readonly regrets: ReadonlyMap<Architecture, NonNullable<ArchitectureUncertainty["regret"]>>;
}

function architectureUncertainty(found: Found, architecture: Architecture): ArchitectureUncertainty {
  const { outcomes, kept, cash, sums, cheapest, leastCost, regrets } = found;
  const of = outcomes.architectures[architecture];
  const place = architectures.indexOf(architecture);
  const regret = regrets.get(architecture) ?? null;
  const fan = cash.of(architecture);
  return {
    netPresentCost: summaryOf(kept, of.netPresentCost),
    ...sums[architecture],
    ...of.shares,
    cheapest: shareOf(kept, (i) => cheapest[i] === place),
    leastCost: regret ? shareOf(kept, (i) => leastCost[i] === place) : null,
    regret,
    cumulative: byPercentile(percentiles, (p) => fan.map((month) => month[percentiles.indexOf(p)] as number)),
  };
}

function regretsIn(
  kept: Kept,
  inQuestion: readonly Architecture[],
  cost: (architecture: Architecture) => Float64Array,
): Found["regrets"] {
  const room = new Float64Array(kept.count);
  return new Map(
    inQuestion.map((a) => {
      const regret = /*#__NOINLINE__*/ regretOf(a, inQuestion, cost, room);
      const { value, standardError } = meanEstimate(kept, regret);
      return [a, { mean: value, standardError, p95: quantilesOf(regret, [0.95])[0] as number }];
    }),
  );
}

/** The summaries of figures of which nothing else is asked; null where what they take was forgotten. */
function sumsOf(parts: readonly Outcomes[], kept: Kept): Sums | null {
  const found = byArchitecture((a) =>
    summedFigures.map((name) =>
      summaryOfParts(
        parts.map(({ from, to, architectures: of }) => ({ from, to, figure: of[a][name] })),
        kept,
      ),
    ),
  );
  if (Object.values(found).flat().includes(null)) return null;
  return byArchitecture((a) => {
    const [total, participantCost] = found[a] as [Summary, Summary];
    return { total, participantCost };
  });
}

/** What is found from values of which only those near quantiles are kept. */
function* foundNear(
  request: UncertaintyRequest,
  trials: number,
  parts: readonly Outcomes[],
  kept: Kept,
  followed: ReadonlySet<Architecture>,
): Steps<Pick<Found, "cash" | "sums">> {
  let asked = parts;
  for (let width = 2 * usualWidth; ; width *= 2) {
    const sums = sumsOf(asked, kept);
    const cash = sums && (yield* cashQuantiles(asked, followed));
    if (cash) return { cash, sums };
    // A quantile has strayed from what was kept. In the end all is.
    asked = [yield* simulate(request, 0, trials / replicateSize, { width })];
  }
}

/**
 * What the trials of a request come to. It may be paused after each step, and dropped.
 *
 * @param parts the outcomes of all its replicates, in any number of parts (simulate.ts)
 * @param trials how many these are: of a longer run, the first ones are a run of their own
 * @returns as uncertainty() does
 */
export function* summarise(
  request: UncertaintyRequest,
  parts: readonly Outcomes[],
  trials = request.trials,
): Steps<Outcome<{ document: UncertaintyDocument }>> {
  const { inputs, rows, seed } = request;
  const outcome = tryEvaluate(inputs, rows);
  if (!outcome.ok) return { ok: false, faults: [refusalFault(outcome)] };
  const { result: base } = outcome;
  const plan = planOf(request);
  const outcomes = joinOutcomes(parts, trials / replicateSize);
  if (trials - outcomes.kept > mostLeftOut * trials) return refusal(trials, outcomes);

  const kept = keptOf(outcomes.trial, trials);
  const [first, ...others] = base.ranking as [Architecture, ...Architecture[]];
  const followed = new Set(architectures.filter((a) => a === first || a === inputs.currentArchitecture));
  const near = yield* foundNear(request, trials, parts, kept, followed);
  const inQuestion = inQuestionOf(base, outcomes);
  const cost = (a: Architecture) => outcomes.architectures[a].netPresentCost;
  const regrets = regretsIn(kept, inQuestion, cost);
  const { cheapest } = outcomes;
  const found: Found = {
    ...near,
    ...{ outcomes, kept, inQuestion, cheapest, regrets },
    leastCost: leastCostByTrial(outcomes, inQuestion),
  };
  const results = {} as Record<Architecture, ArchitectureUncertainty>;
  for (const a of architectures) {
    results[a] = architectureUncertainty(found, a);
    yield;
  }
  const rival = leastOf(others, (a) => -results[a].cheapest.share);
  const best = leastOf(inQuestion, (a) => results[a].netPresentCost.mean);
  const targets: Targets = {
    difference: comparison(outcomes, first, rival),
    isFirst: new MarkedFigure(cheapest, architectures.indexOf(first)),
    others: inQuestion.filter((a) => a !== best).map((a) => new DifferenceFigure(cost(a), cost(best))),
  };
  const pairs = pairsOf(outcomes, kept, near.cash, followed);
  yield;
  const influence = yield* influences({ plan, kept, trial: outcomes.trial }, targets);
  return {
    ok: true,
    document: {
      ...{ seed, trials, kept: outcomes.kept, leftOut: Object.fromEntries(outcomes.leftOut) },
      drivers: plan.strengths,
      drawn: plan.drawn.map(({ key }) => key),
      base: { ranking: base.ranking, rival, inQuestion },
      choice: {
        leastMeanCost: best,
        greatestChance: leastOf(architectures, (a) => -results[a].cheapest.share),
        leastRegret95: leastOf(inQuestion, (a) => results[a].regret?.p95 as number),
      },
      architectures: results,
      noneEligible: shareOf(kept, (i) => cheapest[i] === -1).share,
      pairs,
      ...influence,
      evpi: { value: regrets.get(best)?.mean as number, standardError: regrets.get(best)?.standardError as number },
    },
  };
}
