import type { Movement } from "@/lib/analysis/sensitivity/sensitivity";
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
  /** The difference between the first and its rival, money: each stands for one trial in twenty. */
  readonly dots?: readonly number[];
  /** The inputs that would change the winner alone. */
  readonly turning?: readonly Movement[];
}

export type RunAnswer = Outcome<{ document: UncertaintyDocument } & PageDoubt>;
