import "server-only";

const maxDepth = 8;
const maxValues = 10_000;

/**
 * Whether what came over the wire is small and shallow enough to look at: plain objects and lists, at most 8 deep, at most 10,000 values.
 * Asked before anything walks the value, so that a deeply nested body cannot exhaust the stack. React's wire has more kinds of values than
 * JSON; some of them throw when they are looked at (a reference to something of the caller's), and no page of ours sends them.
 */
export function isWithinJsonLimits(given: unknown): boolean {
  let values = 0;
  const pending: { value: unknown; depth: number }[] = [{ value: given, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, depth } = next;
    if (++values > maxValues || depth > maxDepth) return false;
    if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") return false;
    if (typeof value !== "object" || value === null) continue;
    const prototype = Object.getPrototypeOf(value);
    if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
    for (const inner of Object.values(value)) pending.push({ value: inner, depth: depth + 1 });
  }
  return true;
}

/**
 * Whether the text of some JSON can only be within these limits, or a little above them: so that what is far above is never parsed, which
 * takes a quarter of a second for a megabyte of brackets. It need not be JSON.
 */
export function isWithinJsonTextLimits(text: string): boolean {
  let values = 1;
  let depth = 0;
  let isInString = false;
  for (let place = 0; place < text.length; place++) {
    const sign = text.charCodeAt(place);
    if (isInString) {
      if (sign === backslash) place++;
      else if (sign === quotationMark) isInString = false;
    } else if (sign === quotationMark) isInString = true;
    else if (sign === comma) values++;
    else if (sign === openBrace || sign === openBracket) {
      values++;
      depth++;
    } else if (sign === closeBrace || sign === closeBracket) depth--;
    if (values > 2 * maxValues || depth > 2 * maxDepth) return false;
  }
  return true;
}

const [quotationMark, backslash, comma, openBrace, closeBrace, openBracket, closeBracket] = Array.from(
  '"\\,{}[]',
  (sign) => sign.charCodeAt(0),
);
