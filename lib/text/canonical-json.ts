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

/**
 * The same text of an object in pieces: one for each of its fields, of a list one for each element. All of a large one would keep whatever
 * else waits waiting.
 */
export function* canonicalPieces(value: Readonly<Record<string, unknown>>): Generator<string> {
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  yield "{";
  for (const [place, name] of names.sort().entries()) {
    yield `${place === 0 ? "" : ","}${canonicalJson(name)}:`;
    const field = value[name];
    if (!Array.isArray(field)) {
      yield canonicalJson(field);
      continue;
    }
    yield "[";
    for (const [at, element] of field.entries()) yield `${at === 0 ? "" : ","}${canonicalJson(element ?? null)}`;
    yield "]";
  }
  yield "}";
}
