import { highWord, lowWord, withHighWord } from "./words";

export const ln2High = 6.9314718036912381649e-1;
export const ln2Low = 1.90821492927058770002e-10;
export const inverseLn2 = 1.442695040888963387;
/** Of the series of what e^r lacks, in r². */
export const expTerms = [
  1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5, -1.6533902205465251539e-6,
  4.13813679705723846039e-8,
] as const;
const [p1, p2, p3, p4, p5] = expTerms;
const overflow = 7.09782712893383973096e2;
const underflow = -7.4513321910194110842e2;
const twoTo1000 = 2 ** 1000;

/** e to the power of x, with the same digits in every engine; within 1 unit in the last place. Source: fdlibm 5.3, e_exp.c. */
export function exp(x: number): number {
  const word = highWord(x);
  const isNegative = word < 0;
  const size = word & 0x7fffffff;
  if (size >= 0x40862e42) {
    if (size >= 0x7ff00000) {
      if (((size & 0xfffff) | lowWord(x)) !== 0) return x + x;
      return isNegative ? 0 : x;
    }
    if (x > overflow) return Number.POSITIVE_INFINITY;
    if (x < underflow) return 0;
  }
  // x = k ln 2 + r with |r| at most half of ln 2; r in two parts, since one loses digits.
  let hi = 0;
  let lo = 0;
  let k = 0;
  let r = x;
  if (size > 0x3fd62e42) {
    // The digits of e itself are exact.
    if (x === 1) return 2.718281828459045;
    if (size < 0x3ff0a2b2) {
      k = isNegative ? -1 : 1;
      hi = isNegative ? x + ln2High : x - ln2High;
      lo = isNegative ? -ln2Low : ln2Low;
    } else {
      k = Math.trunc(inverseLn2 * x + (isNegative ? -0.5 : 0.5));
      hi = x - k * ln2High;
      lo = k * ln2Low;
    }
    r = hi - lo;
  } else if (size < 0x3e300000) {
    return 1 + x;
  }
  const t = r * r;
  const c = r - t * (p1 + t * (p2 + t * (p3 + t * (p4 + t * p5))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  const y = 1 - (lo - (r * c) / (2 - c) - hi);
  if (k >= -1021) {
    if (k === 1024) return y * 2 * 2 ** 1023;
    return withHighWord(y, highWord(y) + (k << 20));
  }
  return withHighWord(y, highWord(y) + ((k + 1000) << 20)) / twoTo1000;
}
