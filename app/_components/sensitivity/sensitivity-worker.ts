import { type Equalised, equalise } from "@/lib/analysis/equalise";
import type { OwnRanges } from "@/lib/analysis/sensitivity/input-range";
import { type ScaleCurve, scaleCurve } from "@/lib/analysis/sensitivity/scale-curve";
import { type Sensitivity, sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import { trialOf } from "@/lib/analysis/sensitivity/trial";
import type { Steps } from "@/lib/analysis/steps";
import { declaredAt } from "@/lib/model/currency";
import type { CustomLine } from "@/lib/model/custom-lines";
import type { InputKey, Inputs } from "@/lib/model/inputs";

export interface Question {
  run: number;
  asks: "verdict" | "equalise";
  inputs: Inputs;
  lines: readonly CustomLine[];
  /** Units of the model's currency for one dollar, in which ranges are declared. */
  rate: number;
  /** The ends of ranges that a person stated. */
  ranges: OwnRanges;
  /** The inputs that are assumptions and unchanged. */
  untouched: readonly InputKey[];
}

export type Reply =
  | { run: number; kind: "scale"; curve: ScaleCurve }
  | { run: number; kind: "sensitivity"; sensitivity: Sensitivity | null }
  | { run: number; kind: "equalise"; equalised: Equalised | null };

/** The newest run of each kind: older ones stop at their next pause. */
const newest = { verdict: 0, equalise: 0 };

/** How long it works before it looks for a new question, ms. */
const slice = 20;
const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Runs the steps with pauses. @returns undefined where a newer run has made this one stale */
async function follow<T>({ run, asks }: Question, steps: Steps<T>): Promise<{ value: T } | undefined> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return { value: step.value };
    if (performance.now() - since < slice) continue;
    await pause();
    if (newest[asks] !== run) return undefined;
    since = performance.now();
  }
}

const reply = (message: Reply) => postMessage(message);

async function answer(question: Question) {
  const { run, inputs, lines } = question;
  const trial = trialOf(inputs, lines);
  if (question.asks === "equalise") {
    const outcome = await follow(question, equalise({ inputs, trial }));
    if (outcome) reply({ run, kind: "equalise", equalised: outcome.value });
    return;
  }
  const curve = await follow(question, scaleCurve({ inputs, trial }));
  if (!curve) return;
  reply({ run, kind: "scale", curve: curve.value });
  const declared = declaredAt(question.rate).groups.flatMap((group) => group.inputs);
  const untouched = new Set(question.untouched);
  const outcome = await follow(
    question,
    sensitivity({
      inputs,
      declared,
      ranges: question.ranges,
      trial,
      isUntouchedAssumption: (key) => untouched.has(key),
    }),
  );
  if (outcome) reply({ run, kind: "sensitivity", sensitivity: outcome.value });
}

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  newest[data.asks] = data.run;
  void answer(data);
});
