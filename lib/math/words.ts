const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
/** Which half holds the sign and the exponent: that is the second one on little-endian machines. */
const high = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
const low = 1 - high;

/** The half of a double that holds its sign, its exponent and the first 20 bits of its fraction, as a signed integer. */
export function highWord(x: number): number {
  double[0] = x;
  return (halves[high] as number) | 0;
}

/** The last 32 bits of a double's fraction, as an unsigned integer. */
export function lowWord(x: number): number {
  double[0] = x;
  return halves[low] as number;
}

export function withHighWord(x: number, highHalf: number): number {
  double[0] = x;
  halves[high] = highHalf;
  return double[0] as number;
}

/** x with the last 32 bits of its fraction set to 0. */
export function withoutLowWord(x: number): number {
  double[0] = x;
  halves[low] = 0;
  return double[0] as number;
}
