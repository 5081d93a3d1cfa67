import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";

/** What trials are asked; the declarations are made anew from the rate. */
export type TrialsQuestion = Omit<UncertaintyRequest, "declared"> & { readonly rate: number };

/** Some replicates of the trials, from and to (without it). */
export type ShareQuestion = TrialsQuestion & { readonly from: number; readonly to: number };

export type TrialsReply =
  | {
      readonly kind: "document";
      readonly document: UncertaintyDocument;
      /** The difference between the first and its rival, money: each stands for one trial in twenty. */
      readonly dots: readonly number[];
    }
  | { readonly kind: "refused"; readonly message: string };
