/** A text between the places of a nonce: joined by another one it is the same text for another answer. */
export type NoncePlaces = readonly Buffer[];

/** Where Next.js cuts what it sends to the browser's React into scripts: wherever a piece of it happens to end. */
const cut = (nonce: string) => `"])</script><script nonce="${nonce}">self.__next_f.push([1,"`;

/** The bytes between the places of a part. They are not copied: a page may be megabytes, and other requests wait meanwhile. */
function between(body: Buffer, part: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = body.indexOf(part); at !== -1; at = body.indexOf(part, from)) {
    pieces.push(body.subarray(from, at));
    from = at + part.length;
  }
  return [...pieces, body.subarray(from)];
}

/**
 * @param body in UTF-8
 * @returns null where the nonce may be cut in two, so that not all of its places can be told
 */
export function noncePlaces(body: Buffer, nonce: string): NoncePlaces | null {
  const filling = Buffer.from(nonce);
  const places = between(body, filling);
  const uncut = between(body, Buffer.from(cut(nonce)));
  // Each cut has one of its own.
  const outside = between(Buffer.concat(uncut), filling).length - 1;
  return outside + (uncut.length - 1) === places.length - 1 ? places : null;
}

export function withNonce(places: NoncePlaces, nonce: string): Buffer {
  const filling = Buffer.from(nonce);
  return Buffer.concat(places.flatMap((part, at) => (at === 0 ? [part] : [filling, part])));
}
