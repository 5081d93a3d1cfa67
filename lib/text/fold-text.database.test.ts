import pg from "pg";
import { expect, it } from "vitest";
import { databaseUrls } from "@/test/database/database-urls";
import { foldText } from "./fold-text";

/**
 * Every letter, mark, number and sign below U+30000 that this Node knows, but for the letters that came to Unicode
 * after the pairs of the migration were written (Unicode 14): the database does not know their small letters, and finds
 * them as they were typed.
 */
const later =
  /[\u{1c89}\u{1c8a}\u{a7cb}-\u{a7cf}\u{a7d2}\u{a7d4}\u{a7da}-\u{a7dc}\u{a7f1}\u{10d50}-\u{10d65}\u{16ea0}-\u{16ed3}]/u;

function characters(): string[] {
  const all: string[] = [];
  for (let code = 0x20; code < 0x30000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    // What is decomposed differently by a newer Unicode on either side is no letter yet on the other.
    if (/\p{Assigned}/u.test(character) && !later.test(character)) all.push(character);
  }
  return all;
}

it("the database folds names as searches are folded, letter by letter and in words", async () => {
  const client = new pg.Client({ connectionString: databaseUrls().ownerUrl });
  await client.connect();
  try {
    const texts = [
      ...characters(),
      "Überprüfung",
      "STRAẞE",
      "ΌΔΟΣ",
      "İstanbul ısı",
      "Łódź & Ærø",
      "a\u0301\u0323b",
      "ﬁ ½ ㎏ Ⅷ",
    ];
    expect(texts.length).toBeGreaterThan(100_000);
    const { rows } = await client.query<{ folded: string }>(
      "select public.fold_text(w) as folded from unnest($1::text[]) with ordinality as t (w, n) order by n",
      [texts],
    );
    const unlike = texts.flatMap((text, n) => {
      const [ours, theirs] = [foldText(text), rows[n]?.folded];
      return ours === theirs ? [] : [`${text} U+${text.codePointAt(0)?.toString(16)}: ${ours}, ${theirs}`];
    });
    expect(unlike).toEqual([]);
  } finally {
    await client.end();
  }
}, 120_000);
