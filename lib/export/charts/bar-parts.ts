/** A part of a bar, in money along its axis. */
export interface BarPart {
  /** The place of its category. */
  readonly place: number;
  readonly from: number;
  readonly to: number;
  /** Of its architecture's colour in the paper. */
  readonly share: number;
}

/** The strongest and the faintest tint: ink stays readable on both. */
const [strongest, faintest] = [0.5, 0.12];

/** The parts of a bar in the order of their categories: costs from zero on, credits before it. */
export function barParts(amounts: readonly number[]): BarPart[] {
  let [above, below] = [0, 0];
  return amounts.flatMap((amount, place) => {
    if (amount === 0) return [];
    const from = amount > 0 ? above : below;
    if (amount > 0) above += amount;
    else below += amount;
    const share = strongest - ((strongest - faintest) * place) / Math.max(1, amounts.length - 1);
    return [{ place, from, to: from + amount, share }];
  });
}
