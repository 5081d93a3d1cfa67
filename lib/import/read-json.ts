import type { FieldError, Outcome } from "@/lib/outcome";

/** `repeated` names what one object gives twice; the value has the last of them. */
type Read = Outcome<{ value: unknown; repeated: FieldError[] }>;

// The closing quotation mark may be missing only to the pattern, not in JSON: so it never reads a text twice.
const lexeme = /"(?:[^"\\]|\\.)*"?|[{}[\]:]/gs;

/** Names that one object gives twice, in text that is known to be JSON: the parser would keep the last and say nothing. */
function repeatedNames(text: string): string[] {
  const repeated: string[] = [];
  // One entry for each object or list that is open; a list has no names.
  const open: (Set<string> | null)[] = [];
  let candidate: string | undefined;
  for (const [token] of text.matchAll(lexeme)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token.startsWith('"')) candidate = token;
    else if (token === ":" && candidate !== undefined) {
      const name = JSON.parse(candidate) as string;
      const names = open.at(-1);
      if (names?.has(name)) repeated.push(name);
      names?.add(name);
    }
  }
  return [...new Set(repeated)];
}

/** Reads JSON, and notices an object that gives one name twice. */
export function readJson(text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, faults: [{ key: "file", message: `This cannot be read as JSON: ${why}.` }] };
  }
  const repeated = repeatedNames(text).map((name) => ({
    key: name,
    message: `"${name.slice(0, 60)}" is given twice in one object. Keep one.`,
  }));
  return { ok: true, value, repeated };
}
