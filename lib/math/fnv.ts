const utf8 = new TextEncoder();
const prime = 0x01000193;

/**
 * The 32-bit FNV-1a hash of a text's UTF-8 bytes, as an unsigned integer. Source: Fowler, Noll, Vo.
 *
 * @param before the hash of what stands before the text
 */
export function fnv(text: string, before = 0x811c9dc5): number {
  let hash = before;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Beyond ASCII a letter is several bytes.
    if (unit > 127) return ofBytes(utf8.encode(text), before);
    hash = Math.imul(hash ^ unit, prime);
  }
  return hash >>> 0;
}

function ofBytes(bytes: Uint8Array, before: number): number {
  let hash = before;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, prime);
  return hash >>> 0;
}
