import type { Turns } from "@/lib/analysis/against-today/moving-flips";
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
  /** The inputs that would change the winner alone, and those that would say whether moving pays. */
  readonly turns?: Turns;
}

export type RunAnswer = Outcome<{ document: UncertaintyDocument } & PageDoubt>;
