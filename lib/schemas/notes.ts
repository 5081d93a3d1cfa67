import type { Checked } from "@/lib/draft/inputs";
import type { InputNote, Notes } from "@/lib/draft/model";
import { tooLongNote } from "@/lib/draft/note-fault";
import { checkRanges } from "@/lib/draft/uncertainty/ranges";
import { rangesOf } from "@/lib/draft/uncertainty/uncertainty-request";
import { declaredAt, declaredCurrency } from "@/lib/model/currency";
import { type InputKey, type Inputs, input, isInputKey } from "@/lib/model/inputs";
import { day } from "./day";
import { evidenceSchema, ownRangeSchema } from "./own-range";
import { revisionNumber } from "./revision-number";
import { text } from "./text";
import { z } from "./zod";

/** All notes, sources and ranges of a model together, bytes of UTF-8; the table has room for a little more. */
const mostBytes = 240_000;

const stated = (what: string) =>
  text(what).superRefine((given, context) => {
    const message = tooLongNote(what, given);
    if (message) context.addIssue({ code: "custom", message });
  });

export const followsSchema = z
  .strictObject({
    figure: z.uuid("A figure is named by its id."),
    revision: revisionNumber(),
    on: day("The day of a figure must be a day, such as 2027-01-15."),
    value: z.union([z.number(), text("The value of a figure").max(100)], "The value of a figure is missing."),
  })
  .meta({
    description: "The figure of the organisation that the value was taken from. It counts while the value is that one.",
  });

export const noteSchema = z.strictObject({
  note: stated("A note").optional(),
  source: stated("A source").optional(),
  range: ownRangeSchema.optional(),
  evidence: evidenceSchema.optional(),
  follows: followsSchema.optional(),
});

const recordSchema = z.record(text("The name of an input"), noteSchema, {
  error: "Notes must be given by the names of inputs.",
});

/**
 * Checks notes, sources, own ranges and evidence by the key of their input, and leaves out empty ones. Faults: "notes.users.range".
 *
 * @param inputs the values of all inputs, beside which ranges are stated; NaN where one is not known
 * @param rate what one US dollar is in the currency of the ranges
 * @param declared as for inputs
 */
export function checkNotes(
  given: unknown,
  inputs: Inputs,
  rate = 1,
  currency = declaredCurrency,
  declared = declaredAt(rate),
): Checked<Notes, "notes"> {
  const parsed = recordSchema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const [key] = issue.path;
      const label = typeof key === "string" && isInputKey(key) ? `${input[key].label}: ` : "";
      const whole = issue.path.includes("range") ? "this kind of range" : "a note";
      const message = issue.code === "unrecognized_keys" ? `${whole} has no field "${issue.keys[0]}".` : issue.message;
      return { key: ["notes", ...issue.path].join("."), message: label + message };
    });
    return { ok: false, faults };
  }
  const unknown = Object.keys(parsed.data).filter((key) => !isInputKey(key));
  if (unknown.length > 0) {
    const message = (key: string) => `The model has no input "${key.slice(0, 60)}". Remove its note.`;
    return { ok: false, faults: unknown.map((key) => ({ key: `notes.${key}`, message: message(key) })) };
  }
  const notes: Notes = {};
  for (const [key, { note, source, range, evidence, follows }] of Object.entries(parsed.data)) {
    const stated: InputNote = {
      ...(note && { note }),
      ...(source && { source }),
      ...(range && { range }),
      ...(evidence && { evidence }),
      ...(follows && { follows }),
    };
    if (Object.keys(stated).length > 0) notes[key as InputKey] = stated;
  }
  const faults = checkRanges(rangesOf(notes), inputs, rate, currency, declared);
  if (faults.length > 0)
    return { ok: false, faults: faults.map(({ key, message }) => ({ key: `notes.${key}.range`, message })) };
  if (new TextEncoder().encode(JSON.stringify(notes)).length > mostBytes) {
    const message = "All notes, sources and ranges of a model together may take 240 kB. Shorten some.";
    return { ok: false, faults: [{ key: "notes", message }] };
  }
  return { ok: true, notes };
}
