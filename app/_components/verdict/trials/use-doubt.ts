"use client";

import { useDeferredValue, useMemo } from "react";
import { useOwnRows } from "@/app/_components/results/use-own-rows";
import { ownRanges } from "@/app/_components/sensitivity/own-ranges";
import { untouchedAssumptions } from "@/app/_components/sensitivity/untouched-assumptions";
import { type SingleInputs, useSensitivity } from "@/app/_components/sensitivity/use-sensitivity";
import type { OwnRanges } from "@/lib/analysis/sensitivity/input-range";
import type { ModelDraft } from "@/lib/draft/model";
import type { Inputs } from "@/lib/model/inputs";
import type { TemplateBases } from "@/lib/model/templates/declaration";
import { type TrialsQuestion, trialsQuestionOf } from "./trials-question";
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

/** What trials of a draft are asked: a new object only for new figures. */
function useTrialsQuestion({ draft, inputs }: Drawn): TrialsQuestion {
  const rows = useOwnRows(draft);
  const { notes, currencyRate, drivers, trials, seed } = draft;
  const settingsText = JSON.stringify([ownRanges(notes), currencyRate, drivers, trials, seed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: ranges and settings by what they say.
  return useMemo(() => trialsQuestionOf(draft), [inputs, rows, settingsText]);
}

/**
 * @param starting the template's figures in the model's currency
 * @param typed what is drawn a moment later: trials of it are asked at once
 */
export function useDoubt(
  { draft, inputs }: Drawn,
  starting: Partial<Inputs>,
  bases: TemplateBases,
  typed: Drawn = { draft, inputs },
): Doubt {
  const { currencyRate: rate } = draft;
  const rows = useOwnRows(draft);
  const untouched = useMemo(() => untouchedAssumptions(inputs, starting, bases, rate), [inputs, starting, bases, rate]);
  // Typing a note changes no range: nothing is worked out anew for it.
  const rangesText = JSON.stringify(ownRanges(draft.notes));
  const ranges = useMemo(() => JSON.parse(rangesText) as OwnRanges, [rangesText]);
  const singles = useSensitivity(
    useMemo(() => ({ inputs, rows, rate, ranges, untouched }), [inputs, rows, rate, ranges, untouched]),
  );
  const asked = useTrialsQuestion(typed);
  const trials = useTrials(asked, useDeferredValue(asked));
  return useMemo(() => ({ trials, singles }), [trials, singles]);
}
