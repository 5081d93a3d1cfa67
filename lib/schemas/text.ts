import { cleanName } from "@/lib/text/clean-name";
import { textFault } from "@/lib/text/text-fault";
import { z } from "./zod";

/**
 * What every text that comes in is made of: it refuses what PostgreSQL takes in no text.
 *
 * @param what the field, with a capital letter, as the sentence about a fault calls it
 */
export function text(what: string, notText = `${what} must be text.`) {
  return z.string({ error: notText }).superRefine((given, context) => {
    const message = textFault(what, given);
    if (message) context.addIssue({ code: "custom", message });
  });
}

interface NameWords {
  /** In place of "… must not be empty."; null where it may be. */
  empty?: string | null;
  notText?: string;
  tooLong?: string;
}

/** A name in one line, cleaned (clean-name.ts). */
export function nameText(what: string, longest: number, words: NameWords = {}) {
  const {
    empty = `${what} must not be empty.`,
    notText,
    tooLong = `${what} must have at most ${longest} characters.`,
  } = words;
  return text(what, notText)
    .overwrite(cleanName)
    .min(empty === null ? 0 : 1, empty ?? "")
    .max(longest, tooLong);
}
