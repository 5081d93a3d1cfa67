import { type Checked, checkInputs } from "@/lib/draft/inputs";
import { askedInputs, type People, roles, type StartingAnswers } from "@/lib/draft/starting-answers";
import { completeInputs } from "@/lib/model/currency";
import { input } from "@/lib/model/inputs";
import type { FieldError } from "@/lib/outcome";
import { formatWhole } from "@/lib/value/format";
import { checkNotes } from "./notes";
import { checkTable } from "./rows/check-rows";
import { rowsInDollars } from "./rows/row-schema";
import { text } from "./text";
import { z } from "./zod";

const { min: fewest, max: most } = input.minimumOperationsFTE;
const fteFault = `People must be a number between ${fewest} and ${formatWhole(most)} FTE.`;
/** Beyond what a month of any service costs. */
export const largestBill = 1e9;
const billFault = `The bill must be an amount above 0, at most ${formatWhole(largestBill)}.`;
const monthFault = "The month of the bill must be a month from 2000-01 to 2099-12, such as 2026-10.";

const fteSchema = z.number({ error: fteFault }).gte(fewest, fteFault).lte(most, fteFault);
const billSchema = z.strictObject({
  amount: z.number({ error: billFault }).gt(0, billFault).lte(largestBill, billFault),
  month: text("The month of the bill").regex(/^20\d\d-(0[1-9]|1[0-2])$/, monthFault),
});

const answersSchema = z.strictObject({
  inputs: z.strictObject(Object.fromEntries(askedInputs.map((key) => [key, z.unknown()]))).partial(),
  notes: z.strictObject(Object.fromEntries(askedInputs.map((key) => [key, z.unknown()]))).partial(),
  register: z.unknown(),
  people: z.strictObject(Object.fromEntries(roles.map((role) => [role, fteSchema.optional()]))),
  bill: billSchema.nullable(),
});

function faultOf({ path, message, ...issue }: z.core.$ZodIssue): FieldError {
  const isUnknown = issue.code === "unrecognized_keys";
  return { key: path.join(".") || "answers", message: isUnknown ? "There is no such question." : message };
}

/** Checks the answers to the first questions, which are in dollars, and names every fault. */
export function checkStartingAnswers(given: unknown): Checked<StartingAnswers, "answers"> {
  const parsed = answersSchema.safeParse(given);
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map(faultOf) };
  const { people, bill } = parsed.data;
  const inputs = checkInputs(parsed.data.inputs);
  const notes = checkNotes(parsed.data.notes, completeInputs(inputs.ok ? inputs.inputs : {}, 1));
  const register = checkTable("register", parsed.data.register, rowsInDollars);
  if (inputs.ok && notes.ok && register.ok) {
    return {
      ok: true,
      answers: {
        inputs: inputs.inputs,
        notes: notes.notes,
        register: register.rows,
        people: people as People,
        bill,
      },
    };
  }
  return { ok: false, faults: [inputs, notes, register].flatMap((part) => (part.ok ? [] : part.faults)) };
}
