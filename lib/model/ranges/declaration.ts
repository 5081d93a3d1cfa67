import type { DriverKey } from "./drivers";

/**
 * The scale on which a range lies: `log` for what is positive and uncertain by a factor, `logit` for shares and chances within their
 * bounds, `plain` for rates that may be negative.
 */
export type Scale = "log" | "logit" | "plain";

/** How far an input may lie from its default, and what says so. */
export interface DeclaredRange {
  readonly scale: Scale;
  /** The 10th and the 90th percentile, in the unit of the input; money in US dollars. The median is the default. */
  readonly low: number;
  readonly high: number;
  /** What makes the input move with others; none where it moves alone. */
  readonly driver?: DriverKey;
  /** Whether it rises or falls with its driver. */
  readonly sign: 1 | -1;
  /** Whether sources state the spread, or it is derived from them, or a judgement. */
  readonly grade: "cited" | "derived" | "judged";
  readonly basis: string;
}

/** Declares the ranges of a group of inputs; one rises with its driver where no sign says that it falls. */
export function rangeGroup<K extends string>(declared: Record<K, Omit<DeclaredRange, "sign"> & { sign?: 1 | -1 }>) {
  const ranges = Object.entries<(typeof declared)[K]>(declared).map(([key, range]) => [key, { sign: 1, ...range }]);
  return Object.fromEntries(ranges) as Readonly<Record<K, DeclaredRange>>;
}
