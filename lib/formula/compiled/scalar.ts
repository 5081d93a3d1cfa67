import { type Bytes, signed, unsigned } from "./bytes";

/** Instructions that leave a 32-bit integer or a double on the stack, and those that steer. */

export const integer = (value: number): Bytes => [0x41, signed(value)];
export const double = (value: number): Bytes => [0x44, new Uint8Array(Float64Array.of(value).buffer)];

export const local = (index: number): Bytes => [0x20, unsigned(index)];
export const setLocal = (index: number, value: Bytes): Bytes => [value, 0x21, unsigned(index)];

const binary =
  (code: number) =>
  (a: Bytes, b: Bytes): Bytes => [a, b, code];
const unary =
  (code: number) =>
  (a: Bytes): Bytes => [a, code];

export const addIntegers = binary(0x6a);
export const subtractIntegers = binary(0x6b);
export const multiplyIntegers = binary(0x6c);
export const isBelow = binary(0x48);
export const isAbove = binary(0x4a);
/** The lesser of two integers, which are read twice. */
export const least = (a: Bytes, b: Bytes): Bytes => [a, b, isBelow(a, b), 0x1b];
export const isZero = unary(0x45);

export const bothOf = binary(0x71);
export const eitherOf = binary(0x72);
export const differenceOfBits = binary(0x73);
export const shiftLeft = binary(0x74);
/** Zeros come in from the left. */
export const shiftRight = binary(0x76);
export const rotateLeft = binary(0x77);

export const add = binary(0xa0);
export const subtract = binary(0xa1);
export const multiply = binary(0xa2);
export const divide = binary(0xa3);
export const min = binary(0xa4);
export const max = binary(0xa5);
export const ceiling = unary(0x9b);
export const floor = unary(0x9c);
export const isEqual = binary(0x61);
export const isGreater = binary(0x64);
export const isAtMost = binary(0x65);
/** A double of an integer. */
export const ofInteger = unary(0xb7);
/** The same of one without a sign. */
export const ofUnsigned = unary(0xb8);
/** floor(a·b / 2^32) of two integers without a sign. */
export const upperProduct = (a: Bytes, b: Bytes): Bytes => [
  [a, 0xad, b, 0xad, 0x7e],
  // by 32 bits to the right, and back to an integer of 32
  [0x42, signed(32), 0x88, 0xa7],
];
/** Ends a function; with its result before it where it has one. */
export const leave: Bytes = [0x0f];

/** An integer of a double; the nearest there is where it is too large, 0 of NaN. */
export const integerOf = (a: Bytes): Bytes => [a, 0xfc, 0x02];

/** 8 bytes each. */
const alignment = 3;

/** @param base an integer on the stack, to which the offset is added; bytes */
export const load = (base: Bytes, offset = 0): Bytes => [base, 0x2b, alignment, unsigned(offset)];
export const store = (base: Bytes, value: Bytes, offset = 0): Bytes => [
  ...[base, value, 0x39, alignment],
  unsigned(offset),
];

/** The same of whole numbers below 2^16, 2 bytes each. */
export const loadShort = (base: Bytes, offset = 0): Bytes => [base, 0x2f, 1, unsigned(offset)];
export const storeShort = (base: Bytes, value: Bytes, offset = 0): Bytes => [base, value, 0x3b, 1, unsigned(offset)];

export const call = (index: number, args: readonly Bytes[]): Bytes => [args, 0x10, unsigned(index)];

/** Runs a body where a condition holds. */
export const when = (condition: Bytes, body: Bytes): Bytes => [condition, 0x04, 0x40, body, 0x0b];

/** Runs a body as long as a condition holds. */
export const asLongAs = (condition: Bytes, body: Bytes): Bytes => [
  [0x02, 0x40, 0x03, 0x40],
  [condition, 0x45, 0x0d, 1],
  body,
  [0x0c, 0, 0x0b, 0x0b],
];

/** Counts a local from one integer up to another (without it), and runs a body for each; not once where there are none. */
export const repeat = (counter: number, from: Bytes, to: Bytes, step: number, body: Bytes): Bytes => [
  setLocal(counter, from),
  // block, loop: out of the block at the end
  [0x02, 0x40, 0x03, 0x40],
  [isBelow(local(counter), to), 0x45, 0x0d, 1],
  body,
  setLocal(counter, addIntegers(local(counter), integer(step))),
  [0x0c, 0, 0x0b, 0x0b],
];
