import { type Bytes, unsigned } from "./bytes";
import { integer } from "./scalar";

/**
 * Instructions that leave two doubles, or two masks of all bits or none, on the stack. The same arithmetic as
 * JavaScript's.
 */
export type Expression = Bytes;

const instruction = (code: number): Bytes => [0xfd, unsigned(code)];

const unary = (code: number) => {
  const bytes = instruction(code);
  return (a: Expression): Expression => [a, bytes];
};
const binary = (code: number) => {
  const bytes = instruction(code);
  return (a: Expression, b: Expression): Expression => [a, b, bytes];
};

export const add = binary(0xf0);
export const subtract = binary(0xf1);
export const multiply = binary(0xf2);
export const divide = binary(0xf3);
export const min = binary(0xf4);
export const max = binary(0xf5);
/** min() in one instruction, where the second is no NaN and it does not matter which zero is taken. */
export const lesser = binary(0xf6);
/** max() in the same way. */
export const greater = binary(0xf7);
export const absolute = unary(0xec);
export const squareRoot = unary(0xef);
export const ceiling = unary(0x74);
export const floor = unary(0x75);
export const truncate = unary(0x7a);

export const isEqual = binary(0x47);
export const isLess = binary(0x49);
export const isGreater = binary(0x4a);
export const isAtMost = binary(0x4b);
export const isAtLeast = binary(0x4c);

export const not = unary(0x4d);
export const both = binary(0x4e);
export const either = binary(0x50);

/** The bits of doubles as two integers of 64 bits. */
export const addBits = binary(0xce);
export const subtractBits = binary(0xd1);
export const isGreaterBits = binary(0xd9);
const shift = (code: number) => {
  const bytes = instruction(code);
  return (a: Expression, by: number): Expression => [a, integer(by), bytes];
};
export const shiftLeft = shift(0xcb);
export const shiftRight = shift(0xcd);

/** Whether both masks are set; an integer, 1 or 0. */
export const areBoth = unary(0xc3);
/** Whether one mask is set, or both. */
export const isEither = unary(0x53);

/** One or the other, by a mask. */
export const choose = (mask: Expression, yes: Expression, no: Expression): Expression => [
  yes,
  no,
  mask,
  instruction(0x52),
];

/** A number, twice. */
export function constant(value: number): Expression {
  return [instruction(0x0c), new Uint8Array(Float64Array.of(value, value).buffer)];
}

/** An integer of 64 bits, twice. @param high its first 32 bits. @param low its last */
export function bits(high: number, low = 0): Expression {
  return [instruction(0x0c), new Uint8Array(Uint32Array.of(low, high, low, high).buffer)];
}

/** A double in both lanes. */
export const splat = unary(0x14);
/** One of the two doubles. */
export const lane = (a: Expression, which: 0 | 1): Bytes => [a, instruction(0x21), which];
/** Two doubles side by side. */
export const pair = (first: Bytes, second: Bytes): Expression => [splat(first), second, instruction(0x22), 1];

/** A truth as formulas have it, 1 or 0, from a mask. */
export const truth = (mask: Expression): Expression => both(mask, constant(1));

/** Whether values count as true: neither 0 nor NaN. */
export const holds = (value: Expression): Expression => isGreater(absolute(value), constant(0));

/** 16 bytes each: two doubles. */
const alignment = 4;

/** @param base an integer on the stack, to which the offset is added; bytes */
export const load = (base: Bytes, offset: number): Expression => [base, instruction(0x00), alignment, unsigned(offset)];

/** One double in both lanes. */
export const loadSplat = (base: Bytes, offset: number): Expression => [[base, instruction(0x0a), 3], unsigned(offset)];

export const store = (base: Bytes, offset: number, value: Expression): Bytes => [
  base,
  value,
  instruction(0x0b),
  alignment,
  unsigned(offset),
];
