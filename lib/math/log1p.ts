import { highWord, withHighWord } from "./words";

const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;
/** Of a series in the square of f/(2 + f). */
export const log1pTerms = [
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1,
  1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1,
] as const;
const [q1, q2, q3, q4, q5, q6, q7] = log1pTerms;

/** ln(1 + x) without the digits that 1 + x would lose, the same in every engine. Source: fdlibm 5.3, s_log1p.c. */
export function log1p(x: number): number {
  const word = highWord(x);
  const size = word & 0x7fffffff;
  let k = 1;
  let f = 0;
  let fractionWord = 1;
  let c = 0;
  if (word < 0x3fda827a) {
    // x < √2 - 1
    if (size >= 0x3ff00000) return x === -1 ? Number.NEGATIVE_INFINITY : Number.NaN;
    if (size < 0x3e200000) return size < 0x3c900000 ? x : x - x * x * 0.5;
    if (word > 0 || word <= (0xbfd2bec4 | 0)) {
      k = 0;
      f = x;
    }
  }
  if (word >= 0x7ff00000) return x + x;
  if (k !== 0) {
    let u: number;
    let uWord: number;
    if (word < 0x43400000) {
      u = 1 + x;
      uWord = highWord(u);
      k = (uWord >> 20) - 1023;
      // What 1 + x lost.
      c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    } else {
      u = x;
      uWord = highWord(u);
      k = (uWord >> 20) - 1023;
    }
    uWord &= 0x000fffff;
    if (uWord < 0x6a09e) {
      u = withHighWord(u, uWord | 0x3ff00000);
      fractionWord = uWord;
    } else {
      k += 1;
      u = withHighWord(u, uWord | 0x3fe00000);
      fractionWord = (0x00100000 - uWord) >> 2;
    }
    f = u - 1;
  }
  const halfSquare = 0.5 * f * f;
  if (fractionWord === 0) {
    // |f| < 2^-20
    if (f === 0) {
      if (k === 0) return 0;
      return k * ln2High + (c + k * ln2Low);
    }
    const r = halfSquare * (1 - 0.66666666666666666 * f);
    return k === 0 ? f - r : k * ln2High - (r - (k * ln2Low + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r = z * (q1 + z * (q2 + z * (q3 + z * (q4 + z * (q5 + z * (q6 + z * q7))))));
  return k === 0
    ? f - (halfSquare - s * (halfSquare + r))
    : k * ln2High - (halfSquare - (s * (halfSquare + r) + (k * ln2Low + c)) - f);
}
