import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanName } from "@/lib/text/clean-name";
import { holdsUnstorable, textFault, unstorableTexts, withoutUnstorable } from "@/lib/text/text-fault";
import { checkStatedFigure } from "./organisation-figures";
import { text } from "./text";

const refusal = (given: unknown) => text("Description").safeParse(given).error?.issues[0]?.message;

describe("a text", () => {
  it("is refused for U+0000 and for half of a surrogate pair, with the field and the place", () => {
    expect(refusal("a\0b")).toBe(
      "Description holds a character that cannot be saved (U+0000), after “a”. Remove it, or paste the words again as plain text.",
    );
    expect(refusal("one\r\ntwo\ud83d three")).toContain("(U+D83D), in line 2 after “two”.");
    expect(refusal("\ude00")).toContain("(U+DE00), at its beginning.");
    expect(refusal(1)).toBe("Description must be text.");
  });

  it("may hold everything else: whole pairs, other controls, noncharacters, directions", () => {
    for (const good of [
      "",
      "\u{1f600}",
      "\u0001\u001f\u007f\u0085",
      "\uffff\ufffe\ufdd0\u{10ffff}",
      "\u202e\u200b\u2028",
    ]) {
      expect(textFault("Description", good), JSON.stringify(good)).toBeUndefined();
    }
  });

  it("is cleaned of them where nobody could correct it", () => {
    expect(withoutUnstorable("A\0d\ud800a \u{1f600}\udc00")).toBe("Ada \u{1f600}");
  });

  it("cut anywhere and cleaned, can be saved", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(40), (whole, at) => {
        expect(holdsUnstorable(withoutUnstorable(whole.slice(0, at)))).toBe(false);
      }),
    );
  });

  it("is found wherever it stands in a value, keys included", () => {
    const given = ["id", { draft: { notes: { users: { source: "\0" } }, "a\0": 1, list: [1, "\udfff"] } }];
    expect(unstorableTexts(given)).toEqual([
      { path: [1, "draft", "notes", "users", "source"], text: "\0", isKey: false },
      { path: [1, "draft"], text: "a\0", isKey: true },
      { path: [1, "draft", "list", 1], text: "\udfff", isKey: false },
    ]);
    expect(unstorableTexts([1, null, true, undefined, { a: "b" }])).toEqual([]);
  });
});

describe("a name", () => {
  it.each([
    ["  Ada  Lovelace\u00a0", "Ada  Lovelace"],
    ["line one\r\nline two\u2028three\tfour", "line one line two three four"],
    // U+200B, U+FEFF, U+00AD, U+2060, and a filler of Hangul: nobody sees them.
    ["\ufeffA\u200bd\u00ada\u2060\u3164", "Ada"],
    // Directions: marks, embeddings, overrides, isolates.
    ["\u202eevil\u202c \u200eleft\u200f \u2066in\u2069 \u061cx", "evil left in x"],
    ["bell\u0007 and\u009f", "bell and"],
    // e and an acute accent become one letter.
    ["Rene\u0301", "Ren\u00e9"],
    ["\u200b\u2800 \u202d", ""],
  ])("%j is stored as %j", (given, stored) => expect(cleanName(given)).toBe(stored));

  it.each([
    ["Persian: they want", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0646\u062f"],
    ["Malayalam: an old chillu at the end of a word", "\u0d05\u0d35\u0d28\u0d4d\u200d"],
    ["Sinhala: sri", "\u0dc1\u0dca\u200d\u0dbb\u0dd3"],
    ["a family", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}"],
    ["a doctor with a skin tone", "\u{1f469}\u{1f3fd}\u200d\u2695\ufe0f"],
    ["a key", "1\ufe0f\u20e3"],
    ["the flag of Scotland", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
    ["a variant of an ideograph", "\u845b\u{e0100}\u57ce"],
  ])("%s keeps what it needs", (_what, name) => expect(cleanName(name)).toBe(name));

  it("is cleaned where it is the owner of a figure, a person's or a team's", () => {
    const stated = { value: 5, owner: " Zoe\u0308\u202e\u200b\nand team " };
    const money = { currency: "USD", currencyRate: 1 };
    expect(checkStatedFigure("users", stated, money)).toMatchObject({ content: { owner: "Zo\u00eb and team" } });
    // Of what nobody sees nothing is left, and nobody is named.
    const unseen = checkStatedFigure("users", { ...stated, owner: "\u200b" }, money);
    expect(unseen.ok && "owner" in unseen.content).toBe(false);
  });

  it("keeps no joiner where nothing joins", () => {
    expect(cleanName("A\u200dd\u200ca")).toBe("Ada");
    expect(cleanName("\u0645\u200c\u200c\u0645")).toBe("\u0645\u200c\u0645");
    expect(cleanName("a\ufe0f\u{e0100}\u{e0041}")).toBe("a");
  });

  it("is clean after once, and never holds a line break or a direction", () => {
    const awkward = fc.constantFrom(
      ..."\0\t\n\r\u0085\u2028 \u00a0\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u202e\u2066\ufe0f\ufeff\u0301e\u0645\u0d4d\u0928".split(
        "",
      ),
      "\u{1f468}",
      "\u{1f3fd}",
      "\u{e0067}",
      "\u{e007f}",
      "\u{1f3f4}",
      "\u{e0100}",
      "\u845b",
      "1",
      "\u20e3",
      "\ud800",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(awkward, fc.string({ unit: "binary", maxLength: 1 })), { maxLength: 12 }),
        (parts) => {
          const once = cleanName(parts.join(""));
          expect(cleanName(once)).toBe(once);
          expect(once).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\ufeff\u00ad]/u);
          expect(once).toBe(once.trim().normalize("NFC"));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
