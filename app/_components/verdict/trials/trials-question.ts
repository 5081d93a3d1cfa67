import type { TrialDots } from "@/lib/analysis/uncertainty/difference-dots";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { type UncertainDraft, uncertaintyRequest } from "@/lib/draft/uncertainty/uncertainty-request";

/** What trials are asked; the declarations are made anew from the rate. */
export type TrialsQuestion = Omit<UncertaintyRequest, "declared"> & { readonly rate: number };

/** What trials of a draft are asked, or of one of its scenarios. */
export function trialsQuestionOf(
  draft: UncertainDraft,
  scenario?: Pick<ScenarioDraft, "inputs" | "rows">,
): TrialsQuestion {
  const { declared: _, ...request } = uncertaintyRequest(draft, scenario);
  return { ...request, rate: draft.currencyRate };
}

/** Some replicates of the trials, from and to (without it). */
export type ShareQuestion = TrialsQuestion & { readonly from: number; readonly to: number };

export type TrialsReply =
  | {
      readonly kind: "document";
      readonly document: UncertaintyDocument;
      readonly dots: TrialDots;
    }
  | { readonly kind: "refused"; readonly message: string };

/** Trials of several figures side by side, such as scenarios. */
export interface EachTrials {
  readonly trials: readonly TrialsQuestion[];
}

/** What is known of one of them: it is sent again once more of its trials are in. */
export interface EachReply {
  readonly place: number;
  readonly document: UncertaintyDocument | null;
  /** Why there are no trials. */
  readonly problem: string | null;
}
