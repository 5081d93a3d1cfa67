import { checkCustomLines } from "./custom-lines";
import { type Checked, checkInputs } from "./inputs";
import type { ModelDraft } from "./model";
import { z } from "./zod";

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** What a model is called and how it is dated; shared by the forms and the actions. */
const headSchema = z.strictObject({
  name: z
    .string({ error: "Name must be text." })
    .trim()
    .min(1, "Name must not be empty.")
    .max(200, "Name must have at most 200 characters."),
  description: z
    .string({ error: "Description must be text." })
    .max(10_000, "Description must have at most 10,000 characters."),
  startMonth: z
    .string({ error: "First month must be text." })
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/, "First month must be a month from 2000-01 to 2099-12, such as 2027-01."),
  currency: z
    .string({ error: "Currency must be text." })
    .refine((code) => currencies.has(code), { error: "Currency must be a code of ISO 4217, such as USD." }),
  inputs: z.unknown(),
  customLines: z.unknown(),
});

/** Checks all that a save carries, and names every fault at once. */
export function checkDraft(draft: unknown): Checked<ModelDraft, "draft"> {
  const head = headSchema.safeParse(draft);
  const fields = draft as { inputs?: unknown; customLines?: unknown } | null;
  const inputs = checkInputs(fields?.inputs);
  const lines = checkCustomLines(fields?.customLines);
  if (head.success && inputs.ok && lines.ok) {
    return { ok: true, draft: { ...head.data, inputs: inputs.inputs, customLines: lines.customLines } };
  }
  const faults = head.success
    ? []
    : head.error.issues.map((issue) => ({
        key: issue.path.join(".") || "model",
        message:
          issue.code === "unrecognized_keys"
            ? `A model has no field "${issue.keys.join('", "').slice(0, 60)}".`
            : issue.message,
      }));
  return { ok: false, faults: [...faults, ...(inputs.ok ? [] : inputs.faults), ...(lines.ok ? [] : lines.faults)] };
}
