import { inputList } from "@/lib/model/inputs";
import type { InputDeclaration, NumberInput } from "@/lib/model/inputs/declaration";

/** Every number of a result with the path to it. */
export function* numbersOf(value: unknown, path = ""): Generator<[path: string, value: number]> {
  if (typeof value === "number") yield [path, value];
  else if (value !== null && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) yield* numbersOf(inner, `${path}.${key}`);
}

/** An assertion of vitest costs microseconds: too much for millions of figures. */
export function insist(holds: boolean, says: () => string): void {
  if (!holds) throw new Error(says());
}

const isMoney = (declared: InputDeclaration): declared is NumberInput =>
  declared.format !== "choice" && declared.unit.startsWith("money");

/** The inputs that are amounts of money or prices. */
export const moneyInputs = inputList.filter(isMoney);
