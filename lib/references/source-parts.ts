import { type Reference, references } from "./references";

/** A text about a source in its parts: plain words, a source of the list, or an address. */
export type SourcePart = { text: string; reference?: Reference; href?: string };

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const byName = new Map(references.flatMap((reference) => reference.names.map((name) => [name, reference] as const)));
const namesByLength = [...byName.keys()].sort((a, b) => b.length - a.length);

/** A name of a source that is no part of a longer word, or an address. One pass: nothing in it can match in two ways. */
const found = () =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${namesByLength.map(escaped).join("|")})(?![\\p{L}\\p{N}])|https?://[^\\s<>"]+`,
    "gu",
  );

/** An address without what ends the sentence around it; a bracket stays that it opens itself. */
function withoutPunctuation(address: string): string {
  const count = (sign: string) => address.split(sign).length - 1;
  let [end, unopened] = [address.length, count(")") - count("(")];
  for (; end > 0; end--) {
    const last = address[end - 1] as string;
    if (last === ")" && unopened-- > 0) continue;
    if (!".,;:!?'’”]".includes(last)) break;
  }
  return address.slice(0, end);
}

export function sourceParts(text: string): SourcePart[] {
  const parts: SourcePart[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(found())) {
    const reference = byName.get(match);
    const taken = reference === undefined ? withoutPunctuation(match) : match;
    const href = reference === undefined ? webAddress(taken) : undefined;
    if (reference === undefined && href === undefined) continue;
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: taken, ...(reference && { reference }), ...(href !== undefined && { href }) });
    end = index + taken.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** The address where a browser may go to it by a click: of the web, and without a name or password, which would hide the host. */
function webAddress(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    return undefined;
  return url.href;
}
