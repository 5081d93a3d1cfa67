/** "A", "A and B", "A, B and C". Not for figures, whose own marks may be commas. Engines' own lists differ from one another. */
export function wordList(words: readonly string[]): string {
  const but = words.slice(0, -1);
  return but.length === 0 ? words.join() : `${but.join(", ")} and ${words.at(-1)}`;
}
