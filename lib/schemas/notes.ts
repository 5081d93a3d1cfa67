import { type Checked, checkField, shown } from "@/lib/draft/inputs";
import type { InputNote, Notes } from "@/lib/draft/model";
import { tooLongNote } from "@/lib/draft/note-fault";
import { declaredAt, declaredCurrency } from "@/lib/model/currency";
import { type InputKey, input, isInputKey } from "@/lib/model/inputs";
import { type InputDeclaration, isFigure } from "@/lib/model/inputs/declaration";
import { describeNumber } from "@/lib/value/describe-input";
import { text } from "./text";
import { z } from "./zod";

/** All notes and sources of a model together, bytes of UTF-8; the table has room for a little more. */
const mostBytes = 240_000;

const stated = (what: string) =>
  text(what).superRefine((given, context) => {
    const message = tooLongNote(what, given);
    if (message) context.addIssue({ code: "custom", message });
  });

const end = (what: string) => z.number({ error: ({ input }) => `${what} must be a number; ${shown(input)}.` });

export const noteSchema = z.strictObject({
  note: stated("A note").optional(),
  source: stated("A source").optional(),
  low: end("Low").optional(),
  high: end("High").optional(),
});

/**
 * What is wrong with a person's own range of an input, by its end; either may be left out.
 *
 * @param declared in the currency of the model
 */
export function rangeFaults(
  declared: InputDeclaration,
  { low, high }: Pick<InputNote, "low" | "high">,
  rate: number,
  currency: string,
  all = declaredAt(rate),
): { low?: string; high?: string } {
  if (!isFigure(declared)) {
    const message = `“${declared.label}” is no figure and has no range. Remove it.`;
    return { ...(low !== undefined && { low: message }), ...(high !== undefined && { high: message }) };
  }
  const faults: { low?: string; high?: string } = {};
  for (const [name, value] of Object.entries({ low, high }) as ["low" | "high", number | undefined][]) {
    const [fault] = value === undefined ? [] : checkField(declared.key, value, rate, currency, all);
    if (fault) faults[name] = `${name === "low" ? "Low" : "High"} of ${fault.message}`;
  }
  if (low !== undefined && high !== undefined && low > high && faults.low === undefined && faults.high === undefined) {
    faults.high = `High of ${declared.label} (${describeNumber(declared, high, currency)}) must not be below its low (${describeNumber(declared, low, currency)}). Change one of them.`;
  }
  return faults;
}

/**
 * Checks notes, sources and own ranges by the key of their input, and leaves out empty ones. Faults: "notes.users.source".
 *
 * @param rate what one US dollar is in the currency of the ranges
 * @param declared as for inputs
 */
export function checkNotes(
  given: unknown,
  rate = 1,
  currency = declaredCurrency,
  declared = declaredAt(rate),
): Checked<Notes, "notes"> {
  const parsed = z
    .record(text("The name of an input"), noteSchema, { error: "Notes must be given by the names of inputs." })
    .safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const [key] = issue.path;
      const label = typeof key === "string" && isInputKey(key) ? `${input[key].label}: ` : "";
      const message = issue.code === "unrecognized_keys" ? `a note has no field "${issue.keys[0]}".` : issue.message;
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
  const faults: { key: string; message: string }[] = [];
  for (const [key, { note, source, low, high }] of Object.entries(parsed.data)) {
    const range = { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
    const wrong = rangeFaults(declared.input[key as InputKey], range, rate, currency, declared);
    faults.push(...Object.entries(wrong).map(([name, message]) => ({ key: `notes.${key}.${name}`, message })));
    const kept: InputNote = { ...(note && { note }), ...(source && { source }), ...range };
    if (Object.keys(kept).length > 0) notes[key as InputKey] = kept;
  }
  if (faults.length > 0) return { ok: false, faults };
  if (new TextEncoder().encode(JSON.stringify(notes)).length > mostBytes) {
    const message = "All notes and sources of a model together may take 240 kB. Shorten some.";
    return { ok: false, faults: [{ key: "notes", message }] };
  }
  return { ok: true, notes };
}
