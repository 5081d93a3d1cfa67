import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalEmail } from "./email-address.mjs";
import { emailSchema } from "./schemas/person";

// Copied from the HTML standard, "valid e-mail address", as a JavaScript- and Perl-compatible expression.
const published =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

describe("an address", () => {
  it.each([
    ["Ada@Example.ORG", "ada@example.org"],
    ["  ada@example.org\n", "ada@example.org"],
    ["r&d@example.org", "r&d@example.org"],
    ["o'brien+x=1@example.org", "o'brien+x=1@example.org"],
    ["a@b", "a@b"],
    ["ada@localhost", "ada@localhost"],
    [".a..b.@example.org", ".a..b.@example.org"],
    // Punycode by the RFC's algorithm, as IANA's root zone has .рф and the registry пример.
    ["ada@пример.рф", "ada@xn--e1afmkfd.xn--p1ai"],
    ["ada@XN--E1AFMKFD.xn--p1ai", "ada@xn--e1afmkfd.xn--p1ai"],
    ["ada@bücher.example", "ada@xn--bcher-kva.example"],
    [`${"a".repeat(242)}@example.org`, `${"a".repeat(242)}@example.org`],
  ])("%j is taken, as %s", (typed, stored) => {
    expect(emailSchema.parse(typed)).toBe(stored);
  });

  it.each([
    "",
    "ada",
    "@example.org",
    "ada@",
    "ada@-example.org",
    "ada@example-.org",
    "ada@exa_mple.org",
    "ada@example..org",
    "ada@example.org.",
    "ada@b@example.org",
    "a da@example.org",
    "ada,bob@example.org",
    '"ada"@example.org',
    "ada@[192.0.2.1]",
    "äda@example.org",
    // The sign for kelvin, which is a small k in lower case.
    "\u212A@example.org",
    "ada@пример.рф/x",
    "ada@пример рф",
    "ada@exa\u0000mple.org",
    "ada\u202e@example.org",
    `${"a".repeat(243)}@example.org`,
    `ada@${"b".repeat(64)}.org`,
  ])("%j is not", (typed) => {
    expect(emailSchema.safeParse(typed).success).toBe(false);
  });

  it("reads digits of other scripts as a name and not as an IP address", () => {
    expect(normalEmail("ada@１.２")).toBe("ada@1.2");
  });

  const letter = fc.constantFrom(..."abzABZ09.!#$%&'*+/=?^_`{|}~-@", "é", " ", "\u0000", "(");
  it("is taken where the standard's pattern takes it, and not elsewhere", () => {
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 12 }), fc.string({ unit: letter, maxLength: 8 }), (a, b) => {
        const typed = `${a}@${b}`.trim();
        const isAscii = /^[\x20-\x7e]*$/.test(typed);
        if (isAscii) expect(emailSchema.safeParse(typed).success).toBe(published.test(typed));
      }),
      { numRuns: 5_000 },
    );
  });

  it("stays as it is once it has its normal form", () => {
    const domain = fc.array(fc.constantFrom("пример", "bücher", "a-b", "X"), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 6 }), domain, (local, labels) => {
        const once = normalEmail(`${local}@${labels.join(".")}`);
        expect(normalEmail(once)).toBe(once);
      }),
    );
  });
});
