/** A text between the places of a nonce: joined by another one it is the same text for another answer. */
export type NoncePlaces = readonly Buffer[];

/** Where Next.js cuts what it sends to the browser's React into scripts: wherever a piece of it happens to end. */
const cut = (nonce: string) => `"])</script><script nonce="${nonce}">self.__next_f.push([1,"`;

const countOf = (text: string, part: string) => text.split(part).length - 1;

/**
 * @param body in UTF-8
 * @returns null where the nonce may be cut in two, so that not all of its places can be told
 */
export function noncePlaces(body: Buffer, nonce: string): NoncePlaces | null {
  const text = body.toString("utf8");
  const cuts = countOf(text, cut(nonce));
  if (countOf(text.replaceAll(cut(nonce), ""), nonce) + cuts !== countOf(text, nonce)) return null;
  return text.split(nonce).map((part) => Buffer.from(part));
}

export function withNonce(places: NoncePlaces, nonce: string): Buffer {
  const filling = Buffer.from(nonce);
  return Buffer.concat(places.flatMap((part, at) => (at === 0 ? [part] : [filling, part])));
}
