import { expect, it } from "vitest";
import { checkField } from "@/lib/draft/inputs";
import { inputList } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { apiDocument } from "./document";
import { inputsSchema } from "./model-resource";

// What the pages check in plain code (lib/draft/inputs.ts), what the API's schema takes and what its document promises
// are three pieces of code: here they are asked about the same values, on both sides of every bound.

interface Described {
  type?: string;
  minimum?: number;
  maximum?: number;
  enum?: string[];
}

const { properties } = JSON.parse(JSON.stringify(apiDocument("https://peerbalance.example.org"))).components.schemas
  .Inputs as { properties: Record<string, Described> };

/** The next double in a direction. */
function next(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  bits[0] = (bits[0] as bigint) + BigInt(value > 0 ? direction : -direction);
  return new Float64Array(bits.buffer)[0] as number;
}

function described(key: string, value: unknown): boolean {
  const { type, minimum, maximum, enum: choices } = properties[key] as Described;
  if (choices !== undefined) return typeof value === "string" && choices.includes(value);
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  if (type === "integer" && !Number.isInteger(value)) return false;
  return value >= (minimum as number) && value <= (maximum as number);
}

const answers = (key: string, value: unknown) => ({
  page: checkField(key, value).length === 0,
  schema: inputsSchema.safeParse({ [key]: value }).success,
  document: described(key, value),
});
const all = (taken: boolean) => ({ page: taken, schema: taken, document: taken });

const numbers = inputList.filter((each): each is NumberInput => each.format !== "choice");

it.each(numbers.map((each) => [each.key, each] as const))("%s has the same bounds everywhere", (key, declared) => {
  const { min, max, integer } = declared;
  const step = (value: number, direction: 1 | -1) => (integer ? value + direction : next(value, direction));
  for (const value of [min, max, step(min, 1), step(max, -1)]) {
    expect(answers(key, value), `${value}`).toEqual(all(true));
  }
  const outside = [step(min, -1), step(max, 1), Number.NaN, Number.POSITIVE_INFINITY, String(min), null];
  for (const value of [...outside, ...(integer ? [min + 0.5] : [])]) {
    expect(answers(key, value), `${value}`).toEqual(all(false));
  }
});

it("has the same choices everywhere", () => {
  const choices = inputList.filter((each) => each.format === "choice");
  expect(choices.length + numbers.length).toBe(inputList.length);
  expect(choices.length).toBeGreaterThan(0);
  for (const { key, choices: words } of choices) {
    for (const word of words) expect(answers(key, word)).toEqual(all(true));
    for (const word of ["", `${words[0]} `, 0, null]) expect(answers(key, word)).toEqual(all(false));
  }
});
