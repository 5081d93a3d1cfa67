import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyOf, labelsOf, mentionAt, peopleFor, textOf } from "./mention-text";

const idOf = (digit: number) =>
  `${digit}${digit}${digit}${digit}${digit}${digit}${digit}${digit}-1111-4111-8111-111111111111`;
const ann = { id: idOf(1), name: "Ann", email: null };
const annLee = { id: idOf(2), name: "Ann Lee", email: null };
const bob = { id: idOf(3), name: "Bob", email: "bob@a.example" };
const otherBob = { id: idOf(4), name: "Bob", email: "bob@b.example" };

describe("people as they are typed", () => {
  it("are distinguished by address where they have one name, and by number where the address is not known", () => {
    expect(labelsOf([ann, bob, otherBob], "", {}).map(({ label }) => label)).toEqual([
      "Ann",
      "Bob (bob@a.example)",
      "Bob (bob@b.example)",
    ]);
    const nameless = [bob, otherBob].map((person) => ({ ...person, email: null }));
    expect(labelsOf(nameless, "", {}).map(({ label }) => label)).toEqual(["Bob", "Bob (2)"]);
  });

  it("become ids where the whole name stands after an @, the longest name first", () => {
    const labels = labelsOf([ann, annLee], "", {});
    expect(bodyOf("@Ann Lee, @Ann. @Anna ann@Ann @ Ann", labels)).toBe(
      `@[${annLee.id}], @[${ann.id}]. @Anna ann@[${ann.id}] @ Ann`,
    );
  });

  it("who may be mentioned no longer stay in the words that they stand in", () => {
    const body = `ask @[${bob.id}]`;
    const labels = labelsOf([ann], body, { [bob.id]: "Bob" });
    expect(textOf(body, labels)).toBe("ask @Bob");
    expect(bodyOf("ask @Bob", labels)).toBe(body);
  });

  it("come back from the stored words as the same words, whatever stands between", () => {
    const labels = labelsOf([ann, annLee, bob, otherBob], "", {});
    const part = fc.oneof(
      fc.constantFrom(...labels.map(({ id }) => `@[${id}]`)),
      fc.string().filter((text) => !text.includes("@") && !/^( Lee|[\p{L}\p{N}])/u.test(text)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const body = parts.join("");
        // "@Ann" followed by " Lee" looks the same as "@Ann Lee".
        fc.pre(!body.includes(`@[${ann.id}] Lee`));
        expect(bodyOf(textOf(body, labels), labels)).toBe(body);
      }),
    );
  });
});

describe("the query while typing", () => {
  it("is what stands between the last @ and the caret, on one line, and no address", () => {
    expect(mentionAt("ask @bo", 7)).toEqual({ from: 4, query: "bo" });
    expect(mentionAt("ask @bo now", 7)).toEqual({ from: 4, query: "bo" });
    expect(mentionAt("@", 1)).toEqual({ from: 0, query: "" });
    expect(mentionAt("ask bo", 6)).toBeNull();
    expect(mentionAt("ada@bo", 6)).toBeNull();
    expect(mentionAt("@bo\nx", 5)).toBeNull();
  });

  it("finds those of whose name a word begins so", () => {
    const labels = labelsOf([ann, annLee, bob], "", {});
    const labelsFor = (query: string) => peopleFor(query, labels).map(({ label }) => label);
    expect(labelsFor("le")).toEqual(["Ann Lee"]);
    expect(labelsFor("ANN")).toEqual(["Ann", "Ann Lee"]);
    expect(labelsFor("nn")).toEqual([]);
    const zoe = labelsOf([{ id: idOf(5), name: "Zoë Łukasz", email: null }], "", {});
    for (const query of ["zoe", "ZOË", "Zoe\u0308", "luk"]) expect(peopleFor(query, zoe).length, query).toBe(1);
  });
});
