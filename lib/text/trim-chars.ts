/**
 * A text without the characters of a kind at its ends. A pattern for it, /x+$/, would begin anew at every x inside the text.
 *
 * @param kind a pattern of one character
 */
export function trimChars(text: string, kind: RegExp): string {
  let start = 0;
  let end = text.length;
  while (start < end && kind.test(text.charAt(start))) start++;
  while (end > start && kind.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
