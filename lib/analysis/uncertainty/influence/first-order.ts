import { ascending } from "@/lib/math/sort";
import type { PickedFigure } from "./figure";

const bins = 50;
/** The values of one bin. */
let room = new Float64Array(0);

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
export function firstOrder(order: Uint32Array, figure: PickedFigure): number {
  const { length: count, mean: m, squares } = figure;
  const variance = squares / (count - 1);
  if (variance === 0) return 0;
  const most = Math.ceil(count / bins) + 1;
  if (room.length < most) room = new Float64Array(most);
  let between = 0;
  let within = 0;
  for (let b = 0; b < bins; b++) {
    // The positions whose bin floor(k * bins / count) is b.
    const [from, to] = [Math.ceil((b * count) / bins), Math.ceil(((b + 1) * count) / bins)];
    figure.pick(order, from, to, room);
    let sum = 0;
    for (let k = 0; k < to - from; k++) sum += room[k] as number;
    const mean = sum / (to - from);
    between += (to - from) * (mean - m) * (mean - m);
    for (let k = 0; k < to - from; k++) {
      const distance = (room[k] as number) - mean;
      within += distance * distance;
    }
  }
  const noise = within / (count - bins);
  return (between / count - ((bins - 1) / count) * noise) / variance;
}
