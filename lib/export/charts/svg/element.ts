type Attributes = Readonly<Record<string, string | number | undefined>>;

// Control characters that XML 1.0 has no place for, and lone surrogates, which UTF-8 has none for.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
const outsideXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it stands in XML, in an element or between double quotes. */
export function xmlText(text: string): string {
  return text.replace(outsideXml, "").replace(/[&<>"]/g, (sign) => entities[sign] as string);
}

/** An element of SVG. Children are markup already; numbers are cut to a hundredth of a pixel. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : xmlText(String(value))}"`)
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

export function textElement(words: string, x: number, y: number, attributes: Attributes = {}): string {
  return element("text", { x, y, ...attributes }, xmlText(words));
}

export const round = (value: number) => Math.round(value * 100) / 100;
