import { exp, expTerms, inverseLn2, ln2High, ln2Low } from "../../math/exp";
import { expm1, expm1Terms } from "../../math/expm1";
import { log, logTerms } from "../../math/log";
import { log1p, log1pTerms } from "../../math/log1p";
import { cpParts, ln2Parts, log2OfMiddle, log2Terms, pow } from "../../math/pow";
import type { FunctionWriter } from "./function-writer";
import type { VectorFunction } from "./module-writer";
import { leave, when } from "./scalar";
import type { Expression } from "./vector";
import * as vector from "./vector";

/**
 * The functions of lib/math on two doubles at once, for arguments that are no special case: the same operations in the
 * same order.
 */

const { add, subtract, multiply, divide, constant, bits, both, either } = vector;

/** 1.5·2^52: a whole number that is added to it lies in its last bits. */
const carrier = 6_755_399_441_055_744;
const carrierBits = bits(0x43380000);
const leastNormal = 2.2250738585072014e-308;

/** A double of a whole number's bits. */
const ofWhole = (whole: Expression) => subtract(vector.addBits(whole, carrierBits), constant(carrier));
/** A whole double times 2^52, as bits to be added to a double's: it is scaled by that power of 2. */
const asExponent = (whole: Expression) => vector.shiftLeft(add(whole, constant(carrier)), 52);
/** 2 to the power of minus a whole double, from -1023 to 1022. */
export const inversePowerOf2 = (whole: Expression) => vector.subtractBits(constant(1), asExponent(whole));
const withoutLow = (x: Expression) => both(x, bits(0xffffffff));
const low = (x: Expression) => both(x, bits(0, 0xffffffff));
const high = (x: Expression) => vector.shiftRight(x, 32);

/** c0 + x·(c1 + x·(c2 + …)) */
export const polynomial = (x: Expression, [first = 0, ...others]: readonly number[]): Expression =>
  others.length === 0 ? constant(first) : add(constant(first), multiply(x, polynomial(x, others)));

export const allOf = (masks: readonly Expression[]) => masks.reduce(both);

/** lib/math/exp.ts; the two forms that it has are one where a power of 2 is 0. */
export const expOfTwo: VectorFunction = {
  scalar: exp,
  write: (w, [x = []]) => {
    const keep = keeperOf(w);
    const size = keep(vector.absolute(x));
    const half = vector.choose(vector.isLess(x, constant(0)), constant(-0.5), constant(0.5));
    const whole = vector.truncate(add(multiply(constant(inverseLn2), x), half));
    // Half of ln 2, as far as the first half of a double tells.
    const k = keep(both(whole, vector.isAtLeast(size, bits(0x3fd62e43))));
    const hi = keep(subtract(x, multiply(k, constant(ln2High))));
    const lo = keep(multiply(k, constant(ln2Low)));
    const r = keep(subtract(hi, lo));
    const t = keep(multiply(r, r));
    const c = keep(subtract(r, multiply(t, polynomial(t, expTerms))));
    const part = divide(multiply(r, c), subtract(constant(2), c));
    const y = subtract(constant(1), subtract(subtract(lo, part), hi));
    return {
      isPlain: allOf([
        vector.isAtMost(size, constant(700)),
        either(vector.isAtLeast(size, constant(1e-8)), vector.isEqual(x, constant(0))),
        vector.not(vector.isEqual(x, constant(1))),
      ]),
      value: vector.addBits(y, asExponent(k)),
    };
  },
};

export const keeperOf = (w: FunctionWriter) => (value: Expression) => w.keep("v128", value);

const [l1, l2, l3, l4, l5, l6, l7] = logTerms;

/** lib/math/log.ts; the same holds of its forms. */
export const logOfTwo: VectorFunction = {
  scalar: log,
  write: (w, [x = []]) => {
    const keep = keeperOf(w);
    const word = keep(both(high(x), bits(0, 0xfffff)));
    const i = keep(both(vector.addBits(word, bits(0, 0x95f64)), bits(0, 0x100000)));
    const exponent = vector.subtractBits(vector.shiftRight(x, 52), bits(0, 1023));
    const k = keep(ofWhole(vector.addBits(exponent, vector.shiftRight(i, 20))));
    const scaled = either(word, vector.subtractBits(bits(0, 0x3ff00000), i));
    const f = keep(subtract(either(vector.shiftLeft(scaled, 32), low(x)), constant(1)));
    const s = keep(divide(f, add(constant(2), f)));
    const z = keep(multiply(s, s));
    const q = keep(multiply(z, z));
    const t1 = multiply(q, polynomial(q, [l2, l4, l6]));
    const t2 = multiply(z, polynomial(q, [l1, l3, l5, l7]));
    const r = keep(add(t2, t1));
    const kHigh = multiply(k, constant(ln2High));
    const kLow = keep(multiply(k, constant(ln2Low)));
    const halfSquare = keep(multiply(multiply(constant(0.5), f), f));
    const near = add(multiply(s, add(halfSquare, r)), kLow);
    const far = subtract(multiply(s, subtract(f, r)), kLow);
    const isNear = both(vector.isGreaterBits(word, bits(0, 0x61479)), vector.isGreaterBits(bits(0, 0x6b852), word));
    const rest = vector.choose(isNear, subtract(halfSquare, near), far);
    return {
      isPlain: allOf([
        vector.isAtLeast(x, constant(leastNormal)),
        vector.isLess(x, constant(Number.POSITIVE_INFINITY)),
        vector.isGreaterBits(word, bits(0, 0)),
        vector.isGreaterBits(bits(0, 0xffffe), word),
      ]),
      value: subtract(kHigh, subtract(rest, f)),
    };
  },
};

/** lib/math/pow.ts of a positive number. */
export const powOfTwo: VectorFunction = {
  scalar: pow,
  write: (w, [x = [], y = []]) => {
    const keep = keeperOf(w);
    // A number itself is the power that is asked most.
    const isItself = keep(vector.isEqual(y, constant(1)));
    w.add(when(vector.areBoth(isItself), [x, leave]));
    // log2 x in two parts.
    const j = keep(both(high(x), bits(0, 0xfffff)));
    const isMiddle = keep(both(vector.isGreaterBits(j, bits(0, 0x3988e)), vector.isGreaterBits(bits(0, 0xbb67a), j)));
    // A mask of all bits is -1.
    const isUpper = keep(vector.isGreaterBits(j, bits(0, 0xbb679)));
    const n = keep(ofWhole(vector.subtractBits(vector.subtractBits(vector.shiftRight(x, 52), bits(0, 1023)), isUpper)));
    const size = keep(vector.subtractBits(either(j, bits(0, 0x3ff00000)), both(isUpper, bits(0, 0x100000))));
    const ax = keep(either(vector.shiftLeft(size, 32), low(x)));
    const breakpoint = keep(vector.choose(isMiddle, constant(1.5), constant(1)));
    const u = keep(subtract(ax, breakpoint));
    const v = keep(divide(constant(1), add(ax, breakpoint)));
    const ss = keep(multiply(u, v));
    const sHigh = keep(withoutLow(ss));
    const tWord = vector.addBits(
      vector.addBits(either(vector.shiftRight(size, 1), bits(0, 0x20000000)), bits(0, 0x80000)),
      both(isMiddle, bits(0, 0x40000)),
    );
    const tHigh = keep(vector.shiftLeft(tWord, 32));
    const tLow = subtract(ax, subtract(tHigh, breakpoint));
    const sLow = keep(multiply(v, subtract(subtract(u, multiply(sHigh, tHigh)), multiply(sHigh, tLow))));
    const square = keep(multiply(ss, ss));
    const r = keep(
      add(multiply(multiply(square, square), polynomial(square, log2Terms)), multiply(sLow, add(sHigh, ss))),
    );
    const highSquare = keep(multiply(sHigh, sHigh));
    const topHigh = keep(withoutLow(add(add(constant(3), highSquare), r)));
    const topLow = subtract(r, subtract(subtract(topHigh, constant(3)), highSquare));
    const whole = keep(multiply(sHigh, topHigh));
    const rest = keep(add(multiply(sLow, topHigh), multiply(topLow, ss)));
    const pHigh = keep(withoutLow(add(whole, rest)));
    const pLow = subtract(rest, subtract(pHigh, whole));
    const zHigh = keep(multiply(constant(cpParts.high), pHigh));
    const cpLow = add(multiply(constant(cpParts.low), pHigh), multiply(pLow, constant(cpParts.whole)));
    const breakLow = both(isMiddle, constant(log2OfMiddle.low));
    const breakHigh = keep(both(isMiddle, constant(log2OfMiddle.high)));
    const zLow = keep(add(cpLow, breakLow));
    const t1 = keep(withoutLow(add(add(add(zHigh, zLow), breakHigh), n)));
    const t2 = subtract(zLow, subtract(subtract(subtract(t1, n), breakHigh), zHigh));
    // 2^(y·(t1 + t2))
    const y1 = keep(withoutLow(y));
    const low2 = keep(add(multiply(subtract(y, y1), t1), multiply(y, t2)));
    const high2 = keep(multiply(y1, t1));
    const z = keep(add(low2, high2));
    const sized = keep(vector.absolute(z));
    const rounded = vector.truncate(add(withoutLow(sized), constant(0.5)));
    const isSmall = vector.isLess(sized, bits(0x3fe00001));
    const amount = vector.choose(isSmall, constant(0), rounded);
    const k = keep(vector.choose(vector.isLess(z, constant(0)), subtract(constant(0), amount), amount));
    const left = keep(subtract(high2, k));
    const t = keep(withoutLow(add(low2, left)));
    const a = keep(multiply(t, constant(ln2Parts.high)));
    const b = keep(
      add(multiply(subtract(low2, subtract(t, left)), constant(ln2Parts.whole)), multiply(t, constant(ln2Parts.low))),
    );
    const sum = keep(add(a, b));
    const lost = subtract(b, subtract(sum, a));
    const s2 = keep(multiply(sum, sum));
    const c = keep(subtract(sum, multiply(s2, polynomial(s2, expTerms))));
    const ratio = divide(multiply(sum, c), subtract(c, constant(2)));
    const final = subtract(constant(1), subtract(subtract(ratio, add(lost, multiply(sum, lost))), sum));
    const differs = (of: Expression, values: readonly number[]) =>
      values.map((value) => vector.not(vector.isEqual(of, constant(value))));
    const isUsual = allOf([
      vector.isAtLeast(x, constant(leastNormal)),
      vector.isLess(x, constant(Number.POSITIVE_INFINITY)),
      ...differs(x, [1]),
      vector.isLess(vector.absolute(y), constant(2 ** 31)),
      ...differs(y, [0, -1, 2, 0.5]),
      vector.isLess(sized, constant(1000)),
    ]);
    return {
      isPlain: either(isUsual, isItself),
      value: vector.choose(isItself, x, vector.addBits(final, asExponent(k))),
    };
  },
};

/** lib/math/expm1.ts of a small number. */
export const expm1OfTwo: VectorFunction = {
  scalar: expm1,
  write: (w, [x = []]) => {
    const keep = keeperOf(w);
    const size = keep(vector.absolute(x));
    const half = keep(multiply(constant(0.5), x));
    const halfSquare = keep(multiply(x, half));
    const r = keep(add(constant(1), multiply(halfSquare, polynomial(halfSquare, expm1Terms))));
    const t = keep(subtract(constant(3), multiply(r, half)));
    const e = multiply(halfSquare, divide(subtract(r, t), subtract(constant(6), multiply(x, t))));
    const value = subtract(x, subtract(multiply(x, e), halfSquare));
    return {
      // Less than half of ln 2; and so small a number is its own.
      isPlain: vector.isLess(size, constant(0.346)),
      value: vector.choose(vector.isLess(size, constant(2 ** -54)), x, value),
    };
  },
};

/** lib/math/log1p.ts of a small number. */
export const log1pOfTwo: VectorFunction = {
  scalar: log1p,
  write: (w, [x = []]) => {
    const keep = keeperOf(w);
    const size = keep(vector.absolute(x));
    const halfSquare = keep(multiply(multiply(constant(0.5), x), x));
    const s = keep(divide(x, add(constant(2), x)));
    const z = keep(multiply(s, s));
    const r = multiply(z, polynomial(z, log1pTerms));
    const value = subtract(x, subtract(halfSquare, multiply(s, add(halfSquare, r))));
    const small = subtract(x, multiply(multiply(x, x), constant(0.5)));
    const isTiny = vector.isLess(size, constant(2 ** -54));
    return {
      isPlain: vector.isLess(size, constant(0.29)),
      value: vector.choose(isTiny, x, vector.choose(vector.isLess(size, constant(2 ** -29)), small, value)),
    };
  },
};
