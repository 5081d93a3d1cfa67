import { ascending } from "./draws";
import { mean, squares } from "./sample";

const bins = 50;

/** The ranks of values, 0 for the least; equal ones share the mean of theirs. */
export function ranks(values: Float64Array): Float64Array {
  const order = ascending(values);
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++;
    for (let k = from; k < to; k++) result[order[k] as number] = (from + to - 1) / 2;
    from = to;
  }
  return result;
}

/**
 * The share of y's variance that one input explains by itself, with the noise of bins taken out (uncertainty.md section 17); it may
 * fall below 0 by chance. 0 where y does not vary.
 *
 * @param order the trials in the order of the input's draws
 */
export function firstOrder(order: Uint32Array, y: Float64Array): number {
  const count = y.length;
  const m = mean(y);
  const variance = squares(y, m) / (count - 1);
  if (variance === 0) return 0;
  const sums = new Float64Array(bins);
  const sizes = new Float64Array(bins);
  const binOf = (k: number) => Math.floor((k * bins) / count);
  for (let k = 0; k < count; k++) {
    const b = binOf(k);
    sums[b] = (sums[b] as number) + (y[order[k] as number] as number);
    sizes[b] = (sizes[b] as number) + 1;
  }
  const means = sums.map((sum, b) => sum / (sizes[b] as number));
  let between = 0;
  for (let b = 0; b < bins; b++) between += (sizes[b] as number) * ((means[b] as number) - m) ** 2;
  let within = 0;
  for (let k = 0; k < count; k++) within += ((y[order[k] as number] as number) - (means[binOf(k)] as number)) ** 2;
  const noise = within / (count - bins);
  return (between / count - ((bins - 1) / count) * noise) / variance;
}
