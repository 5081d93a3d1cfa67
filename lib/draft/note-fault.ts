import { textFault } from "@/lib/text/text-fault";
import { formatWhole } from "@/lib/value/format";

export const longestNote = 2_000;

export function tooLongNote(what: string, text: string): string | undefined {
  return text.length > longestNote
    ? `${what} may have ${formatWhole(longestNote)} characters; this has ${formatWhole(text.length)}. Shorten it.`
    : undefined;
}

/** What is wrong with the text of a note or a source, in a sentence. */
export function noteFault(what: string, text: string): string | undefined {
  return textFault(what, text) ?? tooLongNote(what, text);
}
