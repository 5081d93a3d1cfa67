import { hasWords } from "@/lib/text/fold-text";
import { nameWithEmail } from "@/lib/text/name-with-email";

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Null where the reader may not see it. */
  readonly email: string | null;
}

/** So many are looked through at a glance; of more some are shown, and the others are searched for. */
export const mostShown = 12;

interface PeopleShown {
  /** In the order of all: who is chosen, and the first who are found. */
  readonly shown: readonly Person[];
  /** How many have the words of the search. */
  readonly found: number;
  /** How many of these are not shown. */
  readonly left: number;
}

/** Who stands in a choice of people. @param search words of names and addresses; none finds everybody */
export function peopleShown(people: readonly Person[], chosen: readonly string[], search: string): PeopleShown {
  const found = people.filter((person) => hasWords(nameWithEmail(person), search));
  const first = new Set(people.length > mostShown ? found.slice(0, mostShown) : found);
  const isShown = (person: Person) => first.has(person) || chosen.includes(person.id);
  return {
    shown: people.filter(isShown),
    found: found.length,
    left: found.filter((person) => !isShown(person)).length,
  };
}
