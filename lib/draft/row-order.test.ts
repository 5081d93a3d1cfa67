import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameOrder, mergedOrder, moved } from "./row-order";

const list = (text: string) => [...text];
/** The order that two people made of one: each row is a letter. */
const merge = (was: string, mine: string, theirs: string) => {
  const added = list(mine).filter((id) => !was.includes(id));
  const left = list(theirs).filter((id) => mine.includes(id) || !was.includes(id));
  return mergedOrder(list(was), list(mine), list(theirs), [...left, ...added]).join("");
};

describe("the order of rows", () => {
  it("is the same whatever was added or removed", () => {
    expect(isSameOrder(list("abc"), list("axc"))).toBe(true);
    expect(isSameOrder(list("abc"), list("cba"))).toBe(false);
    expect(isSameOrder([], list("ab"))).toBe(true);
  });

  it("goes a place up or down, and nowhere from either end", () => {
    expect(moved(list("abc"), "b", -1)).toEqual(list("bac"));
    expect(moved(list("abc"), "b", 1)).toEqual(list("acb"));
    const ends = list("abc");
    expect([moved(ends, "a", -1), moved(ends, "c", 1), moved(ends, "x", 1)]).toEqual([ends, ends, ends]);
  });

  it("keeps what each of two people moved", () => {
    // I brought e to the front, they brought a to the end.
    expect(merge("abcde", "eabcd", "bcdea")).toBe("ebcda");
    // They added x behind b and removed c; d follows a, as I put it.
    expect(merge("abcd", "adbc", "abxd")).toBe("adbx");
    // What is new with me comes behind what is new with them, unless I put it elsewhere.
    expect(merge("abc", "abcn", "abcx")).toBe("abcxn");
    expect(merge("abc", "anbc", "abcx")).toBe("anbcx");
    expect(merge("abc", "canb", "abcx")).toBe("canbx");
  });

  it("is theirs where both moved the same row", () => {
    expect(merge("abcd", "dabc", "adbc")).toBe("adbc");
  });

  it("is the one's where the other moved nothing, and loses no row", () => {
    const rows = fc.shuffledSubarray(list("abcdefgh"));
    fc.assert(
      fc.property(rows, rows, rows, (was, mine, theirs) => {
        const added = mine.filter((id) => !was.includes(id) && !theirs.includes(id));
        const merged = [...theirs, ...added];
        expect([...mergedOrder(was, mine, theirs, merged)].sort()).toEqual([...merged].sort());
        const alone = mergedOrder(was, mine, was, [...was, ...mine.filter((id) => !was.includes(id))]);
        expect(isSameOrder(alone, mine)).toBe(true);
        expect(isSameOrder(mergedOrder(was, was, theirs, merged), theirs)).toBe(true);
      }),
    );
  });
});
