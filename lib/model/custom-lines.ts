import type { Architecture, Category } from "./architectures";

/** How often a line falls, as forms name it. */
export const customLineKindNames = {
  once: "Once",
  monthly: "Every month",
  perUser: "Every month, for each user",
  perServer: "Every month, for each server",
  perPeer: "Every month, for each peer",
  every: "Every few months, or every year",
};

export type CustomLineKind = keyof typeof customLineKindNames;
export const customLineKinds = Object.keys(customLineKindNames) as CustomLineKind[];

/** How many a model may have. */
export const mostCustomLines = 50;

/** A cost (or, negative, a credit) of the user's own, beside those of the model (model.md section 10). */
export interface CustomLine {
  /** Tells it from the other lines of its model, whatever is changed of it; lines of before there were ids have none. */
  readonly id?: string;
  readonly label: string;
  /** Any but transition and contingency. */
  readonly category: Exclude<Category, "transition" | "contingency">;
  readonly architectures: readonly Architecture[];
  readonly kind: CustomLineKind;
  /** Money; a month, or a month and user, server or peer, by kind; each time, of the kinds "once" and "every". */
  readonly amount: number;
  /** One time in ten the amount is lower than `low`, one time in ten higher than `high`. Default the amount. */
  readonly low?: number;
  readonly high?: number;
  /** First month, 0 is set-up. Default 1. */
  readonly fromMonth?: number;
  /** Last month. Default the horizon. */
  readonly toMonth?: number;
  /** Growth of the amount a year, above -1. Default 0. */
  readonly escalation?: number;
  /** Months from one time to the next, of the kind "every" only. */
  readonly everyMonths?: number;
  /** A reason or a remark. Figures do not rest on it. */
  readonly note?: string;
  /** Where the figures come from. Figures do not rest on it. */
  readonly source?: string;
}
