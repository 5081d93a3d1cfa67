import type { Architecture, Category, View } from "./architectures";

/** Values by month, 0 (set-up) to the horizon. Money is in the model's currency, unrounded. */
export type Series = readonly number[];

export interface ViewResult {
  readonly lines: Readonly<Record<Category, Series>>;
  readonly total: Series;
}

/**
 * Net present cost of each architecture by category and month: cash discounted to month 0, less in the last month the book value that is
 * credited then. Not in the document.
 */
export type NetPresentCosts = Readonly<Record<Architecture, ViewResult>>;

/** What the model says of one architecture (model.md section 11). Null where a figure has no meaning. */
export interface ArchitectureResult {
  readonly views: Readonly<Record<View, ViewResult>>;
  /** Sum of cash over the horizon, money. */
  readonly total: number;
  /** Book value credited at the end of the horizon, money. */
  readonly residual: number;
  readonly netPresentCost: number;
  /** Money a month. */
  readonly levelisedMonthly: number;
  /** Share of the month in which the service is down; null in month 0. */
  readonly unavailability: readonly (number | null)[];
  /** Yearly chance of losing a given object. */
  readonly annualLoss: number;
  /** Money a month, shown beside the total and never in it. */
  readonly outage: Series;
  readonly expectedLoss: Series;
  /** What participants bear and are paid, money a month, outside the organisation's total. */
  readonly participantCost: Series;
  readonly participantPaid: Series;
  /** Sum paid over sum borne. */
  readonly rewardSufficiency: number | null;
  readonly energyKWh: Series;
  readonly participantKWh: Series;
  readonly carbonKg: number;
  readonly participantCarbonKg: number;
  readonly perUserMonth: number | null;
  readonly perTBDelivered: number | null;
  readonly perTBStoredMonth: number | null;
  /** Where people must install something: the month in which the fewest of those needed would take part. Not in the document. */
  readonly participation: { readonly month: number; readonly installs: number; readonly willing: number } | null;
  readonly feasible: boolean;
  readonly permitted: boolean;
  readonly meetsAvailability: boolean;
  readonly meetsAnnualLoss: boolean;
  readonly eligible: boolean;
  /** Physical quantities by name: a series or one number. */
  readonly quantities: Readonly<Record<string, Series | number>>;
}

/** The whole result: the document of model.md section 13. */
export interface ModelResult {
  /** 0 (set-up) to the horizon. */
  readonly months: readonly number[];
  /** Eligible architectures first, each group by net present cost. */
  readonly ranking: readonly Architecture[];
  /** breakEven[a][b]: the first month from which a's cumulative cash never again exceeds b's; null where it ends above. */
  readonly breakEven: Readonly<Record<Architecture, Readonly<Partial<Record<Architecture, number | null>>>>>;
  readonly architectures: Readonly<Record<Architecture, ArchitectureResult>>;
}
