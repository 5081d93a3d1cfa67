import type { PeopleHere } from "@/lib/live/events";
import { wordList } from "@/lib/text/word-list";

/** The other people who have the model open, in words; empty where there are none. */
export function WhoIsHere({ people: { people, more } }: { people: PeopleHere }) {
  const names = people.filter(({ isYou }) => !isYou).map(({ name }) => name);
  const count = names.length + more;
  if (count === 0) return null;
  const parts = count > 4 ? [...names.slice(0, 3), `${count - Math.min(3, names.length)} others`] : names;
  return (
    <span>
      {wordList(parts)} {count === 1 ? "is" : "are"} here too
    </span>
  );
}
