/** The cells in which an evaluation keeps its values; a monthly value lies month by month, each month sample by sample. */
export interface Frame {
  readonly cells: Float64Array;
  /** The horizon T; months run 0..T. */
  readonly months: number;
  readonly samples: number;
  /** Notes a result that is too large to mean anything. */
  readonly refuse: (month: number, value: number) => void;
}

/**
 * Works out one primitive. `out` and `at[i]` are offsets into the cells; `step[i]` is how far one month is from the
 * next: the number of samples for a monthly argument, 0 for one that does not change.
 */
export type Kernel = (frame: Frame, out: number, at: readonly number[], step: readonly number[]) => void;
