import { readText } from "@/app/_components/inputs/input-text";
import {
  type BillAnswer,
  noAnswers,
  type People,
  type Role,
  roles,
  type StartingAnswers,
} from "@/lib/draft/starting-answers";
import { declaredCurrency } from "@/lib/model/currency";
import { input } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { roleNames } from "@/lib/model/rows/built-in-roles";
import type { FieldError } from "@/lib/outcome";
import { checkStartingAnswers, largestBill } from "@/lib/schemas/starting-answers";

/** Answers that are texts until they are read: a text that is empty was skipped. */
export interface TypedAnswers {
  readonly people: Readonly<Record<Role, string>>;
  readonly bill: { readonly amount: string; readonly month: string };
}

/** What a tab holds of answers, so that a reload loses none. */
export interface StoredAnswers extends TypedAnswers {
  readonly templateKey: string;
  readonly name: string;
  readonly answers: Pick<StartingAnswers, "inputs" | "notes" | "register">;
}

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= 300;
const hasTexts = (value: unknown, keys: readonly string[]) =>
  typeof value === "object" && value !== null && keys.every((key) => isText((value as Record<string, unknown>)[key]));

/** Reads what a tab holds; null where that is nothing, or has been made by another. */
export function parseStored(text: string | null): StoredAnswers | null {
  if (text === null || text.length > 500_000) return null;
  try {
    const stored = JSON.parse(text);
    const isWhole =
      hasTexts(stored, ["templateKey", "name"]) &&
      hasTexts(stored.people, roles) &&
      hasTexts(stored.bill, ["amount", "month"]) &&
      checkStartingAnswers({ ...noAnswers, ...stored.answers }).ok;
    return isWhole ? stored : null;
  } catch {
    return null;
  }
}

/** What is typed for a role or for the bill: a figure that is no input of the model. */
const fte = (label: string): NumberInput => ({ ...input.minimumOperationsFTE, label });
const billed: NumberInput = {
  ...input.outageCostPerHour,
  label: "The bill",
  unit: "money/month",
  min: 0,
  max: largestBill,
};

type Reading<T> = { readonly value: T; readonly faults: readonly FieldError[] };

export function readPeople(texts: TypedAnswers["people"]): Reading<People> {
  const faults: FieldError[] = [];
  const people = roles.flatMap((role): [Role, number][] => {
    const text = texts[role];
    if (text.trim() === "") return [];
    const read = readText(fte(roleNames[role]), text, declaredCurrency);
    if (read.ok) return [[role, read.value]];
    faults.push({ key: role, message: read.message });
    return [];
  });
  return { value: Object.fromEntries(people), faults };
}

export function readBill({ amount, month }: TypedAnswers["bill"]): Reading<BillAnswer | null> {
  if (amount.trim() === "") return { value: null, faults: [] };
  const read = readText(billed, amount, declaredCurrency);
  if (!read.ok) return { value: null, faults: [{ key: "amount", message: read.message }] };
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month))
    return { value: null, faults: [{ key: "month", message: "Choose the month of which the bill is." }] };
  return read.value === 0 ? { value: null, faults: [] } : { value: { amount: read.value, month }, faults: [] };
}
