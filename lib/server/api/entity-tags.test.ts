import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { etagOf, namesRevision, readEntityTags } from "./entity-tags";

describe("a header of entity tags", () => {
  // RFC 9110, 8.8.3, 13.1.1, 13.1.2 and 5.6.1.2: its own examples, and what its grammar allows.
  it.each<[string, "any" | string[]]>([
    ['"7"', ["7"]],
    ['W/"7"', ["7"]],
    ["*", "any"],
    [" * ", "any"],
    ['"xyzzy", "r2d2xxxx", "c3piozzzz"', ["xyzzy", "r2d2xxxx", "c3piozzzz"]],
    ['W/"xyzzy", W/"r2d2xxxx", W/"c3piozzzz"', ["xyzzy", "r2d2xxxx", "c3piozzzz"]],
    ['"6",W/"7"\t,  "8" ', ["6", "7", "8"]],
    [', "7", , "8",', ["7", "8"]],
    ['""', [""]],
    ['"a,b"', ["a,b"]],
    ['"a\\"', ["a\\"]],
    ['"W/"', ["W/"]],
    ['"\xe4"', ["\xe4"]],
  ])("%s names %j", (header, tags) => {
    expect(readEntityTags(header)).toEqual(tags);
  });

  it.each([
    "",
    " ",
    ",",
    "7",
    '"7',
    '7"',
    '"7""8"',
    '"7" "8"',
    '"7";"8"',
    'w/"7"',
    'W/ "7"',
    "W/7",
    '*, "7"',
    '"7", *',
    "**",
    '"a b"',
    '"7"x',
    "'7'",
    '"\x7f"',
    '"\u2028"',
  ])("%j is malformed", (header) => {
    expect(readEntityTags(header)).toBeNull();
  });

  it("names the revisions that were written into it, and no other", () => {
    const revision = fc.integer({ min: 1, max: 2_000_000_000 });
    const tagged = fc.record({ revision, isWeak: fc.boolean(), space: fc.constantFrom("", " ", "\t", ", ,") });
    fc.assert(
      fc.property(fc.array(tagged, { minLength: 1, maxLength: 20 }), revision, (named, other) => {
        const header = named
          .map(({ revision: n, isWeak, space }) => `${space}${isWeak ? "W/" : ""}${etagOf(n)}`)
          .join();
        const tags = readEntityTags(header);
        if (tags === null) return false;
        const isNamed = named.some(({ revision: n }) => n === other);
        return named.every(({ revision: n }) => namesRevision(tags, n)) && namesRevision(tags, other) === isNamed;
      }),
    );
  });

  it("is read in one pass, however long and hostile", () => {
    for (const hostile of [
      " ".repeat(60_000),
      '"'.repeat(60_000),
      'W/"7",'.repeat(10_000).concat("x"),
      "\t,".repeat(30_000),
    ]) {
      expect(readEntityTags(hostile)).toBeNull();
    }
    expect(readEntityTags('W/"7",'.repeat(10_000))).toHaveLength(10_000);
  });
});
