import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { inputList } from "@/lib/model/inputs";
import type { InputDeclaration, NumberInput } from "@/lib/model/inputs/declaration";

type Path = () => string;

/**
 * Shows every value of a result that holds no others, and what stands at its place in another result. The path to it is put
 * together only where it is asked for: a result has some ten thousand.
 */
export function eachValue(
  one: unknown,
  other: unknown,
  look: (value: unknown, other: unknown, path: Path) => void,
  path: Path = () => "",
): void {
  const beside = (other ?? {}) as Record<string, unknown>;
  if (one === null || typeof one !== "object") look(one, other, path);
  else if (Array.isArray(one))
    for (let i = 0; i < one.length; i++) eachValue(one[i], beside[i], look, () => `${path()}.${i}`);
  else for (const [key, inner] of Object.entries(one)) eachValue(inner, beside[key], look, () => `${path()}.${key}`);
}

/** Shows every number of a result. */
export function eachNumber(of: unknown, look: (value: number, path: Path) => void): void {
  eachValue(of, undefined, (value, _, path) => {
    if (typeof value === "number") look(value, path);
  });
}

/** The same to the last digit. Where it is not, what says how takes many times as long. */
export function insistEqual(got: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(got, wanted)) return;
  expect(got).toStrictEqual(wanted);
  expect.fail("0 and -0, or what else only Node tells apart");
}

/** An assertion of vitest costs microseconds: too much for millions of figures. */
export function insist(holds: boolean, says: () => string): void {
  if (!holds) throw new Error(says());
}

const isMoney = (declared: InputDeclaration): declared is NumberInput =>
  declared.format !== "choice" && declared.unit.startsWith("money");

/** The inputs that are amounts of money or prices. */
export const moneyInputs = inputList.filter(isMoney);
