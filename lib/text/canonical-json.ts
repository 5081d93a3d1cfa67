import canonicalize from "canonicalize";

/**
 * A JSON value as RFC 8785 writes it: the one text that stands for it, whatever order its names came in.
 *
 * @throws where it holds what JSON has no word for: a number that is not finite, half of a surrogate pair, a circle
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("There is no JSON for undefined.");
  return text;
}
