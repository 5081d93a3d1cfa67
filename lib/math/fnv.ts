const utf8 = new TextEncoder();

/**
 * The 32-bit FNV-1a hash of a text's UTF-8 bytes, as an unsigned integer. Source: Fowler, Noll, Vo.
 *
 * @param before the hash of what stands before the text
 */
export function fnv(text: string, before = 0x811c9dc5): number {
  let hash = before;
  for (const byte of utf8.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
