import { answerNewest } from "@/app/_components/worker/answer-newest";
import { type ComparisonSettings, comparedCriteria, levelOf } from "@/lib/analysis/objectives/comparison";
import { worthOf } from "@/lib/analysis/objectives/ends";
import { computedLevels } from "@/lib/analysis/objectives/levels";
import { type TrialLevels, trialLevels } from "@/lib/analysis/objectives/trial-levels";
import type { TrialValues } from "@/lib/analysis/objectives/weightings";
import { firstShares, weightings } from "@/lib/analysis/objectives/weightings";
import { architectures } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import type { DecisionQuestion } from "./question";

export interface ObjectivesQuestion extends DecisionQuestion {
  readonly settings: ComparisonSettings;
  /** The places of the architectures that may rank in the base run. */
  readonly among: readonly number[];
}

/** Shares of weightings in which each architecture ranks first. */
export type ObjectivesReply =
  | { readonly kind: "all" | "inOrder"; readonly shares: readonly number[] }
  /** Null where this browser cannot work trials out. */
  | { readonly kind: "withTrials"; readonly shares: readonly number[] | null };

/** Trials made lately: another weight, or another end, asks for no other trials. */
let made: { of: string; levels: TrialLevels[] | null } | null = null;

answerNewest<ObjectivesQuestion, ObjectivesReply>(async ({ asked, settings, among }, { reply, follow }) => {
  const weighted = comparedCriteria(settings);
  if (asked === null || weighted.length === 0) return;
  const base = computedLevels(asked.inputs, asked.rows);
  if (base === null) return;
  const worthIn = (levels: typeof base) =>
    architectures.map((a) =>
      weighted.map(({ criterion, ends }) =>
        worthOf(criterion, ends, levelOf(criterion.key, a, levels, settings).level),
      ),
    );
  const sizes = { seed: asked.seed, options: architectures.length, criteria: weighted.length };
  const usual: TrialValues = { values: worthIn(base), among };
  const keeping = weighted.map(({ swing }) => swing);
  reply({ kind: "all", shares: await follow(firstShares(() => usual, { ...sizes, keeping: null })) });
  reply({ kind: "inOrder", shares: await follow(firstShares(() => usual, { ...sizes, keeping })) });
  const { rate, ...request } = asked;
  const of = JSON.stringify(asked);
  if (made?.of !== of) {
    const trials = Math.min(asked.trials, weightings);
    made = { of, levels: await follow(trialLevels({ ...request, declared: declaredAt(rate) }, trials)) };
  }
  const { levels } = made;
  if (levels === null) return reply({ kind: "withTrials", shares: null });
  const inTrial = (i: number): TrialValues | null => {
    const trial = levels[i % levels.length];
    if (!trial) return null;
    const byArchitecture = Object.fromEntries(architectures.map((a) => [a, trial[a].levels])) as typeof base;
    const ranking = architectures.flatMap((a, place) => (trial[a].eligible ? [place] : []));
    return { values: worthIn(byArchitecture), among: ranking };
  };
  reply({ kind: "withTrials", shares: await follow(firstShares(inTrial, { ...sizes, keeping: null })) });
});
