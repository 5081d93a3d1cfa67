import type { ReactNode } from "react";
import { AnswerView } from "@/app/_components/verdict/answer-view";
import { verdictOf } from "@/lib/analysis/verdict/verdict";
import type { UncertainDraft } from "@/lib/draft/uncertainty/uncertainty-request";
import { untouchedDraws } from "@/lib/draft/uncertainty/untouched-draws";
import { convertInputs } from "@/lib/model/currency";
import { mayTellPay, payInputs } from "@/lib/model/pay/pay";
import { startingFigures } from "@/lib/model/templates";
import type { LinkedModel, LinkedResult } from "@/lib/server/sharing/linked-model";
import type { UncertaintyRun } from "@/lib/server/uncertainty/run-uncertainty";

interface LinkedAnswerProps {
  model: LinkedModel;
  evaluated: Exclude<LinkedResult, { problem: string }>;
  whole: UncertainDraft;
  /** Null where they cannot be run just now. */
  run: UncertaintyRun | "running" | null;
  /** The comments on the answer. */
  marker: ReactNode;
  mayDownload: boolean;
}

/** The answer behind a link, as sure as on the model's own page. Inputs of pay are named without figures where the link leaves pay out. */
export function LinkedAnswer({ model, evaluated, whole, run, marker, mayDownload }: LinkedAnswerProps) {
  const { result, inputs } = evaluated;
  const done = run !== "running" && run?.kind === "done" ? run : null;
  const uncertainty = done?.document ?? null;
  const starting = convertInputs(startingFigures(model.templateKey).starting, 1, model.currencyRate);
  return (
    <AnswerView
      verdict={verdictOf({ result, inputs, uncertainty, turners: done?.singles?.turning.length ?? null })}
      result={result}
      inputs={inputs}
      currency={model.currency}
      startMonth={model.startMonth}
      uncertainty={uncertainty}
      latest={null}
      dots={done?.dots ?? null}
      turns={done?.singles ?? null}
      isTurningStale={false}
      pendingTurning={pendingWords(run)}
      untouched={uncertainty === null ? 0 : untouchedDraws(uncertainty.drawn, whole, starting)}
      pending={pendingWords(run)}
      modelId={null}
      model={model.name}
      canDownload={mayDownload}
      hidden={model.leavesOutPay ? [...payInputs, ...(uncertainty?.drawn ?? []).filter(mayTellPay)] : []}
      note={marker}
    />
  );
}

function pendingWords(run: LinkedAnswerProps["run"]): string {
  if (run === "running") return "working out how sure that is…";
  if (run?.kind === "invalid") return run.faults[0]?.message ?? "";
  return "the trials that say how sure this is are busy: reload the page in a moment";
}
