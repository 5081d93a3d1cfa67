import { expTerms } from "./exp";
import { highWord, lowWord, withHighWord, withoutLowWord } from "./words";

const breakpoints = [1, 1.5] as const;
/** log2 1.5, in two parts. */
export const log2OfMiddle = { high: 5.84962487220764160156e-1, low: 1.35003920212974897128e-8 };
const log2OfBreakpointHigh = [0, log2OfMiddle.high] as const;
const log2OfBreakpointLow = [0, log2OfMiddle.low] as const;
const twoTo53 = 2 ** 53;
/** Of the series of the logarithm, in s². */
export const log2Terms = [
  5.99999999999994648725e-1, 4.28571428578550184252e-1, 3.33333329818377432918e-1, 2.72728123808534006489e-1,
  2.30660745775561754067e-1, 2.06975017800338417784e-1,
] as const;
const [l1, l2, l3, l4, l5, l6] = log2Terms;
const [p1, p2, p3, p4, p5] = expTerms;
/** Its first part has half of the digits: a product with as many more is exact. */
export const ln2Parts = {
  whole: 6.93147180559945286227e-1,
  high: 6.93147182464599609375e-1,
  low: -1.90465429995776804525e-9,
};
const { whole: ln2, high: ln2High, low: ln2Low } = ln2Parts;
/** -(1024 - log2(the greatest double + half a unit)) */
const overflowTail = 8.0085662595372944372e-17;
/** 2 / (3 ln 2) */
export const cpParts = {
  whole: 9.61796693925975554329e-1,
  high: 9.61796700954437255859e-1,
  low: -7.02846165095275826516e-9,
};
const { whole: cp, high: cpHigh, low: cpLow } = cpParts;
const inverseLn2 = 1.442695040888963387;
const inverseLn2High = 1.44269502162933349609;
const inverseLn2Low = 1.92596299112661746887e-8;
const twoTo54 = 2 ** 54;

/** What kind of number y is: 2 for an even whole one, 1 for an odd one, 0 for another. Asked where x is negative. */
function parity(y: number): 0 | 1 | 2 {
  if (!Number.isFinite(y) || Math.trunc(y) !== y) return 0;
  if (Math.abs(y) >= twoTo53) return 2;
  return y % 2 === 0 ? 2 : 1;
}

/**
 * x to the power of y, with the same digits in every engine; within 0.9 units in the last place. NaN where x is negative and y is not
 * whole, and for 1 or -1 to an infinite power, as in JavaScript. Source: fdlibm 5.3, e_pow.c.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const size = Math.abs(x);
  if (!Number.isFinite(y)) {
    if (size === 1) return Number.NaN;
    return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  const isNegative = highWord(x) < 0;
  const kind = isNegative ? parity(y) : 0;
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  if (y === 2) return x * x;
  if (y === 0.5 && !isNegative) return Math.sqrt(x);
  if (size === 0 || size === 1 || !Number.isFinite(x)) {
    const z = y < 0 ? 1 / size : size;
    if (!isNegative) return z;
    if (size === 1 && kind === 0) return Number.NaN;
    return kind === 1 ? -z : z;
  }
  if (isNegative && kind === 0) return Number.NaN;
  const sign = kind === 1 ? -1 : 1;
  const yWord = highWord(y);
  const ySize = yWord & 0x7fffffff;
  const xSize = highWord(size);
  let t1: number;
  let t2: number;
  if (ySize > 0x41e00000) {
    // |y| > 2^31: over or under at once but where |x| is close to 1.
    if (ySize > 0x43f00000) {
      if (xSize <= 0x3fefffff) return y < 0 ? Number.POSITIVE_INFINITY : 0;
      if (xSize >= 0x3ff00000) return y > 0 ? Number.POSITIVE_INFINITY : 0;
    }
    if (xSize < 0x3fefffff) return y < 0 ? sign * Number.POSITIVE_INFINITY : sign * 0;
    if (xSize > 0x3ff00000) return y > 0 ? sign * Number.POSITIVE_INFINITY : sign * 0;
    const t = size - 1;
    const w = t * t * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
    const u = inverseLn2High * t;
    const v = t * inverseLn2Low - w * inverseLn2;
    t1 = withoutLowWord(u + v);
    t2 = v - (t1 - u);
  } else {
    t1 = /*#__NOINLINE__*/ log2InTwoParts(size, xSize);
    t2 = rest[0] as number;
  }
  return /*#__NOINLINE__*/ powerOf2(y, t1, t2, sign);
}

/** The second part of a sum, beside the one that is returned: a pair would be made anew each time. */
const rest = new Float64Array(1);

/** log2 of a positive x as a sum, the first part of which has 21 bits at most; the second goes to `rest`. */
function log2InTwoParts(x: number, word: number): number {
  let ax = x;
  let size = word;
  let n = 0;
  if (size < 0x00100000) {
    // Subnormal.
    ax *= twoTo53;
    n -= 53;
    size = highWord(ax);
  }
  n += (size >> 20) - 0x3ff;
  const j = size & 0x000fffff;
  size = j | 0x3ff00000;
  let k: 0 | 1 = 0;
  if (j > 0x3988e) {
    if (j < 0xbb67a) k = 1;
    else {
      n += 1;
      size -= 0x00100000;
    }
  }
  ax = withHighWord(ax, size);
  const bp = breakpoints[k];
  let u = ax - bp;
  let v = 1 / (ax + bp);
  const ss = u * v;
  const sHigh = withoutLowWord(ss);
  let tHigh = withHighWord(0, ((size >> 1) | 0x20000000) + 0x00080000 + (k << 18));
  let tLow = ax - (tHigh - bp);
  const sLow = v * (u - sHigh * tHigh - sHigh * tLow);
  let s2 = ss * ss;
  let r = s2 * s2 * (l1 + s2 * (l2 + s2 * (l3 + s2 * (l4 + s2 * (l5 + s2 * l6)))));
  r += sLow * (sHigh + ss);
  s2 = sHigh * sHigh;
  tHigh = withoutLowWord(3 + s2 + r);
  tLow = r - (tHigh - 3 - s2);
  u = sHigh * tHigh;
  v = sLow * tHigh + tLow * ss;
  const pHigh = withoutLowWord(u + v);
  const pLow = v - (pHigh - u);
  const zHigh = cpHigh * pHigh;
  const zLow = cpLow * pHigh + pLow * cp + log2OfBreakpointLow[k];
  const high = withoutLowWord(zHigh + zLow + log2OfBreakpointHigh[k] + n);
  rest[0] = zLow - (high - n - log2OfBreakpointHigh[k] - zHigh);
  return high;
}

/** sign * 2^(y * (t1 + t2)) */
function powerOf2(y: number, t1: number, t2: number, sign: number): number {
  const y1 = withoutLowWord(y);
  const pLow = (y - y1) * t1 + y * t2;
  let pHigh = y1 * t1;
  let z = pLow + pHigh;
  const j = highWord(z);
  const low = lowWord(z);
  if (j >= 0x40900000) {
    if ((j - 0x40900000) | low) return sign * Number.POSITIVE_INFINITY;
    if (pLow + overflowTail > z - pHigh) return sign * Number.POSITIVE_INFINITY;
  } else if ((j & 0x7fffffff) >= 0x4090cc00) {
    if ((j - (0xc090cc00 | 0)) | low) return sign * 0;
    if (pLow <= z - pHigh) return sign * 0;
  }
  const i = j & 0x7fffffff;
  let k = (i >> 20) - 0x3ff;
  let n = 0;
  if (i > 0x3fe00000) {
    n = j + (0x00100000 >> (k + 1));
    k = ((n & 0x7fffffff) >> 20) - 0x3ff;
    const t = withHighWord(0, n & ~(0x000fffff >> k));
    n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
    if (j < 0) n = -n;
    pHigh -= t;
  }
  let t = withoutLowWord(pLow + pHigh);
  const u = t * ln2High;
  const v = (pLow - (t - pHigh)) * ln2 + t * ln2Low;
  z = u + v;
  const w = v - (z - u);
  t = z * z;
  const c = z - t * (p1 + t * (p2 + t * (p3 + t * (p4 + t * p5))));
  const r = (z * c) / (c - 2) - (w + z * w);
  z = 1 - (r - z);
  const scaledWord = highWord(z) + (n << 20);
  if (scaledWord >> 20 > 0) return sign * withHighWord(z, scaledWord);
  // Subnormal: in two steps, each of which a double can hold. The last alone rounds.
  const up = withHighWord(z, scaledWord + (54 << 20));
  return sign * (up / twoTo54);
}
