import { type Architecture, architectures } from "@/lib/model/architectures";
import type { UncertaintyDocument } from "./document";

/** What charts of cost by month draw of trials: 10, 50 and 90 % of them, by month. */
export interface CostBands {
  readonly architectures: Readonly<
    Record<Architecture, { readonly cumulative: Readonly<Record<10 | 90, readonly number[]>> }>
  >;
  readonly pairs: Readonly<
    Record<Architecture, Readonly<Partial<Record<Architecture, Pick<NonNullable<Pair>, "cumulativeDifference">>>>>
  >;
}

type Pair = UncertaintyDocument["pairs"][Architecture][Architecture];

/** These of a document, and nothing else of it: what leaves the server for a chart. */
export function costBands({ architectures: of, pairs }: UncertaintyDocument): CostBands {
  const byArchitecture = <T>(value: (name: Architecture) => T) =>
    Object.fromEntries(architectures.map((name) => [name, value(name)])) as Record<Architecture, T>;
  return {
    architectures: byArchitecture((name) => ({
      cumulative: { 10: of[name].cumulative[10], 90: of[name].cumulative[90] },
    })),
    pairs: byArchitecture((name) =>
      Object.fromEntries(
        Object.entries(pairs[name]).flatMap(([other, { cumulativeDifference }]) =>
          cumulativeDifference === undefined ? [] : [[other, { cumulativeDifference }]],
        ),
      ),
    ),
  };
}
