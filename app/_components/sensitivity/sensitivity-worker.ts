import { answerNewest } from "@/app/_components/worker/answer-newest";
import { matchServiceLevels, type ServiceMatch } from "@/lib/analysis/match-service-levels";
import type { OwnRanges } from "@/lib/analysis/sensitivity/input-range";
import { type ScaleCurve, scaleCurve } from "@/lib/analysis/sensitivity/scale-curve";
import { type Sensitivity, sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import { trialsOf } from "@/lib/analysis/sensitivity/trial";
import { declaredAt } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { OwnRows } from "@/lib/model/rows/own-rows";

export interface SensitivityQuestion {
  readonly inputs: Inputs;
  readonly rows: OwnRows;
  /** Units of the model's currency for one dollar, in which ranges are declared. */
  readonly rate: number;
  /** The ends of ranges that a person stated. */
  readonly ranges: OwnRanges;
  /** The inputs that are assumptions and unchanged. */
  readonly untouched: readonly InputKey[];
}

export type SensitivityReply =
  | { readonly kind: "sensitivity"; readonly sensitivity: Sensitivity | null }
  | { readonly kind: "matched"; readonly matched: ServiceMatch | null }
  | { readonly kind: "curve"; readonly curve: ScaleCurve };

answerNewest<SensitivityQuestion, SensitivityReply>(async (question, { reply, follow }) => {
  const { inputs, rows, rate, ranges } = question;
  const trials = trialsOf(inputs, rows);
  const declared = declaredAt(rate).groups.flatMap((group) => group.inputs);
  const untouched = new Set(question.untouched);
  const isUntouchedAssumption = (key: InputKey) => untouched.has(key);
  const found = await follow(sensitivity({ inputs, declared, ranges, trials, isUntouchedAssumption }));
  reply({ kind: "sensitivity", sensitivity: found });
  reply({ kind: "matched", matched: await follow(matchServiceLevels({ inputs, trials })) });
  reply({ kind: "curve", curve: await follow(scaleCurve({ inputs, trials })) });
});
