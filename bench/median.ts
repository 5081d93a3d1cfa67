/** Of an even number of figures, the upper of the two in the middle. */
export const median = (of: readonly number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] as number;
