import type { MentionablePerson } from "@/lib/comments/comment";
import { mentionsIn, partsOf } from "@/lib/comments/mentions";
import { foldText } from "@/lib/text/fold-text";
import { formerMember } from "@/lib/text/former-member";
import { nameWithEmail } from "@/lib/text/name-with-email";

/** A person as typed after an @: a name, or a name and what distinguishes them from a namesake. */
export interface PersonLabel {
  id: string;
  label: string;
}

/**
 * How each person who may be mentioned is typed; no two alike.
 *
 * @param body people whom it mentions already can be typed too, even where they may no longer be mentioned anew
 */
export function labelsOf(
  people: readonly MentionablePerson[],
  body: string,
  names: Readonly<Record<string, string>>,
): PersonLabel[] {
  const known = new Set(people.map(({ id }) => id));
  const others = mentionsIn(body)
    .filter((id) => !known.has(id))
    .map((id) => ({ id, name: names[id] ?? formerMember, email: null }));
  const taken = new Set<string>();
  const all = [...people, ...others];
  return all.map((one) => {
    const { id, name } = one;
    const isAlone = all.filter((person) => person.name === name).length === 1;
    let label = isAlone ? name : nameWithEmail(one);
    for (let number = 2; taken.has(label); number++) label = `${name} (${number})`;
    taken.add(label);
    return { id, label };
  });
}

/** A stored body as text to edit: names for ids. */
export function textOf(body: string, labels: readonly PersonLabel[]): string {
  const labelOf = new Map(labels.map(({ id, label }) => [id, label]));
  return partsOf(body)
    .map((part) => ("text" in part ? part.text : `@${labelOf.get(part.personId) ?? ""}`))
    .join("");
}

/** The edited text as a body to store: ids for names. A longer name goes before one that it begins with. */
export function bodyOf(text: string, labels: readonly PersonLabel[]): string {
  const longestFirst = labels.toSorted((a, b) => b.label.length - a.label.length);
  let body = "";
  for (let at = 0; at < text.length; ) {
    const person = text[at] === "@" ? longestFirst.find(({ label }) => standsAt(text, at + 1, label)) : undefined;
    body += person === undefined ? text[at] : `@[${person.id}]`;
    at += person === undefined ? 1 : 1 + person.label.length;
  }
  return body;
}

/** Whether the whole name is there: "@Ann" is no mention of her in "@Anna". */
function standsAt(text: string, at: number, label: string): boolean {
  return text.startsWith(label, at) && !/^[\p{L}\p{N}]/u.test(text.slice(at + label.length));
}

/** What is being typed after an @ before the caret: "bo" in "ask @bo". Null where nothing is. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const from = text.lastIndexOf("@", caret - 1);
  if (from < 0) return null;
  // An address is no mention.
  if (from > 0 && /[\p{L}\p{N}]/u.test(text[from - 1] ?? "")) return null;
  const query = text.slice(from + 1, caret);
  return query.length > 60 || query.includes("\n") ? null : { from, query };
}

/** People whose name, or a word of it, begins with the query. */
export function peopleFor(query: string, labels: readonly PersonLabel[]): PersonLabel[] {
  const folded = foldText(query);
  return labels
    .filter(({ label }) => {
      const name = foldText(label);
      return name.startsWith(folded) || name.split(/[\s(]+/).some((word) => word.startsWith(folded));
    })
    .slice(0, 8);
}
