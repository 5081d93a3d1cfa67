type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A part of a drawing, named as SVG names it: what writes SVG and what writes a report draw from the same. */
export interface Mark {
  readonly name: string;
  readonly attributes: Attributes;
  /** Marks, or the one text of a mark. */
  readonly content: readonly (Mark | string)[];
}

// Control characters that XML 1.0 has no place for, and lone surrogates, which UTF-8 has none for.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
const outsideXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it stands in XML, in an element or between double quotes. */
export function xmlText(text: string): string {
  return text.replace(outsideXml, "").replace(/[&<>"]/g, (sign) => entities[sign] as string);
}

/** Numbers are px. */
export function element(name: string, attributes: Attributes, ...content: readonly (Mark | string)[]): Mark {
  return { name, attributes, content };
}

/** A mark as SVG; numbers are cut to a hundredth of a pixel. */
export function markup({ name, attributes, content }: Mark): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : xmlText(String(value))}"`)
    .join("");
  const inner = content.map((part) => (typeof part === "string" ? xmlText(part) : markup(part))).join("");
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

export function textElement(words: string, x: number, y: number, attributes: Attributes = {}): Mark {
  return element("text", { x, y, ...attributes }, words);
}

export const round = (value: number) => Math.round(value * 100) / 100;
