import { ln2High, ln2Low } from "./exp";
import { highWord, lowWord, withHighWord } from "./words";

const twoTo54 = 2 ** 54;
/** Of the series of the logarithm, in s². */
export const logTerms = [
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1,
  1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1,
] as const;
const [l1, l2, l3, l4, l5, l6, l7] = logTerms;

/** The natural logarithm, with the same digits in every engine; within 1 unit in the last place. Source: fdlibm 5.3, e_log.c. */
export function log(given: number): number {
  let x = given;
  let word = highWord(x);
  let k = 0;
  if (word < 0x00100000) {
    if (((word & 0x7fffffff) | lowWord(x)) === 0) return Number.NEGATIVE_INFINITY;
    if (word < 0) return Number.NaN;
    // Subnormal: scaled up.
    k -= 54;
    x *= twoTo54;
    word = highWord(x);
  }
  if (word >= 0x7ff00000) return x + x;
  k += (word >> 20) - 1023;
  word &= 0x000fffff;
  const i = (word + 0x95f64) & 0x100000;
  // x or x/2, so that it lies between the square roots of 1/2 and 2.
  x = withHighWord(x, word | (i ^ 0x3ff00000));
  k += i >> 20;
  const f = x - 1;
  if ((0x000fffff & (2 + word)) < 3) {
    // |f| < 2^-20
    if (f === 0) return k === 0 ? 0 : k * ln2High + k * ln2Low;
    const r = f * f * (0.5 - 0.33333333333333333 * f);
    return k === 0 ? f - r : k * ln2High - (r - k * ln2Low - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (l2 + w * (l4 + w * l6));
  const t2 = z * (l1 + w * (l3 + w * (l5 + w * l7)));
  const r = t2 + t1;
  if (((word - 0x6147a) | (0x6b851 - word)) > 0) {
    const halfSquare = 0.5 * f * f;
    return k === 0
      ? f - (halfSquare - s * (halfSquare + r))
      : k * ln2High - (halfSquare - (s * (halfSquare + r) + k * ln2Low) - f);
  }
  return k === 0 ? f - s * (f - r) : k * ln2High - (s * (f - r) - k * ln2Low - f);
}
