import { answerNewest } from "@/app/_components/worker/answer-newest";
import { type SwitchingValue, switching } from "@/lib/analysis/switching/switching";
import { triedKeys } from "@/lib/analysis/switching/tried-keys";
import { declaredAt } from "@/lib/model/currency";
import type { DecisionQuestion } from "./question";

export interface SwitchingReply {
  /** Of all architectures, of inputs searched since the reply before. */
  readonly values: readonly SwitchingValue[];
  /** How many inputs are searched, and of how many. */
  readonly done: number;
  readonly all: number;
}

/** Inputs between two replies: a page is not drawn anew for each. */
const batch = 12;

answerNewest<DecisionQuestion, SwitchingReply>(async ({ asked }, { reply, follow }) => {
  if (asked === null) return;
  const { rate, ...request } = asked;
  const all = triedKeys.length;
  let [done, values]: [number, SwitchingValue[]] = [0, []];
  await follow(
    switching({
      request: { ...request, declared: declaredAt(rate) },
      found: (more) => {
        values.push(...more);
        done++;
        if (done % batch !== 0 && done !== all) return;
        reply({ values, done, all });
        values = [];
      },
    }),
  );
});
