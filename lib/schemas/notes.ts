import { type InputKey, input, isInputKey } from "@/lib/model/inputs";
import type { Checked } from "./inputs";
import type { InputNote, Notes } from "./model";
import { noteFault } from "./note-fault";
import { z } from "./zod";

/** All notes and sources of a model together, bytes of UTF-8; the table has room for a little more. */
const mostBytes = 240_000;

const text = (what: string) =>
  z.string({ error: `${what} must be text.` }).superRefine((given, context) => {
    const message = noteFault(what, given);
    if (message) context.addIssue({ code: "custom", message });
  });

export const noteSchema = z.strictObject({ note: text("A note").optional(), source: text("A source").optional() });

/** Checks notes and sources by the key of their input, and leaves out empty ones. Faults: "notes.users.source". */
export function checkNotes(given: unknown): Checked<Notes, "notes"> {
  const parsed = z
    .record(z.string(), noteSchema, { error: "Notes must be given by the names of inputs." })
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
  for (const [key, { note, source }] of Object.entries(parsed.data)) {
    const kept: InputNote = { ...(note && { note }), ...(source && { source }) };
    if (note || source) notes[key as InputKey] = kept;
  }
  if (new TextEncoder().encode(JSON.stringify(notes)).length > mostBytes) {
    const message = "All notes and sources of a model together may take 240 kB. Shorten some.";
    return { ok: false, faults: [{ key: "notes", message }] };
  }
  return { ok: true, notes };
}
