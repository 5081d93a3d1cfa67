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

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** SHA-256 of a text's UTF-8, in 64 hexadecimal digits. */
export async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", utf8(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
