import { log } from "./log";
import { highWord, withHighWord } from "./words";

const inverseLn10 = 4.34294481903251816668e-1;
const log10Of2High = 3.01029995663611771306e-1;
const log10Of2Low = 3.69423907715893078616e-13;

/** The logarithm to the base 10, with the same digits in every engine. Source: fdlibm 5.3, e_log10.c. */
export function log10(x: number): number {
  // What has no logarithm, or one that is 0 or infinite; and what is subnormal, which is scaled up.
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return log(x);
  if (x < 2.2250738585072014e-308) return log10(x * 18014398509481984) - 54 * (log10Of2High + log10Of2Low);
  const word = highWord(x);
  const exponent = (word >> 20) - 1023;
  // Below 1 the mantissa is taken from 1/2 up, so that nothing cancels near 1.
  const isBelow = exponent < 0 ? 1 : 0;
  const y = exponent + isBelow;
  const mantissa = withHighWord(x, (word & 0x000fffff) | ((0x3ff - isBelow) << 20));
  return y * log10Of2High + (y * log10Of2Low + inverseLn10 * log(mantissa));
}
