import { textFault } from "@/lib/text/text-fault";
import { formatWhole } from "@/lib/value/format";

export const longestComment = 4_000;
export const mostMentions = 20;

/** As mentioned_in() of the database has it. */
const mention = /@\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]/g;

export function mentionsIn(body: string): string[] {
  return [...new Set([...body.matchAll(mention)].map(([, id]) => id as string))];
}

/** A body in its parts: text as it was typed, and people. */
export function partsOf(body: string): ({ text: string } | { personId: string })[] {
  return body
    .split(mention)
    .map((part, index) => (index % 2 === 1 ? { personId: part } : { text: part }))
    .filter((part) => "personId" in part || part.text !== "");
}

/** A comment as it is typed may have 4,000 characters; a mention counts as its @ alone, whatever the name. */
export function commentFault(body: string): string | undefined {
  if (body.trim() === "") return "A comment needs words: type some.";
  const unstorable = textFault("A comment", body.replaceAll(mention, "@"));
  if (unstorable) return unstorable;
  const { length } = body.replaceAll(mention, "@");
  if (length > longestComment)
    return `A comment may have ${formatWhole(longestComment)} characters; this has ${formatWhole(length)}. Shorten it.`;
  const written = [...body.matchAll(mention)].length;
  if (written > mostMentions)
    return `A comment may mention people ${mostMentions} times; this does ${written} times. Take some out.`;
  return undefined;
}
