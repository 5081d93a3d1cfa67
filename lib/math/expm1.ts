import { highWord, lowWord, withHighWord } from "./words";

const overflow = 7.09782712893383973096e2;
const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;
const inverseLn2 = 1.442695040888963387;
/** Of a rational in the square of a small x, by half. */
export const expm1Terms = [
  -3.33333333333331316428e-2, 1.58730158725481460165e-3, -7.93650757867487942473e-5, 4.00821782732936239552e-6,
  -2.01099218183624371326e-7,
] as const;
const [q1, q2, q3, q4, q5] = expm1Terms;

/** e to the power of x, less 1, without the digits that the subtraction would lose; the same in every engine. Source: fdlibm 5.3, s_expm1.c. */
export function expm1(given: number): number {
  let x = given;
  const word = highWord(x);
  const isNegative = word < 0;
  const size = word & 0x7fffffff;
  if (size >= 0x4043687a) {
    // |x| >= 56 ln 2
    if (size >= 0x40862e42) {
      if (size >= 0x7ff00000) {
        if (((size & 0xfffff) | lowWord(x)) !== 0) return x + x;
        return isNegative ? -1 : x;
      }
      if (x > overflow) return Number.POSITIVE_INFINITY;
    }
    if (isNegative) return -1;
  }
  let k = 0;
  let c = 0;
  if (size > 0x3fd62e42) {
    let hi: number;
    let lo: number;
    if (size < 0x3ff0a2b2) {
      k = isNegative ? -1 : 1;
      hi = isNegative ? x + ln2High : x - ln2High;
      lo = isNegative ? -ln2Low : ln2Low;
    } else {
      k = Math.trunc(inverseLn2 * x + (isNegative ? -0.5 : 0.5));
      hi = x - k * ln2High;
      lo = k * ln2Low;
    }
    x = hi - lo;
    c = hi - x - lo;
  } else if (size < 0x3c900000) {
    return x;
  }
  const halfX = 0.5 * x;
  const halfSquare = x * halfX;
  const r1 = 1 + halfSquare * (q1 + halfSquare * (q2 + halfSquare * (q3 + halfSquare * (q4 + halfSquare * q5))));
  let t = 3 - r1 * halfX;
  let e = halfSquare * ((r1 - t) / (6 - x * t));
  if (k === 0) return x - (x * e - halfSquare);
  e = x * (e - c) - c;
  e -= halfSquare;
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) return scaled(1 - (e - x), k) - 1;
  if (k < 20) {
    t = withHighWord(1, 0x3ff00000 - (0x200000 >> k));
    return scaled(t - (e - x), k);
  }
  t = withHighWord(1, (0x3ff - k) << 20);
  return scaled(x - (e + t) + 1, k);
}

/** y * 2^k */
function scaled(y: number, k: number): number {
  return k === 1024 ? y * 2 * 2 ** 1023 : withHighWord(y, highWord(y) + (k << 20));
}
