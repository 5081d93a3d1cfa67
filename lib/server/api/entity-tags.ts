import "server-only";

/** What an If-Match or If-None-Match names (RFC 9110, 13.1): whatever there is, or what has one of these tags. */
export type EntityTags = "any" | readonly string[];

/** One element of the list, which may be empty (5.6.1), and what ends it: `W/"…"` or `"…"`, without quotation marks inside (8.8.3). */
const element = /[ \t]*(?:(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*)?(,|$)/y;

/**
 * Reads such a header, or gives null where it is malformed or names nothing. A tag is compared without its `W/`: a proxy that compresses
 * makes a strong tag weak, and ours name a revision, of which there is one whatever its bytes are on the way.
 */
export function readEntityTags(header: string): EntityTags | null {
  if (/^[ \t]*\*[ \t]*$/.test(header)) return "any";
  const tags: string[] = [];
  element.lastIndex = 0;
  for (;;) {
    const found = element.exec(header);
    if (found === null) return null;
    const [, tag, end] = found;
    if (tag !== undefined) tags.push(tag);
    if (end === "") return tags.length > 0 ? tags : null;
  }
}

export function etagOf(revision: number): string {
  return `"${revision}"`;
}

export function namesRevision(tags: EntityTags, revision: number): boolean {
  return tags === "any" || tags.includes(String(revision));
}
