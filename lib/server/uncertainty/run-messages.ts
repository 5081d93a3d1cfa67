import type { Sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import type { TrialDots } from "@/lib/analysis/uncertainty/difference-dots";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import type { UncertainDraft } from "@/lib/draft/uncertainty/uncertainty-request";
import type { Outcome } from "@/lib/outcome";

export interface RunQuestion {
  readonly draft: UncertainDraft;
  /** Whether what a page shows beside the document is asked for, too. */
  readonly isForPage: boolean;
}

/** What a page shows beside the document. */
export interface PageDoubt {
  readonly dots?: TrialDots;
  /** What single inputs move; null where the figures have no result. */
  readonly singles?: Sensitivity | null;
}

export type RunAnswer = Outcome<{ document: UncertaintyDocument } & PageDoubt>;
