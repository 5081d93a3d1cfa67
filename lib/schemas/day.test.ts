import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readPlace, timePlace, writePlace } from "@/lib/server/lists/list-place";
import { blankDraft } from "@/test/figures/blank-draft";
import { readAuditListing } from "./audit/audit-listing";
import { day, moment } from "./day";
import { proposalSchema } from "./decision/proposal";
import { checkDraft } from "./draft";
import { checkStatedFigure } from "./organisation-figures";

const root = fileURLToPath(new URL("../../", import.meta.url));
// PostgreSQL has no year 0; ISO 8601 has one. lib/server/http/texts.database.test.ts asks PostgreSQL itself.
const nowhere = "0000-12-31";

describe("a day that PostgreSQL does not have", () => {
  it("is none, nor is a moment of it", () => {
    expect(["0001-01-01", "2027-02-28", "9999-12-31"].filter((text) => !day("no").safeParse(text).success)).toEqual([]);
    expect([nowhere, "2027-02-29", "10000-01-01"].filter((text) => day("no").safeParse(text).success)).toEqual([]);
    expect(moment().safeParse("0001-01-01T00:00:00Z").success).toBe(true);
    expect(moment().safeParse(`${nowhere}T23:59:59Z`).success).toBe(false);
  });

  it("is refused wherever a day comes in", () => {
    const draft = { ...blankDraft, name: "Mine", currency: "EUR", currencyRate: 0.9 };
    expect(checkDraft({ ...draft, currencyRateDate: "0001-01-01" })).toMatchObject({ ok: true });
    expect(checkDraft({ ...draft, currencyRateDate: nowhere })).toMatchObject({
      ok: false,
      faults: [{ key: "currencyRateDate", message: "Day of the rate must be a day, such as 2027-01-15." }],
    });
    const money = { currency: "USD", currencyRate: 1 };
    for (const key of ["validFrom", "reviewBy"])
      expect(checkStatedFigure("users", { value: 5, [key]: nowhere }, money)).toMatchObject({
        ok: false,
        faults: [{ key }],
      });
    const { reviewOn } = proposalSchema.shape;
    expect([nowhere, "2028-03-01", null].map((text) => reviewOn.safeParse(text).success)).toEqual([false, true, true]);
  });

  it("counts as if it had not been given where an address names it", () => {
    expect(readAuditListing({ from: nowhere, to: "2027-01-15" })).toMatchObject({ from: undefined, to: "2027-01-15" });
    const id = "11111111-1111-4111-8111-111111111111";
    expect(readPlace(writePlace([`${nowhere}T00:00:00Z`, id]), timePlace)).toBeNull();
    expect(readPlace(writePlace(["2027-01-15T00:00:00Z", id]), timePlace)).toMatchObject([expect.any(String), id]);
  });

  it("is looked for in every schema: none that takes a day is made otherwise", () => {
    // What is answered and not taken, and records, which are stored nowhere else.
    const others = /^lib\/(schemas\/(day|api\/[\w-]+)|decision\/(document|record-file))\.ts$|\.test\.ts$/;
    const plain = ["lib", "app"]
      .flatMap((folder) =>
        readdirSync(root + folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
      )
      .filter((file) => /\.tsx?$/.test(file) && !others.test(file))
      .filter((file) => /\bz\s*\.iso\s*\.date/.test(readFileSync(root + file, "utf8")));
    // Its moment lies within a year from now.
    expect(plain).toEqual(["lib/schemas/share-link.ts"]);
  });
});
