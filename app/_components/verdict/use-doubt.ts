"use client";

import { useMemo } from "react";
import { ownRanges } from "@/app/_components/sensitivity/own-ranges";
import { untouchedAssumptions } from "@/app/_components/sensitivity/untouched-assumptions";
import { type SingleInputs, useSensitivity } from "@/app/_components/sensitivity/use-sensitivity";
import type { OwnRanges } from "@/lib/analysis/sensitivity/input-range";
import type { ModelDraft } from "@/lib/draft/model";
import type { Inputs } from "@/lib/model/inputs";
import type { OwnRange } from "@/lib/model/spread/own-range";
import type { TemplateBases } from "@/lib/model/templates/declaration";
import type { TrialsQuestion } from "./trials-worker";
import { type Trials, useTrials } from "./use-trials";

interface Drawn {
  draft: ModelDraft;
  /** The draft's complete inputs. */
  inputs: Inputs;
}

/** How sure the answer of a model is: by trials of all inputs at once, and by single inputs. */
export interface Doubt {
  readonly trials: Trials;
  readonly singles: SingleInputs;
}

/** The trials of a model unless the person chose otherwise. */
const usualTrials = 10_000;
const usualSeed = 1;

/** @param starting the template's figures in the model's currency */
export function useDoubt({ draft, inputs }: Drawn, starting: Partial<Inputs>, bases: TemplateBases): Doubt {
  const { customLines: lines, currencyRate: rate } = draft;
  const untouched = useMemo(() => untouchedAssumptions(inputs, starting, bases, rate), [inputs, starting, bases, rate]);
  // Typing a note changes no range: nothing is worked out anew for it.
  const rangesText = JSON.stringify(ownRanges(draft.notes));
  const ranges = useMemo(() => JSON.parse(rangesText) as OwnRanges, [rangesText]);
  const singles = useSensitivity(
    useMemo(() => ({ inputs, lines, rate, ranges, untouched }), [inputs, lines, rate, ranges, untouched]),
  );
  const question = useMemo(
    (): TrialsQuestion => ({
      ...{ inputs, lines, rate, trials: usualTrials, seed: usualSeed, evidence: {}, drivers: {} },
      ranges: Object.fromEntries(
        Object.entries(ranges).flatMap(([key, own]) => {
          const value = inputs[key as keyof Inputs] as number;
          const { low = value, high = value } = own ?? {};
          return [[key, { kind: "range", low, high } satisfies OwnRange]];
        }),
      ),
    }),
    [inputs, lines, rate, ranges],
  );
  const trials = useTrials(question);
  return useMemo(() => ({ trials, singles }), [trials, singles]);
}
