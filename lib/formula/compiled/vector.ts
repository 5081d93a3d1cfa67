import { type Bytes, signed, unsigned } from "./bytes";

/**
 * Instructions that leave two doubles, or two masks of all bits or none, on the stack. The same arithmetic as
 * JavaScript's.
 */
export type Expression = Bytes;

const instruction = (code: number): Bytes => [0xfd, ...unsigned(code)];

const unary = (code: number) => {
  const bytes = instruction(code);
  return (a: Expression): Expression => [...a, ...bytes];
};
const binary = (code: number) => {
  const bytes = instruction(code);
  return (a: Expression, b: Expression): Expression => [...a, ...b, ...bytes];
};

export const add = binary(0xf0);
export const subtract = binary(0xf1);
export const multiply = binary(0xf2);
export const divide = binary(0xf3);
export const min = binary(0xf4);
export const max = binary(0xf5);
export const absolute = unary(0xec);
export const ceiling = unary(0x74);

export const isEqual = binary(0x47);
export const isLess = binary(0x49);
export const isGreater = binary(0x4a);
export const isAtMost = binary(0x4b);
export const isAtLeast = binary(0x4c);

export const not = unary(0x4d);
export const both = binary(0x4e);
export const either = binary(0x50);

/** One or the other, by a mask. */
export const choose = (mask: Expression, yes: Expression, no: Expression): Expression => [
  ...yes,
  ...no,
  ...mask,
  ...instruction(0x52),
];

/** A number, twice. */
export function constant(value: number): Expression {
  const bytes = [...new Uint8Array(Float64Array.of(value, value).buffer)];
  return [...instruction(0x0c), ...bytes];
}

/** A truth as formulas have it, 1 or 0, from a mask. */
export const truth = (mask: Expression): Expression => both(mask, constant(1));

/** Whether values count as true: neither 0 nor NaN. */
export const holds = (value: Expression): Expression => isGreater(absolute(value), constant(0));

export const local = (index: number): Expression => [0x20, ...unsigned(index)];
export const setLocal = (index: number, value: Expression): Bytes => [...value, 0x21, ...unsigned(index)];

/** 16 bytes each: two doubles. */
const alignment = 4;

/** @param base an integer on the stack, to which the offset is added; bytes */
export const load = (base: Bytes, offset: number): Expression => [
  ...base,
  ...instruction(0x00),
  alignment,
  ...unsigned(offset),
];
export const store = (base: Bytes, offset: number, value: Expression): Bytes => [
  ...base,
  ...value,
  ...instruction(0x0b),
  alignment,
  ...unsigned(offset),
];

export const integer = (value: number): Bytes => [0x41, ...signed(value)];

/** Repeats a body with local 0 at 0, step, 2·step … below an end. */
export const repeat = (step: number, end: number, body: Bytes): Bytes => [
  ...[...integer(0), 0x21, 0],
  // loop, without a result
  ...[0x03, 0x40],
  ...body,
  // local 0 += step; again where it is below the end
  ...[0x20, 0, ...integer(step), 0x6a, 0x22, 0],
  ...[...integer(end), 0x49, 0x0d, 0],
  0x0b,
];
