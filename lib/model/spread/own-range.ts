/** What a user may say of the spread of an input; money in the model's currency. */
export type OwnRange =
  /** One time in ten it is lower than `low`, one time in ten higher than `high`; the value is the median. */
  | { readonly kind: "range"; readonly low: number; readonly high: number }
  | { readonly kind: "uniform"; readonly least: number; readonly greatest: number }
  | { readonly kind: "triangular"; readonly least: number; readonly likeliest: number; readonly greatest: number }
  /** Different values, each with a weight above 0. */
  | { readonly kind: "choices"; readonly values: readonly number[]; readonly weights: readonly number[] }
  /** Measured values. */
  | { readonly kind: "samples"; readonly values: readonly number[] };

export type RangeKind = OwnRange["kind"];
export const rangeKinds = ["range", "uniform", "triangular", "choices", "samples"] as const satisfies RangeKind[];

/** A range with each of its figures turned into another; weights stay. */
export function withFigures(range: OwnRange, turned: (figure: number) => number): OwnRange {
  switch (range.kind) {
    case "range":
      return { ...range, low: turned(range.low), high: turned(range.high) };
    case "uniform":
      return { ...range, least: turned(range.least), greatest: turned(range.greatest) };
    case "triangular":
      return {
        ...range,
        least: turned(range.least),
        likeliest: turned(range.likeliest),
        greatest: turned(range.greatest),
      };
    default:
      return { ...range, values: range.values.map(turned) };
  }
}

/** What is known of a value: certain ones are not drawn, of measured ones half the declared spread is left. */
export const evidenceKinds = ["certain", "measured", "estimated"] as const;
export type Evidence = (typeof evidenceKinds)[number];
