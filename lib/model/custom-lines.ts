import type { Architecture, Category } from "./architectures";

export const customLineKinds = ["once", "monthly", "perUser", "perServer", "perPeer"] as const;
export type CustomLineKind = (typeof customLineKinds)[number];

/** How many a model may have. */
export const mostCustomLines = 50;

/** A cost (or, negative, a credit) of the user's own, beside those of the model (model.md section 10). */
export interface CustomLine {
  readonly label: string;
  /** Any but transition and contingency. */
  readonly category: Exclude<Category, "transition" | "contingency">;
  readonly architectures: readonly Architecture[];
  readonly kind: CustomLineKind;
  /** Money; a month, or a month and user, server or peer, by kind. */
  readonly amount: number;
  /** First month, 0 is set-up. Default 1. */
  readonly fromMonth?: number;
  /** Last month. Default the horizon. */
  readonly toMonth?: number;
  /** Growth of the amount a year, above -1. Default 0. */
  readonly escalation?: number;
}
