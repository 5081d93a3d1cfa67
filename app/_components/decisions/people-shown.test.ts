import { expect, it } from "vitest";
import { type Person, peopleShown } from "./people-shown";

/** Person 1, Person 2 …, with an address for every other one. */
const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, i) => ({
    id: String(i + 1),
    name: i === 19 ? "Zoë Überall" : `Person ${i + 1}`,
    email: i % 2 === 0 ? `p${i + 1}@example.org` : null,
  }));

const idsOf = ({ shown }: ReturnType<typeof peopleShown>) => shown.map(({ id }) => Number(id));
const firstTwelve = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

it("shows all of twelve, and of more the first twelve", () => {
  expect(idsOf(peopleShown(people(12), [], ""))).toEqual(firstTwelve);
  const many = peopleShown(people(600), [], "");
  expect(idsOf(many)).toEqual(firstTwelve);
  expect(many).toMatchObject({ found: 600, left: 588 });
});

it("keeps in sight who is chosen, once, whatever is searched for", () => {
  const searched = peopleShown(people(600), ["599", "2"], "zoe uber");
  expect(idsOf(searched)).toEqual([2, 20, 599]);
  expect(searched).toMatchObject({ found: 1, left: 0 });
  expect(idsOf(peopleShown(people(600), ["2", "599"], ""))).toEqual([...firstTwelve, 599]);
  expect(peopleShown(people(600), ["2", "599"], "").left).toBe(587);
});

it("finds by addresses too, and nobody where nobody has the words", () => {
  expect(idsOf(peopleShown(people(600), [], "p21@"))).toEqual([21]);
  expect(peopleShown(people(600), [], "nobody")).toEqual({ shown: [], found: 0, left: 0 });
});
