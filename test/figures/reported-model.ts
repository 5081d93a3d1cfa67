import { sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import { trialsOf } from "@/lib/analysis/sensitivity/trial";
import { finish } from "@/lib/analysis/steps";
import { trialDots } from "@/lib/analysis/uncertainty/difference-dots";
import { simulate } from "@/lib/analysis/uncertainty/simulate";
import { summarise } from "@/lib/analysis/uncertainty/summarise";
import type { ModelDraft } from "@/lib/draft/model";
import { ownRowsIn } from "@/lib/draft/scenario/compared-rows";
import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { rowsOf } from "@/lib/draft/scenario/scenario-rows";
import { uncertaintyRequest } from "@/lib/draft/uncertainty/uncertainty-request";
import { untouchedDraws } from "@/lib/draft/uncertainty/untouched-draws";
import type { ReportedModel } from "@/lib/export/report/reported-model";
import { completeInputs } from "@/lib/model/currency";
import { evaluateModel } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { ownRowsOf } from "@/lib/model/rows/own-rows";
import { todayOf } from "@/lib/model/today-of";
import { modelVersion } from "@/lib/model/version";

/** A draft as a report takes it, with real results and 1,000 trials. */
export function reportedModel(
  draft: ModelDraft,
  scenarios: readonly Pick<ScenarioDraft, "name" | "inputs" | "rows">[] = [],
  changes: Partial<ReportedModel> = {},
): ReportedModel {
  const request = uncertaintyRequest({ ...draft, trials: 1_000 });
  const outcomes = finish(simulate(request, 0, 1));
  const outcome = finish(summarise(request, [outcomes]));
  if (!outcome.ok) throw new Error("these figures have no trials");
  const { inputs, rows, declared } = request;
  const singles = finish(
    sensitivity({
      ...{ inputs, declared: declared.groups.flatMap((group) => group.inputs), ranges: draft.notes },
      ...{ trials: trialsOf(inputs, rows), isUntouchedAssumption: () => false },
    }),
  );
  const evaluated = (of: Partial<Inputs>, rows = ownRowsOf(draft)) =>
    evaluateModel(completeInputs(of, draft.currencyRate), rows);
  const { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate } = draft;
  return {
    ...{ name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate },
    ...{
      revision: 7,
      modelVersion,
      changedAt: "2027-01-15T10:20:30.000Z",
      digest: `sha256:${"0123456789abcdef".repeat(4)}`,
    },
    ...{ address: "https://peerbalance.example.org/models/0198c5a2-0000-7000-8000-000000000001" },
    ...{ stated: draft.inputs, notes: draft.notes, rows: ownRowsOf(draft), starting: {}, bases: {} },
    ...{ inputs, result: evaluated(draft.inputs), uncertainty: outcome.document, singles },
    dots: trialDots([outcomes], outcome.document.base, todayOf(inputs)),
    untouched: untouchedDraws(outcome.document.drawn, draft, {}),
    scenarios: scenarios.map(({ name, ...own }) => ({
      ...{ name, inputs: own.inputs, ownRows: ownRowsIn(draft, own) },
      result: evaluated({ ...draft.inputs, ...own.inputs }, rowsOf(draft, own)),
    })),
    ...{ isPayPooled: false, hidden: [], decided: null },
    ...changes,
  };
}
