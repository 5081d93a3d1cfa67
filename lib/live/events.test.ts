import { expect, it } from "vitest";
import { type Follow, followText, readFollow } from "./events";

const id = "11111111-1111-4111-8111-111111111111";

it.each<[string, Follow]>([
  [`${id}.7`, { id, known: 7, scenarios: false }],
  [`${id}.0.scenarios`, { id, known: 0, scenarios: true }],
  [`${id}.figures`, { id, known: 0, scenarios: false, isFigures: true }],
])("%s names what is followed, there and back", (text, follow) => {
  expect(readFollow(text)).toEqual(follow);
  expect(followText(follow)).toBe(text);
});

it.each([id, `${id}.`, `${id}.figures.scenarios`, `${id}.7.figures`, `${id}.7.`, "x.figures", `${id}.-1`, `x${id}.7`])(
  "%s names nothing",
  (text) => expect(readFollow(text)).toBeNull(),
);
