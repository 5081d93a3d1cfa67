import { z } from "zod";
import { type Inputs, input, isInputKey } from "@/lib/model/inputs";
import type { Fault, ModelDraft } from "./model";

export type Checked<T, K extends string> = ({ ok: true } & Record<K, T>) | { ok: false; faults: Fault[] };

export function checkField(key: string, value: unknown): Fault[] {
  if (!isInputKey(key)) return [{ key, message: `There is no input called ${key}.` }];
  const declared = input[key];
  if (declared.kind === "choice") {
    const isChoice = typeof value === "string" && declared.choices.includes(value);
    return isChoice ? [] : [{ key, message: `${declared.label} must be one of ${declared.choices.join(", ")}.` }];
  }
  const isGood =
    typeof value === "number" &&
    value >= declared.min &&
    value <= declared.max &&
    (!declared.integer || Number.isInteger(value));
  return isGood
    ? []
    : [
        {
          key,
          message: `${declared.label} must be ${declared.integer ? "a whole number " : ""}between ${declared.min} and ${declared.max} ${declared.unit}; you typed ${String(value).slice(0, 40)}.`,
        },
      ];
}

export function checkInputs(given: unknown): Checked<Partial<Inputs>, "inputs"> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return { ok: false, faults: [{ key: "form", message: "Inputs must be given by their keys." }] };
  }
  const faults = Object.entries(given).flatMap(([key, value]) => checkField(key, value));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, inputs: given as Partial<Inputs> };
}

const draftSchema = z.strictObject({
  name: z.string().trim().min(1, "Name must not be empty.").max(200, "Name must have at most 200 characters."),
  description: z.string().max(10_000, "Description must have at most 10,000 characters."),
  startMonth: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, "First month must be a month such as 2027-01."),
  currency: z.string().regex(/^[A-Z]{3}$/, "Currency must be three capital letters such as USD."),
  inputs: z.unknown(),
  customLines: z.array(z.never()),
});

export function checkDraft(draft: unknown): Checked<ModelDraft, "draft"> {
  const parsed = draftSchema.safeParse(draft);
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.map(({ path, message }) => ({ key: path.join("."), message })) };
  }
  const checked = checkInputs(parsed.data.inputs);
  return checked.ok ? { ok: true, draft: { ...parsed.data, inputs: checked.inputs } } : checked;
}
