"use client";

import { memo, type ReactNode, type Ref, useMemo } from "react";
import { cannotTry, tryingEach } from "@/app/_components/sensitivity/trying-words";
import { useViewSettings } from "@/app/_components/view/use-view-settings";
import { againstSentence } from "@/lib/analysis/against-today/against-words";
import { verdictOf } from "@/lib/analysis/verdict/verdict";
import { verdictSentence } from "@/lib/analysis/verdict/verdict-words";
import type { LastChanges } from "@/lib/draft/history";
import type { ModelDraft } from "@/lib/draft/model";
import { untouchedDraws } from "@/lib/draft/uncertainty/untouched-draws";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { todayOf } from "@/lib/model/today-of";
import { formatNumber } from "@/lib/value/format";
import { Announcer } from "./announcer";
import { AnswerView } from "./answer-view";
import type { Doubt } from "./trials/use-doubt";

interface ModelAnswerProps {
  modelId: string;
  draft: ModelDraft;
  /** The draft's complete inputs, and their result. */
  inputs: Inputs;
  result: ModelResult;
  doubt: Doubt;
  /** The template's figures in the model's currency. */
  starting: Partial<Inputs>;
  /** The model as the page was loaded, and who had last changed what of it. */
  loaded: ModelDraft;
  changes: Promise<LastChanges>;
  /** Beside the verdict: what matched service levels would change. */
  note: ReactNode;
  ref?: Ref<HTMLDivElement> | undefined;
}

/** The answer of a model while someone works on it. */
export const ModelAnswer = memo(function ModelAnswer(props: ModelAnswerProps) {
  const { modelId, draft, inputs, result, doubt, starting, loaded, changes, note, ref } = props;
  const { trials, singles } = doubt;
  const { currency } = draft;
  const evidence = useMemo(() => ({ draft, loaded, starting, changes }), [draft, loaded, starting, changes]);
  const verdict = useMemo(
    () => verdictOf({ result, inputs, uncertainty: trials.fresh, turners: singles.turners }),
    [result, inputs, trials.fresh, singles.turners],
  );
  const [{ against }] = useViewSettings();
  const today = against === "today" ? todayOf(inputs) : null;
  const given = { verdict, result, inputs, currency };
  return (
    <>
      <AnswerView
        {...given}
        ref={ref}
        startMonth={draft.startMonth}
        uncertainty={trials.fresh}
        latest={trials.latest}
        dots={trials.dots}
        turns={singles.sensitivity}
        isTurningStale={singles.isStale.sensitivity}
        pendingTurning={singles.hasFailed ? cannotTry : tryingEach}
        untouched={trials.fresh === null ? 0 : untouchedDraws(trials.fresh.drawn, draft, starting)}
        pending={trials.problem ?? `working out ${formatNumber(trials.all)} trials…`}
        modelId={modelId}
        model={draft.name}
        evidence={evidence}
        note={note}
      />
      <Announcer
        of={inputs}
        sentence={
          today === null ? verdictSentence(given) : againstSentence({ ...given, today, uncertainty: trials.fresh })
        }
        isReady={trials.done === trials.all || trials.problem !== null}
      />
    </>
  );
});
