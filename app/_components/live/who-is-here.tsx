import type { PersonHere } from "@/lib/schemas/live";

/** The others who have the model open, in words; nothing where nobody has. */
export function WhoIsHere({ people }: { people: readonly PersonHere[] }) {
  const names = people.filter(({ isYou }) => !isYou).map(({ name }) => name);
  if (names.length === 0) return null;
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names;
  return (
    <span>
      {inOneSentence(shown)} {names.length === 1 ? "is" : "are"} here too
    </span>
  );
}

function inOneSentence(names: readonly string[]): string {
  return names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
