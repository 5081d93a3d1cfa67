import "server-only";
import { trimChars } from "@/lib/text/trim-chars";

export const passwordLength = { min: 12, max: 256 };

/** One password however it was typed: composed and decomposed accents, and full-width letters become the same string. */
export function normalisePassword(typed: string): string {
  return typed.normalize("NFKC");
}

let common: Promise<Set<string>> | undefined;

/** The commonest passwords, in lower case. Half a megabyte, so it is loaded on first use, and never in a browser. */
function commonPasswords(): Promise<Set<string>> {
  common ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"].map((word) => String(word).toLowerCase())),
  );
  return common;
}

/**
 * What is wrong with a new password, in a sentence, or null.
 *
 * Refused are the commonest passwords, the same with at most four characters around them ("password1234"),
 * one character or short word repeated, runs of digits or letters, and the person's own address or name.
 */
export async function passwordFault(typed: string, own: { email: string; name: string }): Promise<string | null> {
  const password = normalisePassword(typed);
  const length = [...password].length;
  if (length < passwordLength.min) {
    return `A password has ${passwordLength.min} characters or more; this one has ${length}. A few words in a row make a good one.`;
  }
  if (length > passwordLength.max) {
    return `A password has at most ${passwordLength.max} characters; this one has ${length}.`;
  }
  const folded = password.toLowerCase();
  const ownWords = [own.email, own.email.split("@")[0], own.name].map((word) => word?.trim().toLowerCase());
  if (ownWords.includes(folded)) return "This password is your own name or email address. Choose another.";
  const words = await commonPasswords();
  const core = trimChars(folded, /[^a-z]/);
  const isCommon =
    words.has(folded) || (length - core.length <= 4 && words.has(core)) || isRepetition(folded) || isRun(folded);
  return isCommon ? "This password is among the commonest, and is tried first in guessing. Choose another." : null;
}

/** "aaaaaaaaaaaa", "abcabcabcabc". */
function isRepetition(text: string): boolean {
  return /^(.{1,6}?)\1+$/su.test(text);
}

/** "123456789012", "abcdefghijkl", and backwards. */
function isRun(text: string): boolean {
  const rows = ["0123456789".repeat(3), "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];
  return rows.some((row) => row.includes(text) || [...row].reverse().join("").includes(text));
}
