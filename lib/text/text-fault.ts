// In plain code and without zod: fields look at what is typed with it, on pages that do not load zod.

/** What PostgreSQL takes in no text: U+0000, and half of a surrogate pair, which is no character. */
const unstorable = /[\0\p{Surrogate}]/u;
const everyUnstorable = /[\0\p{Surrogate}]/gu;

/** Words before the place, to find it by. */
const before = 20;

export const holdsUnstorable = (text: string): boolean => unstorable.test(text);

/** For what nobody types and nobody could correct, such as a header, or a name that a sign-in provider gives. */
export const withoutUnstorable = (text: string): string => text.replace(everyUnstorable, "");

/**
 * What keeps a text from being saved, in a sentence.
 *
 * @param what the field, with a capital letter
 */
export function textFault(what: string, text: string): string | undefined {
  const match = unstorable.exec(text);
  if (!match) return undefined;
  const code = text.charCodeAt(match.index).toString(16).toUpperCase().padStart(4, "0");
  return `${what} holds a character that cannot be saved (U+${code}), ${placeOf(text, match.index)}. Remove it, or paste the words again as plain text.`;
}

function placeOf(text: string, index: number): string {
  const lines = text.slice(0, index).split(/\r\n?|\n/);
  // Control characters are no words to find a place by; a pair is not cut in two.
  const words = withoutUnstorable((lines.at(-1) ?? "").replace(/\p{Cc}/gu, "").slice(-before)).trim();
  const line = /[\r\n]/.test(text) ? `in line ${lines.length}` : "";
  const near = words === "" ? "" : `after “${words}”`;
  return [line, near].filter(Boolean).join(" ") || "at its beginning";
}

export interface UnstorableText {
  /** Keys and places from the value down to the text; to the object, where the text is a key of it. */
  path: (string | number)[];
  text: string;
  isKey: boolean;
}

/**
 * Every text in a value, names of fields included, that cannot be saved. The value is known to be small, shallow and
 * plain.
 */
export function unstorableTexts(value: unknown): UnstorableText[] {
  const faults: UnstorableText[] = [];
  const look = (value: unknown, path: (string | number)[]) => {
    if (typeof value === "string") {
      if (holdsUnstorable(value)) faults.push({ path, text: value, isKey: false });
    } else if (Array.isArray(value)) {
      for (const [place, inner] of value.entries()) look(inner, [...path, place]);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (holdsUnstorable(key)) faults.push({ path, text: key, isKey: true });
        else look(inner, [...path, key]);
      }
    }
  };
  look(value, []);
  return faults;
}
